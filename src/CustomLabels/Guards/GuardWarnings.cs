using System;
using System.Linq;

namespace CustomLabels.Guards;

/// <summary>What a session has and a guard hasn't.</summary>
internal static class GuardWarnings
{
    private static readonly string[] Variables =
    [
        "AWS_PROFILE", "AWS_ACCESS_KEY_ID", "AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE", "AWS_CA_BUNDLE", "AWS_WEB_IDENTITY_TOKEN_FILE",
        "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI", "HTTPS_PROXY", "https_proxy",
    ];

    /// <summary>What to warn of when settings of this session are not known to the system; null when there are none. Their values are not told.</summary>
    public static string? OfEnvironment() => Variables.Where(name => Environment.GetEnvironmentVariable(name) is { Length: > 0 }).Distinct(StringComparer.OrdinalIgnoreCase).ToArray() is { Length: > 0 } set
        ? $"This session has {string.Join(", ", set)} in its environment, and the guard has not: it stops a model with the profile that its lease names, or else with the files of your home folder or the machine's role."
        : null;
}
