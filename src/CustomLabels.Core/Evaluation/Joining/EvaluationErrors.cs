using static System.FormattableString;

namespace CustomLabels.Evaluation.Joining;

/// <summary>Errors of measuring.</summary>
internal static class EvaluationErrors
{
    /// <summary>No truth was given.</summary>
    public static CustomLabelsError TruthMissing() => new(
        ErrorId.RequestInvalid,
        "No ground truth was given.",
        "Give -GroundTruth: a file or folder that Import-RKAnnotation reads, or what it gives.") { Scope = ErrorScope.Run };

    /// <summary>Nothing to measure was given.</summary>
    public static CustomLabelsError InputMissing() => new(
        ErrorId.RequestInvalid,
        "No result was given.",
        "Pipe in what Invoke-RKCustomLabelDetection, Import-RKJournal or Import-RKAnnotation gives, or give it as -InputObject.") { Scope = ErrorScope.Run };

    /// <summary>No picture has both a truth and an answer.</summary>
    public static CustomLabelsError Nothing(JoinedImages joined) => new(
        ErrorId.NothingToMeasure,
        Invariant($"No picture has both a truth and an answer: {joined.TruthCount} have a truth, {joined.AnswerCount} were answered, {joined.FailedCount} failed.")
        + (joined.Unanswered.Count > 0 && joined.Unknown.Count > 0 ? $" The first truth is of '{VisibleText.Of(joined.Unanswered[0])}', the first answer of '{VisibleText.Of(joined.Unknown[0])}'." : ""),
        "Pictures are found by path, by place in S3, and by name where only one has it: check that both are of the same pictures.") { Scope = ErrorScope.Run };

    /// <summary>Not all pictures of the truth have an answer.</summary>
    public static CustomLabelsError Incomplete(JoinedImages joined) => new(
        ErrorId.EvaluationIncomplete,
        Invariant($"{joined.Unanswered.Count} of {joined.TruthCount} pictures of the truth have no answer, {joined.FailedCount} of them because they failed. The first is '{VisibleText.Of(joined.Unanswered[0])}'."),
        "Ask about them again, or leave -Strict out: then they are left out and counted.") { Scope = ErrorScope.Run };

    /// <summary>Two truths are of one picture.</summary>
    public static CustomLabelsError TwoTruths(string image) => new(
        ErrorId.ImageAmbiguous,
        $"Two truths are of the picture '{VisibleText.Of(image)}'.",
        "Give each picture's truth once: Import-RKAnnotation's output shows in Source where each comes from.") { Scope = ErrorScope.Run };

    /// <summary>Two answers are of one picture.</summary>
    public static CustomLabelsError TwoAnswers(string image) => new(
        ErrorId.ImageAmbiguous,
        $"Two answers are of the picture '{VisibleText.Of(image)}'.",
        "Measure one model and one run at a time: Where-Object ProjectVersionArn -eq $arn, or a journal of its own for each.") { Scope = ErrorScope.Run };

    /// <summary>Several pictures have a name, and nothing else tells which is meant.</summary>
    public static CustomLabelsError NameAmbiguous(string name, int truths, int answers) => new(
        ErrorId.ImageAmbiguous,
        Invariant($"The name '{VisibleText.Of(name)}' is that of {truths} pictures of the truth and {answers} answers, and their folders differ."),
        "Have both name the pictures in the same folders: Import-RKAnnotation -ImageRoot says where the truth's are.") { Scope = ErrorScope.Run };

    /// <summary>VOC counts in pixels.</summary>
    public static CustomLabelsError SizeMissing(string image) => new(
        ErrorId.RequestInvalid,
        $"PASCAL VOC's method counts in pixels, and the size of '{VisibleText.Of(image)}' is not known.",
        "Give a truth that has the sizes, or -ImageRoot to Import-RKAnnotation; or take -Method Coco.") { Scope = ErrorScope.Run };
}
