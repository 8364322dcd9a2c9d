using System;
using System.Linq;
using System.Management.Automation;
using CustomLabels.Endpoints;
using CustomLabels.Parameters;
using CustomLabels.Service;
using CustomLabels.Session;

namespace CustomLabels.Completion;

/// <summary>The connection that a command would use if it were run as it stands.</summary>
/// <param name="Settings">How to connect.</param>
/// <param name="Region">The region; null leaves it to the profile.</param>
/// <param name="InHand">The object that the settings' credentials come from; null when they come from elsewhere.</param>
internal sealed record BoundConnection(ConnectionSettings Settings, string? Region, object? InHand)
{
    // In this order, as the SDK's own chain.
    private static readonly string[] RegionVariables = ["AWS_REGION", "AWS_DEFAULT_REGION"];

    // What decides who is asked, and as whom.
    private static readonly string[] Parameters =
    [
        nameof(ConnectionCmdlet.ProfileName), nameof(ConnectionCmdlet.ProfileLocation), nameof(ConnectionCmdlet.AccessKey), nameof(ConnectionCmdlet.SecretKey),
        nameof(ConnectionCmdlet.SessionToken), nameof(ConnectionCmdlet.Credential), nameof(ConnectionCmdlet.NoSignRequest), nameof(ConnectionCmdlet.Region),
        nameof(ConnectionCmdlet.EndpointUrl), nameof(ConnectionCmdlet.SkipCertificateCheck), nameof(ConnectionCmdlet.CABundle),
    ];

    /// <summary>Reads it off a command; null when a part of it can't be known yet: the wrong account must not be asked.</summary>
    /// <param name="typed">The command.</param>
    /// <param name="arnRegion">The region of the ARN that is being typed; null when it has not come that far.</param>
    public static BoundConnection? Read(TypedArguments typed, string? arnRegion)
    {
        if (!typed.AreKnown(Parameters)) return null;
        var session = CompletionSession.State();
        var endpointUrl = typed.Value<Uri>(nameof(ConnectionCmdlet.EndpointUrl));
        var settings = new ConnectionSettings
        {
            ProfileName = typed.Value<string>(nameof(ConnectionCmdlet.ProfileName)),
            ProfileLocation = typed.FullPath(nameof(ConnectionCmdlet.ProfileLocation)),
            AccessKey = typed.Value<string>(nameof(ConnectionCmdlet.AccessKey)),
            SecretKey = typed.Value<string>(nameof(ConnectionCmdlet.SecretKey)),
            SessionToken = typed.Value<string>(nameof(ConnectionCmdlet.SessionToken)),
            NoSignRequest = typed.IsOn(nameof(ConnectionCmdlet.NoSignRequest)),
            EndpointUrl = endpointUrl,
            SkipCertificateCheck = typed.IsOn(nameof(ConnectionCmdlet.SkipCertificateCheck)),
            CABundle = typed.FullPath(nameof(ConnectionCmdlet.CABundle)),
            Proxy = SessionProxy.Find(session),
        };
        var region = typed.Value<string>(nameof(ConnectionCmdlet.Region)) ?? arnRegion ?? RegionOf(endpointUrl)
            ?? AwsToolsSession.Region(session)
            ?? RegionVariables.Select(name => Environment.GetEnvironmentVariable(name)?.Trim()).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        var inHand = FindInHand(typed, session, settings);
        return new BoundConnection(settings with { Credential = inHand is null ? null : CredentialObject.Read(inHand, "the session") }, region, inHand);
    }

    // In the order of the command itself.
    private static object? FindInHand(TypedArguments typed, SessionState session, ConnectionSettings settings) =>
        typed.Value(nameof(ConnectionCmdlet.Credential)) ?? (settings.NamesCredentials ? null : session.PSVariable.GetValue(AwsToolsSession.CredentialsVariable));

    // An endpoint of this session knows.
    private static string? RegionOf(Uri? endpointUrl) =>
        SessionEndpoints.Current.Running.FirstOrDefault(endpoint => new Uri(endpoint.EndpointUrl) == endpointUrl)?.Region;
}
