namespace CustomLabels.Aws.Settings;

/// <summary>Which profile is meant where none is named.</summary>
internal static class ProfileName
{
    /// <summary>The one that needs no name.</summary>
    public const string BuiltIn = "default";

    /// <summary><c>AWS_PROFILE</c>, else <c>AWS_DEFAULT_PROFILE</c>, else <c>default</c>.</summary>
    public static string Default => (Setting.FindInEnvironment("AWS_PROFILE") ?? Setting.FindInEnvironment("AWS_DEFAULT_PROFILE"))?.Value ?? BuiltIn;
}
