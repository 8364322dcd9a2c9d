using System.Linq;
using Amazon.Runtime;
using CustomLabels.Api.Transport;
using CustomLabels.Aws.Settings;

namespace CustomLabels.Aws.Credentials;

/// <summary>Keys that a user hands over, as text or as an object.</summary>
internal static class GivenKeys
{
    /// <summary>The keys; null when none were given.</summary>
    /// <exception cref="CustomLabelsException">Some were given, but not a whole set, or they can't be keys.</exception>
    public static ImmutableCredentials? Find(ConnectionSettings settings)
    {
        if ((settings.AccessKey ?? settings.SecretKey ?? settings.SessionToken) is null)
            return null;

        var (accessKey, secretKey, token) = (CheckedKeys.Trimmed(settings.AccessKey), CheckedKeys.Trimmed(settings.SecretKey), CheckedKeys.Trimmed(settings.SessionToken));
        if (accessKey is null || secretKey is null)
            throw Invalid(Incomplete(accessKey, secretKey, token));

        return CheckedKeys.Of(accessKey, secretKey, token, "the given keys");
    }

    /// <summary>The keys that a provider has now.</summary>
    /// <exception cref="CustomLabelsException">They can't be keys.</exception>
    public static ImmutableCredentials From(ICredentialProvider provider)
    {
        var keys = provider.GetKeys();
        return CheckedKeys.Of(keys.AccessKey, keys.SecretKey, keys.SessionToken, provider.Source);
    }

    private static string Incomplete(string? accessKey, string? secretKey, string? token)
    {
        (string Name, string? Value)[] keys = [("AccessKey", accessKey), ("SecretKey", secretKey), ("SessionToken", token)];
        var given = keys.ToLookup(key => !string.IsNullOrEmpty(key.Value), key => key.Name);
        return given.Contains(true)
            ? $"{string.Join(" and ", given[true])} can't be used without {string.Join(" and ", given[false].Where(name => name is not "SessionToken"))}."
            : "The given keys are empty.";
    }

    private static CustomLabelsException Invalid(string message) =>
        SettingErrors.Invalid(message, "Give AccessKey and SecretKey, and for temporary keys SessionToken too; or none of them.");
}
