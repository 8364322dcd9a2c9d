using System.Linq;
using Amazon.Runtime;
using CustomLabels.Aws.Settings;
using CustomLabels.Service;

namespace CustomLabels.Aws.Credentials;

/// <summary>Keys that a user hands over, as text or as an object.</summary>
internal static class GivenKeys
{
    /// <summary>The keys; null when none were given.</summary>
    /// <exception cref="DetectionException">Some were given, but not a whole set, or they can't be keys.</exception>
    public static ImmutableCredentials? Find(ConnectionSettings settings)
    {
        var (accessKey, secretKey, token) = (settings.AccessKey, settings.SecretKey, settings.SessionToken);
        if (accessKey is null && secretKey is null && token is null)
            return null;

        if (string.IsNullOrEmpty(accessKey) || string.IsNullOrEmpty(secretKey))
            throw Invalid(Incomplete(accessKey, secretKey, token));

        return Checked(new AccessKeys(accessKey!, secretKey!, token), "A given key");
    }

    /// <summary>The keys that a provider has now.</summary>
    /// <exception cref="DetectionException">They can't be keys.</exception>
    public static ImmutableCredentials From(ICredentialProvider provider)
    {
        var keys = provider.GetKeys();
        return string.IsNullOrEmpty(keys.AccessKey) || string.IsNullOrEmpty(keys.SecretKey)
            ? throw CredentialErrors.Missing($"There is no access key id or no secret access key in {provider.Source}.")
            : Checked(keys, $"A key of {provider.Source}");
    }

    // Told here because further on it would be a refused signature, or a header that can't be sent.
    private static ImmutableCredentials Checked(AccessKeys keys, string what)
    {
        var token = string.IsNullOrEmpty(keys.SessionToken) ? null : keys.SessionToken;
        return IsKey(keys.AccessKey) && IsKey(keys.SecretKey) && (token is null || IsKey(token))
            ? new ImmutableCredentials(keys.AccessKey, keys.SecretKey, token)
            : throw Invalid($"{what} has white space or a character outside of ASCII in it.");
    }

    private static string Incomplete(string? accessKey, string? secretKey, string? token)
    {
        (string Name, string? Value)[] keys = [("AccessKey", accessKey), ("SecretKey", secretKey), ("SessionToken", token)];
        var given = keys.ToLookup(key => !string.IsNullOrEmpty(key.Value), key => key.Name);
        return given.Contains(true)
            ? $"{string.Join(" and ", given[true])} can't be used without {string.Join(" and ", given[false].Where(name => name is not "SessionToken"))}."
            : "The given keys are empty.";
    }

    private static bool IsKey(string text) => text.All(c => c is > ' ' and < '\x7f');

    private static DetectionException Invalid(string message) =>
        SettingErrors.Invalid(message, "Give AccessKey and SecretKey, and for temporary keys SessionToken too; or none of them.");
}
