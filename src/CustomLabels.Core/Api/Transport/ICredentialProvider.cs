namespace CustomLabels.Api.Transport;

/// <summary>Keys that the user has in hand: as an object of another module's AWS SDK, as a PSCredential, in a variable of the session.</summary>
internal interface ICredentialProvider
{
    /// <summary>Where they come from, for people: never what they are.</summary>
    string Source { get; }

    /// <summary>The keys that are valid now. Asked for every request, so that keys that expire are renewed; requests that wait share an answer. May block.
    /// Called from any thread, from one at a time.</summary>
    /// <exception cref="System.Exception">Whatever kept it from them: its first line is shown.</exception>
    AccessKeys GetKeys();
}
