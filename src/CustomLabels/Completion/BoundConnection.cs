using CustomLabels.Api.Transport;
using CustomLabels.Connection;

namespace CustomLabels.Completion;

/// <summary>The connection that a command would use if it were run as it stands.</summary>
/// <param name="Settings">How to connect.</param>
/// <param name="Region">The region; null leaves it to the profile.</param>
/// <param name="InHand">The object that the settings' credentials come from; null when they come from elsewhere.</param>
internal sealed record BoundConnection(ConnectionSettings Settings, string? Region, object? InHand)
{
    /// <summary>Reads it off a command; null when a part of it can't be known yet: the wrong account must not be asked.</summary>
    /// <param name="typed">The command.</param>
    /// <param name="arnRegion">The region of the ARN that is being typed; null when it has not come that far.</param>
    public static BoundConnection? Read(TypedArguments typed, string? arnRegion)
    {
        if (!typed.AreKnown(ConnectionParameters.DecidingWho)) return null;
        var session = CompletionSession.State();
        var settings = SessionConnection.Read(ConnectionParameters.DecidingWho, typed, session);
        return new BoundConnection(settings, RegionChoice.Find(settings, arnRegion), SessionConnection.CredentialInHand(settings, typed, session));
    }
}
