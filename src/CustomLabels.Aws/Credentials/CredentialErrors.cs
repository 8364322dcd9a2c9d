using System;
using System.Linq;
using System.Text.RegularExpressions;
using CustomLabels.Aws.Settings;

namespace CustomLabels.Aws.Credentials;

/// <summary>What went wrong with credentials. Never with the SDK's exception inside: some of those hold a line of a credentials file, secret and all.</summary>
internal static class CredentialErrors
{
    private const string Remedies =
        "Give credentials as parameters, set AWS_PROFILE or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or run 'aws configure' or 'aws sso login'.";

    private const string SignInAgain = "Sign in again, with 'aws sso login' or as the credentials were made, and run the command again.";

    // By words, because the exception may be of another copy of the SDK: "The security token included in the request is expired", "SSO Token has
    // expired and can not be refreshed", "No valid SSO Token could be found.", "Session token not found or invalid" (of the SSO portal).
    private static readonly Regex Expiry = Pattern(@"\bexpired\b|\bSSO Token\b|^Session token not found");

    public static CustomLabelsException Missing(string message, string recommendedAction = Remedies) => Create(ErrorId.CredentialsMissing, message, recommendedAction);

    /// <summary>The source is known and gives nothing.</summary>
    /// <param name="source">Its name.</param>
    /// <param name="error">What it came to.</param>
    /// <param name="found">What was found there; null when it came to nothing at all.</param>
    public static CustomLabelsException Unavailable(string source, Exception error, FoundCredentials? found)
    {
        // The SDK's client of STS wraps what the credentials that assume the role say.
        if (FailureText.Chain(error).OfType<CustomLabelsException>().FirstOrDefault() is { } own)
            return own;

        return IsExpiry(error)
            ? Create(ErrorId.CredentialsExpired, $"The credentials from {source} have expired or can't be renewed: {FailureText.Of(error)}", found?.SignIn ?? SignInAgain)
            : Missing($"No credentials could be obtained from {source}: {FailureText.Of(error)}", found?.Remedy ?? Remedies);
    }

    private static bool IsExpiry(Exception error) => FailureText.Chain(error).Any(static e => IsOfAws(e) && Expiry.IsMatch(e.Message));

    private static bool IsOfAws(Exception error) => error.GetType().Namespace?.StartsWith("Amazon.", StringComparison.Ordinal) == true;

    private static Regex Pattern(string pattern) =>
        new(pattern, RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private static CustomLabelsException Create(ErrorId id, string message, string recommendedAction) =>
        new(new CustomLabelsError(id, FailureText.Shown(message), FailureText.Shown(recommendedAction)) { Scope = ErrorScope.Run });
}
