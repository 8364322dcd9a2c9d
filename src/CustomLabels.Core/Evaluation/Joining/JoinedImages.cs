using System.Collections.Generic;

namespace CustomLabels.Evaluation.Joining;

/// <summary>Truth and answers brought together.</summary>
/// <param name="Images">Pictures with both, in the order of the truth.</param>
/// <param name="Unanswered">Names of pictures with a truth and no answer.</param>
/// <param name="Unknown">Names of pictures with an answer and no truth.</param>
/// <param name="FailedCount">How many answers are errors.</param>
/// <param name="TruthCount">How many pictures have a truth.</param>
/// <param name="AnswerCount">How many pictures were answered.</param>
internal sealed record JoinedImages(IReadOnlyList<MeasuredImage> Images, IReadOnlyList<string> Unanswered, IReadOnlyList<string> Unknown, int FailedCount, int TruthCount, int AnswerCount);
