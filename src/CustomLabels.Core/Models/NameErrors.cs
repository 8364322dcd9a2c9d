using System;

namespace CustomLabels.Models;

/// <summary>Errors of the names of projects and models.</summary>
internal static class NameErrors
{
    private const string Form = "1 to 255 letters, digits, '_', '.' and '-'";
    private const string Case = "Names are case-sensitive; wildcards are not.";

    public static CustomLabelsError Empty(string parameter) => new(
        ErrorId.NameEmpty,
        $"-{parameter} was given and is empty.",
        $"Leave -{parameter} out for all, or check the variable or property that it came from.") { Scope = ErrorScope.Run };

    public static CustomLabelsError ProjectNotFound(string project, string region) => new(
        ErrorId.ProjectNotFound,
        $"There is no project '{VisibleText.Of(project)}' in {VisibleText.Of(region)}.",
        $"Check name, region and account: Get-RKProject lists the projects. {Case}");

    public static CustomLabelsError ModelNotFound(string model, string region) => new(
        ErrorId.ModelNotFound,
        $"There is no model '{VisibleText.Of(model)}' in {VisibleText.Of(region)}.",
        $"Check name, region and account: Get-RKModel lists the models. {Case}");

    public static CustomLabelsError ModelNameInvalid(string name) => Invalid(name, $"the name of a project ({Form}) or of a model (project/version)");

    public static CustomLabelsError ProjectNameInvalid(string name) => Arns.ProjectVersionArn.TryParse(name) is { } model
        ? new(ErrorId.RequestInvalid, $"'{VisibleText.Of(name)}' is the ARN of a model, and a project is needed.", $"Give the project: '{model.ProjectName}'. Of models in the pipeline it is ForEach-Object ProjectName.")
        : Invalid(name, $"the name of a project ({Form})");

    public static CustomLabelsError RegionMissing() => new(
        ErrorId.RegionMissing,
        "There is no region to ask in.",
        "Give -Region, set AWS_REGION or the session's default (Set-DefaultAWSRegion), or give the profile a region ('aws configure set region').") { Scope = ErrorScope.Run };

    // How PowerShell writes an object where a text is wanted: its properties, or its type.
    private static CustomLabelsError Invalid(string name, string what) => name.StartsWith("@{", StringComparison.Ordinal) || name.StartsWith("System.", StringComparison.Ordinal)
        ? new(
            ErrorId.InputUnsupported,
            $"The object that came through the pipeline has no ARN where one is looked for, and is no name: '{VisibleText.Of(name)}'.",
            "Pipe names, ARNs, or objects with the property ProjectVersionArn or ProjectArn.")
        : new(ErrorId.RequestInvalid, $"'{VisibleText.Of(name)}' can't be {what}.", "Give a name, an ARN, or a name with the wildcards *, ? and [].");
}
