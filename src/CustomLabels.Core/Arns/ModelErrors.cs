using CustomLabels.Arns;

namespace CustomLabels;

/// <summary>Errors of the model version that was asked. They end the run when the user named the model once for all images.</summary>
internal static class ModelErrors
{
    private const string ArnForm = ProjectVersionArn.Example;

    public static CustomLabelsError ArnMissing() => New(
        ErrorId.ProjectVersionArnMissing,
        "No model version was given.",
        $"Give -ProjectVersionArn, or pipe objects that have it as a property: an ARN ({ArnForm}) or project/version.");

    public static CustomLabelsError ArnInvalid(string arn) => New(
        ErrorId.ProjectVersionArnInvalid,
        $"'{VisibleText.Of(arn)}' is not the ARN of a model version; that has 20 to 2048 characters in the form {ArnForm}.",
        arn.Contains(":project/") && !arn.Contains("/version/")
            ? "This looks like a project's ARN: take the ARN of one of its versions (aws rekognition describe-project-versions)."
            : "Copy the ARN from the model's page in the console, or from 'aws rekognition describe-project-versions'.");

    public static CustomLabelsError RegionMismatch(string arn, string arnRegion, string region) => New(
        ErrorId.RegionMismatch,
        $"-Region is '{VisibleText.Of(region)}' but the model lives in '{arnRegion}' ({VisibleText.Of(arn)}).",
        "Leave -Region out: the region is taken from the ARN. Or give the ARN of a model in that region.");

    private static CustomLabelsError New(ErrorId id, string message, string action) => new(id, message, action) { Scope = ErrorScope.Model };
}
