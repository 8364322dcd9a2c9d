using System;
using System.Linq;
using CustomLabels.Api.Transport;
using CustomLabels.Connection;
using CustomLabels.Endpoints;

namespace CustomLabels.Completion;

/// <summary>The connection that a command would use if it were run as it stands.</summary>
/// <param name="Settings">How to connect.</param>
/// <param name="Region">The region; null leaves it to the profile.</param>
/// <param name="InHand">The object that the settings' credentials come from; null when they come from elsewhere.</param>
internal sealed record BoundConnection(ConnectionSettings Settings, string? Region, object? InHand)
{
    // In this order, as the SDK's own chain.
    private static readonly string[] RegionVariables = ["AWS_REGION", "AWS_DEFAULT_REGION"];

    /// <summary>Reads it off a command; null when a part of it can't be known yet: the wrong account must not be asked.</summary>
    /// <param name="typed">The command.</param>
    /// <param name="arnRegion">The region of the ARN that is being typed; null when it has not come that far.</param>
    public static BoundConnection? Read(TypedArguments typed, string? arnRegion)
    {
        if (!typed.AreKnown(ConnectionParameters.DecidingWho)) return null;
        var session = CompletionSession.State();
        var settings = SessionConnection.Read(ConnectionParameters.DecidingWho, typed, session);
        var region = settings.Region ?? arnRegion ?? RegionOf(settings.EndpointUrl)
            ?? settings.SessionRegion
            ?? RegionVariables.Select(name => Environment.GetEnvironmentVariable(name)?.Trim()).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        return new BoundConnection(settings, region, SessionConnection.CredentialInHand(settings, typed, session));
    }

    // An endpoint of this session knows.
    private static string? RegionOf(Uri? endpointUrl) =>
        SessionEndpoints.Current.Running.FirstOrDefault(endpoint => new Uri(endpoint.EndpointUrl) == endpointUrl)?.Region;
}
