using CustomLabels.Arns;

namespace CustomLabels.Output;

/// <summary>What a user wants to see of results, and which of them end the command.</summary>
/// <param name="ExpandLabels">One object a label instead of one an image.</param>
/// <param name="IncludeFailed">Failures as results instead of error records.</param>
/// <param name="CommandModel">The model that was named with the command: an error of it ends the run. Null when there is none.</param>
/// <param name="MaxConsecutiveFailures">The failed images in a row that end the run; null for any number.</param>
/// <param name="Sample">Written once, in place of all answers; null where answers are wanted.</param>
internal sealed record OutputShape(bool ExpandLabels, bool IncludeFailed, string? CommandModel, int? MaxConsecutiveFailures, string? Sample)
{
    /// <summary>Whether every other image would fail as this one did.</summary>
    public bool EndsRun(DetectionResult result) =>
        result.Error?.Scope == ErrorScope.Run || (result.Error?.Scope == ErrorScope.Model && result.ProjectVersionArn == CommandModel);
}
