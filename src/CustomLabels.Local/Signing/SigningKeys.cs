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
    /// <exception cref="LocalOptionException">They can't be used. The message holds no secret.</exception>
    public static SigningKeys? Of(LocalEndpointOptions options)
    {
        if (options is { AccessKey: null, SecretKey: null, SessionToken: null }) return null;
        if (string.IsNullOrEmpty(options.AccessKey)) throw Bad(nameof(options.AccessKey), "There is no AccessKey for the other keys. Give AccessKey and SecretKey, or no key to accept any signature.");
        if (string.IsNullOrEmpty(options.SecretKey)) throw Bad(nameof(options.SecretKey), "There is no SecretKey for the AccessKey. Give both, or no key to accept any signature.");
        if (options.SessionToken is { Length: 0 }) throw Bad(nameof(options.SessionToken), "The SessionToken is empty. Give one, or leave it out for long-term keys.");
        if (!options.AccessKey!.All(c => c is > ' ' and < '\x7F' and not ('/' or ',' or '=')))
            throw Bad(nameof(options.AccessKey), $"'{VisibleText.Of(options.AccessKey)}' can't be an access key id: no request can name it. Use letters and digits, such as AKIDEXAMPLE.");
        return new SigningKeys(options.AccessKey!, options.SecretKey!, options.SessionToken);
    }

    private static LocalOptionException Bad(string option, string message) => new(message, option);
}
