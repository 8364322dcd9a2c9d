using System;
using CustomLabels.Api.Generated;
using CustomLabels.Api.Transport;

namespace CustomLabels.Api;

/// <summary>What error answers mean that all operations have in common, and calls that got no answer. Codes and messages: the API's common errors and the Developer
/// Guide's "Error handling". What an operation's own codes mean, its client says: <see cref="Call.Refused"/>.</summary>
internal static class ServiceErrors
{
    /// <summary>Reads an error answer that is final.</summary>
    /// <param name="error">The answer.</param>
    /// <param name="operation">What was asked.</param>
    public static CustomLabelsError From(ServiceException error, ServiceOperation operation) => error.Code switch
    {
        ErrorCodes.LimitExceededException => New(ErrorScope.Run, ErrorId.LimitExceeded, error, "A limit of the account is used up.", "Stop what you don't need, or ask for a higher quota."),
        "ExpiredTokenException" or "ExpiredToken" or "TokenRefreshRequired" => New(
            ErrorScope.Run, ErrorId.CredentialsExpired, error, "The credentials have expired.", "Get new ones ('aws sso login', or new temporary keys) and run again."),
        "RequestExpired" or "RequestTimeTooSkewed" => New(
            ErrorScope.Run, ErrorId.AccessDenied, error, "The request's time is too far from the service's.", "Set this machine's clock."),
        _ when IsDenied(error) => Denied(error, $"Allow {operation.Service.PolicyPrefix}:{operation.Name}."),
        "UnrecognizedClientException" or "InvalidClientTokenId" or "InvalidSignatureException" or "SignatureDoesNotMatch" or "IncompleteSignature"
            or "IncompleteSignatureException" or "MissingAuthenticationToken" or "MissingAuthenticationTokenException" or "OptInRequired" => New(
            ErrorScope.Run, ErrorId.AccessDenied, error, "The credentials are refused.", "Check access key, secret key, session token and this machine's clock."),
        _ when error.StatusCode is 401 or 403 => New(
            ErrorScope.Run, ErrorId.AccessDenied, error, "The request is refused.", "Check the credentials, the endpoint, and whether a proxy stands in between."),
        _ => New(ErrorScope.Run, ErrorId.RequestInvalid, error, "The service refused the request.", "Check -EndpointUrl and the region; run with -Debug to see what was sent."),
    };

    /// <summary>Whether the account's policies forbid it.</summary>
    public static bool IsDenied(ServiceException error) => error.Code is ErrorCodes.AccessDeniedException or "AccessDenied" or "UnauthorizedOperation" or "NotAuthorized";

    public static CustomLabelsError Denied(ServiceException error, string action) => New(ErrorScope.Run, ErrorId.AccessDenied, error, "The credentials may not do this.", action);

    public static CustomLabelsError RetriesExhausted(ServiceException error, string subject, int attempts) => New(
        ErrorScope.Image, ErrorId.RetriesExhausted, error, $"'{subject}' failed ({Attempts(attempts)}).", "Run again later, or raise -MaxAttempts.");

    public static CustomLabelsError RetriesExhausted(TransportException error, string subject, int attempts) => new(
        ErrorId.RetriesExhausted, $"'{subject}' failed ({Attempts(attempts)}). {Sentence.Of(error.Message)}", "Check the connection and run again, or raise -MaxAttempts.");

    public static CustomLabelsError EndpointUnreachable(TransportException error, Uri endpoint, int attempts) => new(
        ErrorId.EndpointUnreachable,
        $"{endpoint.GetLeftPart(UriPartial.Authority)} did not answer ({Attempts(attempts)}). {Sentence.Of(error.Message)}",
        error.Remedy ?? "Check the region, -EndpointUrl, the network, the proxy and the firewall.") { Scope = ErrorScope.Run };

    public static CustomLabelsError PagesRepeat(string subject) => new(
        ErrorId.RetriesExhausted, $"The list of '{VisibleText.Of(subject)}' does not end: its pages come again.", "Run again; check -EndpointUrl and what stands in between.");

    public static CustomLabelsError AnswerLost(Call call, string why) => new(
        ErrorId.AnswerLost,
        $"{call.Operation.Name} was sent for '{call.Subject}', and its answer got lost. {Sentence.Of(why)}",
        "It may have been carried out or not, so it was not sent again: look at the present state before you run the command again.") { Scope = ErrorScope.Run };

    public static CustomLabelsError ThrottleTimeout(ServiceException error, Call call, TimeSpan timeout) => New(
        ErrorScope.Image, ErrorId.ThrottleTimeout, error,
        $"The service throttled '{call.Subject}' and everything else for {timeout.TotalSeconds:0} s.",
        call.Operation == RekognitionOperations.DetectCustomLabels
            ? "Give the model more inference units, reduce other load on the model, or raise -ThrottleTimeout."
            : $"Run again later: others in the account use up what it may ask of {call.Operation.Name}.");

    /// <summary>An error in the service's words, between what happened and what is known of it.</summary>
    /// <param name="scope">How far it reaches.</param>
    /// <param name="id">What it is.</param>
    /// <param name="error">The answer.</param>
    /// <param name="what">What happened: a sentence.</param>
    /// <param name="action">What to do about it.</param>
    /// <param name="explanation">Why it may have happened: a sentence; null when nothing is known.</param>
    public static CustomLabelsError New(ErrorScope scope, ErrorId id, ServiceException error, string what, string action, string? explanation = null)
    {
        var code = error.Code.Length > 0 ? VisibleText.Of(error.Code) : $"HTTP {error.StatusCode}";
        var request = error.RequestId is null ? "" : $", request {VisibleText.Of(error.RequestId)}";
        var said = error.Message.Length == 0 ? "" : " " + Sentence.Of(error.Message);
        var why = explanation is null ? "" : " " + explanation;
        return new CustomLabelsError(id, $"{what}{said} ({code}{request}){why}", action) { Code = error.Code.Length > 0 ? VisibleText.Of(error.Code) : null, Scope = scope };
    }

    private static string Attempts(int attempts) => attempts == 1 ? "1 attempt" : $"{attempts} attempts";
}
