namespace CustomLabels.Models;

/// <summary>Errors of the names of projects and models.</summary>
internal static class NameErrors
{
    private const string Form = "letters, digits, '_', '.' and '-', 1 to 255 of them";

    public static DetectionError Empty(string parameter) => new(
        ErrorId.NameEmpty,
        $"-{parameter} was given and is empty.",
        $"Leave -{parameter} out for all, or check the variable or property that it came from.") { Scope = ErrorScope.Run };

    public static DetectionError ProjectNotFound(string project, string region) => new(
        ErrorId.ProjectNotFound,
        $"There is no project '{VisibleText.Of(project)}' in {VisibleText.Of(region)}.",
        "Check the name, which is case-sensitive, the region and the account. Get-RKProject lists the projects.");

    public static DetectionError ModelNotFound(string model, string region) => new(
        ErrorId.ModelNotFound,
        $"There is no model '{VisibleText.Of(model)}' in {VisibleText.Of(region)}.",
        "Check the name, which is case-sensitive, the region and the account. Get-RKModel lists the models.");

    public static DetectionError NameInvalid(string name) => new(
        ErrorId.RequestInvalid,
        $"'{VisibleText.Of(name)}' can't be the name of a project or a model: a project is {Form}, a model is project/version.",
        "Give a name, an ARN, or a name with the wildcards *, ? and [].");

    public static DetectionError ProjectNameInvalid(string name) => new(
        ErrorId.RequestInvalid,
        $"'{VisibleText.Of(name)}' can't be the name of a project: that is {Form}.",
        "Give a name, an ARN, or a name with the wildcards *, ? and [].");

    public static DetectionError InputUnsupported(string what) => new(
        ErrorId.InputUnsupported,
        $"An object came through the pipeline in which there is neither a name nor an ARN to use: '{VisibleText.Of(what)}'.",
        "Pipe names, ARNs, projects or models. Select-Object makes copies of another type: pipe their ARN instead, as in '... | ForEach-Object ProjectArn'.");

    public static DetectionError RegionMissing() => new(
        ErrorId.RegionMissing,
        "There is no region to ask in.",
        "Give -Region, set AWS_REGION or the session's default (Set-DefaultAWSRegion), or give the profile a region ('aws configure set region').") { Scope = ErrorScope.Run };
}
