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

    public static CustomLabelsError ModelEmpty() => new(
        ErrorId.NameEmpty, "-ProjectVersionArn was given and is empty.", "Nothing was done. Check the variable or property that it came from.") { Scope = ErrorScope.Run };

    public static CustomLabelsError ProjectNotFound(string project, string region) => new(
        ErrorId.ProjectNotFound,
        $"There is no project '{VisibleText.Of(project)}' in {VisibleText.Of(region)}.",
        $"Check name, region and account: Get-RKProject lists the projects. {Case}");

    public static CustomLabelsError ModelNotFound(string model, string region) => new(
        ErrorId.ModelNotFound,
        $"There is no model '{VisibleText.Of(model)}' in {VisibleText.Of(region)}.",
        $"Check name, region and account: Get-RKModel lists the models. {Case}");

    public static CustomLabelsError ModelReferenceInvalid(string text) => IsObject(text) ? NoArn(text) : new(
        ErrorId.ProjectVersionArnInvalid,
        $"'{VisibleText.Of(text)}' is neither the ARN of a model version ({Arns.ProjectVersionArn.Example}) nor its name (project/version).",
        "Get-RKModel lists names and ARNs; each name has 1 to 255 letters, digits, '_', '.' and '-'.") { Scope = ErrorScope.Model };

    public static CustomLabelsError WildcardsRefused(string text) => new(
        ErrorId.RequestInvalid,
        $"'{VisibleText.Of(text)}' has wildcards, and exactly one model is meant here.",
        $"Give project/version or an ARN, or pipe in what is meant: Get-RKModel '{VisibleText.Of(text)}' | ...") { Scope = ErrorScope.Model };

    public static CustomLabelsError ModelNameInvalid(string name) => Invalid(name, $"the name of a project ({Form}) or of a model (project/version)");

    public static CustomLabelsError ProjectNameInvalid(string name) => Arns.ProjectVersionArn.TryParse(name) is { } model
        ? new(ErrorId.RequestInvalid, $"'{VisibleText.Of(name)}' is the ARN of a model, and a project is needed.", $"Give the project: '{model.ProjectName}'. Of models in the pipeline it is ForEach-Object ProjectName.")
        : Invalid(name, $"the name of a project ({Form})");

    public static CustomLabelsError RegionMissing() => new(
        ErrorId.RegionMissing,
        "There is no region to ask in.",
        "Give -Region, set AWS_REGION or the session's default (Set-DefaultAWSRegion), or give the profile a region ('aws configure set region').") { Scope = ErrorScope.Run };

    private static CustomLabelsError Invalid(string name, string what) => IsObject(name) ? NoArn(name)
        : new(ErrorId.RequestInvalid, $"'{VisibleText.Of(name)}' can't be {what}.", "Give a name, an ARN, or a name with the wildcards *, ? and [].");

    // How PowerShell writes an object where a text is wanted: its properties, or its type.
    private static bool IsObject(string text) => text.StartsWith("@{", StringComparison.Ordinal) || text.StartsWith("System.", StringComparison.Ordinal);

    private static CustomLabelsError NoArn(string text) => new(
        ErrorId.InputUnsupported,
        $"The object that came through the pipeline has no ARN where one is looked for, and is no name: '{VisibleText.Of(text)}'.",
        "Pipe names, ARNs, or objects with the property ProjectVersionArn or ProjectArn.");
}
