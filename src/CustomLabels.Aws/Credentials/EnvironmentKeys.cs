using System;
using Amazon.Runtime;
using CustomLabels.Aws.Settings;

namespace CustomLabels.Aws.Credentials;

/// <summary>The keys that stand in the environment.</summary>
internal static class EnvironmentKeys
{
    /// <summary>What to call them.</summary>
    public const string Source = "environment variables";

    /// <summary>Whether there are any, or half a pair of them.</summary>
    public static bool AreThere => (AccessKey ?? SecretKey) is not null;

    private static string? AccessKey => Value("AWS_ACCESS_KEY_ID");

    // The second is an old name that the SDK takes too.
    private static string? SecretKey => Value("AWS_SECRET_ACCESS_KEY") ?? Value("AWS_SECRET_KEY");

    /// <summary>The keys; null when there are none. A session token alone does not count.</summary>
    /// <exception cref="CustomLabelsException">There is half a pair (<see cref="ErrorId.CredentialsMissing"/>): whoever set it means it, so nothing else is
    /// looked at. Or a key has a character that no key has.</exception>
    public static ImmutableCredentials? Find()
    {
        if (!AreThere) return null;
        if (AccessKey is null) throw Half("AWS_SECRET_ACCESS_KEY", "AWS_ACCESS_KEY_ID");
        if (SecretKey is null) throw Half("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");
        return CheckedKeys.Of(AccessKey, SecretKey, Value("AWS_SESSION_TOKEN"), Source);
    }

    /// <summary>The error of a variable that says nothing without another.</summary>
    /// <param name="given">The variable that is set.</param>
    /// <param name="missing">The one that is not.</param>
    public static CustomLabelsException Half(string given, string missing) =>
        CredentialErrors.Missing($"The environment variable {given} is set, and {missing} is not.", $"Set {missing} too, or remove {given}.");

    private static string? Value(string variable) => CheckedKeys.Trimmed(Environment.GetEnvironmentVariable(variable));
}
