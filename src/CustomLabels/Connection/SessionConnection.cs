using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using CustomLabels.Api.Transport;

namespace CustomLabels.Connection;

/// <summary>The connection of a command: of its parameters, and of what the session has set.</summary>
internal static class SessionConnection
{
    /// <summary>How to connect. What nobody says comes from the SDK's own chain.</summary>
    /// <param name="parameters">The parameters that count.</param>
    /// <param name="values">What was given for them.</param>
    /// <param name="session">The session of the command.</param>
    /// <exception cref="CustomLabelsException">The credentials given, or the session's, or its proxy can't be used.</exception>
    public static ConnectionSettings Read(IEnumerable<ConnectionParameter> parameters, IParameterValues values, SessionState session)
    {
        var given = parameters.Aggregate(new ConnectionSettings(), (settings, parameter) => parameter.Apply(settings, values));
        return given with
        {
            SessionRegion = AwsToolsSession.Region(session),
            Proxy = SessionProxy.Find(session),
            Credential = values[ConnectionParameters.Credential] is { } credential ? CredentialObject.Read(credential, $"-{ConnectionParameters.Credential}")
                : given.NamesCredentials ? null : AwsToolsSession.Credentials(session),
        };
    }

    /// <summary>The object that the settings' credentials come from, by itself; null when they come from elsewhere.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="values">What was given.</param>
    /// <param name="session">The session of the command.</param>
    public static object? CredentialInHand(ConnectionSettings settings, IParameterValues values, SessionState session)
    {
        if (settings.Credential is null) return null;
        var value = values[ConnectionParameters.Credential] ?? session.PSVariable.GetValue(AwsToolsSession.CredentialsVariable);
        return value is PSObject wrapped ? wrapped.BaseObject : value;
    }
}
