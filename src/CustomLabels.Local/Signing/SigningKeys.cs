using System;
using System.Linq;

namespace CustomLabels.Local.Signing;

/// <summary>The keys that requests must be signed with. No record: its text would show the secret.</summary>
internal sealed class SigningKeys
{
    /// <summary>Takes the keys.</summary>
    /// <param name="accessKey">The access key id.</param>
    /// <param name="secretKey">The secret access key.</param>
    /// <param name="sessionToken">What temporary keys come with; null for long-term keys.</param>
    public SigningKeys(string accessKey, string secretKey, string? sessionToken)
    {
        AccessKey = accessKey;
        SecretKey = secretKey;
        SessionToken = sessionToken;
    }

    public string AccessKey { get; }

    public string SecretKey { get; }

    public string? SessionToken { get; }

    /// <summary>The keys that an endpoint was given; null without any.</summary>
    /// <param name="accessKey">The access key id.</param>
    /// <param name="secretKey">The secret access key.</param>
    /// <param name="sessionToken">The session token.</param>
    /// <exception cref="LocalOptionException">They can't be used. The message holds no secret.</exception>
    public static SigningKeys? Of(string? accessKey, string? secretKey, string? sessionToken)
    {
        if ((accessKey ?? secretKey ?? sessionToken) is null) return null;
        if (string.IsNullOrEmpty(accessKey)) throw Bad(nameof(LocalEndpointOptions.AccessKey), "There is no AccessKey for the other keys. Give AccessKey and SecretKey, or no key to accept any signature.");
        if (string.IsNullOrEmpty(secretKey)) throw Bad(nameof(LocalEndpointOptions.SecretKey), "There is no SecretKey for the AccessKey. Give both, or no key to accept any signature.");
        if (sessionToken is { Length: 0 }) throw Bad(nameof(LocalEndpointOptions.SessionToken), "The SessionToken is empty. Give one, or leave it out for long-term keys.");
        if (!accessKey!.All(c => c is > ' ' and < '\x7F' and not ('/' or ',' or '=')))
            throw Bad(nameof(LocalEndpointOptions.AccessKey), $"'{VisibleText.Of(accessKey)}' can't be an access key id: no request can name it. Use letters and digits, such as AKIDEXAMPLE.");
        return new SigningKeys(accessKey!, secretKey!, sessionToken);
    }

    private static LocalOptionException Bad(string option, string message) => new(message, option);
}
