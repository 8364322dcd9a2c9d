namespace CustomLabels.Aws.Settings;

/// <summary>A setting that can't be used, whoever made it.</summary>
internal static class SettingErrors
{
    public static CustomLabelsException Invalid(string message, string recommendedAction) =>
        new(new CustomLabelsError(ErrorId.RequestInvalid, message, recommendedAction) { Scope = ErrorScope.Run });
}
