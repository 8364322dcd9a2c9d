using System.Linq;
using Amazon.Runtime;
using CustomLabels.Aws.Settings;

namespace CustomLabels.Aws.Credentials;

/// <summary>Keys from outside, made fit to be sent: wherever they come from, they pass here before a request is signed with them.</summary>
/// <remarks>A key becomes part of a header. A line end in it would end that header on the wire, and what follows would be another one.</remarks>
internal static class CheckedKeys
{
    private const string Remedy = "Give them as they were given to you: printable ASCII characters without blanks.";

    /// <summary>The keys without blanks and line ends at their ends.</summary>
    /// <param name="accessKey">The access key id.</param>
    /// <param name="secretKey">The secret access key.</param>
    /// <param name="token">The session token; null or empty for keys that last.</param>
    /// <param name="source">Where they come from, for people. The keys themselves are never shown.</param>
    /// <exception cref="CustomLabelsException">One is missing (<see cref="ErrorId.CredentialsMissing"/>), or has a character that no key has
    /// (<see cref="ErrorId.RequestInvalid"/>).</exception>
    public static ImmutableCredentials Of(string? accessKey, string? secretKey, string? token, string source)
    {
        var (id, secret, session) = (Trimmed(accessKey), Trimmed(secretKey), Trimmed(token));
        if (id is null || secret is null)
            throw CredentialErrors.Missing($"There is no {Missing(id, secret)} in {source}.");

        Check(id, "access key id", source);
        Check(secret, "secret access key", source);
        if (session is not null) Check(session, "session token", source);
        return new ImmutableCredentials(id, secret, session);
    }

    /// <summary>The same for keys that the SDK has got.</summary>
    public static ImmutableCredentials Of(ImmutableCredentials keys, string source) => Of(keys.AccessKey, keys.SecretKey, keys.Token, source);

    /// <summary>A value without blanks and line ends at its ends; null when nothing else is there.</summary>
    public static string? Trimmed(string? text) => text?.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    private static string Missing(string? id, string? secret) => id is not null ? "secret access key" : secret is not null ? "access key id" : "access key id or no secret access key";

    private static void Check(string key, string name, string source)
    {
        if (key.Any(static c => c is <= ' ' or >= '\x7f'))
            throw SettingErrors.Invalid($"The {name} of {VisibleText.Of(source)} has a control character, white space or a character outside of ASCII in it.", Remedy);
    }
}
