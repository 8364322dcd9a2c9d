namespace CustomLabels.Pipeline;

/// <summary>What a user wants to see of results.</summary>
/// <param name="ExpandLabels">One object a label instead of one an image.</param>
/// <param name="IncludeFailed">Failures as results instead of error records.</param>
/// <param name="OneModel">The model was named with the command: an error of it ends the run.</param>
internal sealed record OutputShape(bool ExpandLabels, bool IncludeFailed, bool OneModel);
