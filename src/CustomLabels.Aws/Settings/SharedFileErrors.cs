using System;

namespace CustomLabels.Aws.Settings;

/// <summary>What is wrong with the shared AWS files, and with the places that are named for them: what was to come from there is missing.</summary>
internal static class SharedFileErrors
{
    /// <summary>A place that is named for the files can't be one.</summary>
    public static CustomLabelsException PlaceUnusable(Exception error) => Missing(
        $"The AWS settings in the shared files or the environment can't be used: {FailureText.Of(error)}", "Give the path of a credentials file.");

    /// <summary>The profile that is needed, or its file, is broken.</summary>
    /// <param name="fault">What is wrong, with file and line; never the line itself.</param>
    public static CustomLabelsException Unusable(string fault) => Missing(
        $"The shared AWS files can't be used: {fault}.", "Correct the file, or name another profile, or other files with AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE.");

    private static CustomLabelsException Missing(string message, string recommendedAction) =>
        new(new CustomLabelsError(ErrorId.CredentialsMissing, FailureText.Shown(message), FailureText.Shown(recommendedAction)) { Scope = ErrorScope.Run });
}
