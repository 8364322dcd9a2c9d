namespace CustomLabels.Aws.Settings;

/// <summary>A setting that can't be used, whoever made it.</summary>
internal static class SettingErrors
{
    public static DetectionException Invalid(string message, string recommendedAction) =>
        new(new DetectionError(ErrorId.RequestInvalid, message, recommendedAction) { Scope = ErrorScope.Run });
}
