using System.Management.Automation;
using CustomLabels.Binding;
using CustomLabels.Evaluation.Figures;
using CustomLabels.Evaluation.Joining;
using CustomLabels.Evaluation.Measuring;

namespace CustomLabels.Commands;

/// <summary>Measures how good a model is: what it found against what is there.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "RKDetection", SupportsShouldProcess = true)]
[OutputType(typeof(DetectionEvaluation), typeof(ImageEvaluation))]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "A source without a timer holds nothing to dispose, and a stop may still reach it when the command is done.")]
public sealed partial class MeasureRKDetectionCommand : PSCmdlet
{
    private readonly AnswerList _answers = new();
    private MeasureOptions _options = null!;
    private GroupKey? _group;

    /// <summary>What was found: results of Invoke-RKCustomLabelDetection or Import-RKJournal, or annotations with confidences.</summary>
    [Parameter(ValueFromPipeline = true)]
    [AllowNull]
    public object[]? InputObject { get; set; }

    /// <summary>Each picture with what was found, found wrongly and missed, in place of figures.</summary>
    [Parameter]
    public SwitchParameter PerImage { get; set; }

    /// <summary>What pictures are put together by: a property's name, or a script block.</summary>
    [Parameter]
    [ValidateNotNull]
    public object? GroupBy { get; set; }

    /// <summary>Judge thresholds on pictures that they weren't chosen on: in so many parts.</summary>
    [Parameter]
    [ValidateRange(2, 1000)]
    public int? CrossValidate { get; set; }

    /// <summary>Which of the ways to make parts.</summary>
    [Parameter]
    public int Seed { get; set; } = 1;

    /// <summary>A page to write besides: curves, matrix, thresholds and the worst pictures.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ReportPath { get; set; }

    /// <summary>Replace a page that is there.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>End where a picture of the truth has no answer.</summary>
    [Parameter]
    public SwitchParameter Strict { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => Guard(() =>
    {
        if (!MyInvocation.ExpectingInput && InputObject is null) throw new CustomLabelsException(EvaluationErrors.InputMissing());
        if (GroundTruth is null) throw new CustomLabelsException(EvaluationErrors.TruthMissing());
        _report = new AnnotationPaths(this).Full(nameof(ReportPath), ReportPath);
        _group = GroupBy is null ? null : new GroupKey(GroupBy);
        _options = new MeasureOptions
        {
            IoU = IoU ?? 0.5,
            Method = Method,
            LabelConfidence = LabelConfidenceParameter.Of(LabelConfidence),
            Goal = new ThresholdGoal(MinPrecision, MinRecall),
            Folds = CrossValidate,
            Seed = Seed,
            IsGrouped = GroupBy is not null,
        };
    });

    /// <inheritdoc/>
    protected override void ProcessRecord() => Guard(() =>
    {
        foreach (var item in InputObject ?? [null!])
        {
            _answers.Group = _group?.Of(item);
            LabelledInput.Give(item, _answers);
        }
    });

    /// <inheritdoc/>
    protected override void EndProcessing() => Guard(() =>
    {
        // Nothing came: an empty pipeline is nothing, and no error.
        if (_answers.Answers.Count == 0) return;
        var joined = ImageJoin.Join(ReadTruth(), _answers.Answers);
        if (Strict && joined.Images.Count > 0 && joined.Unanswered.Count > 0) throw new CustomLabelsException(EvaluationErrors.Incomplete(joined));
        var evaluation = new DetectionMeasurer(_options).Measure(joined);
        WriteReport(evaluation);
        foreach (var warning in EvaluationWords.Joined(joined, _answers.HasPieces)) WriteWarning(warning);
        foreach (var warning in evaluation.Warnings) WriteWarning(warning);
        if (PerImage) WriteObject(ImageOutcomes.Of(evaluation.Evidence), enumerateCollection: true);
        else WriteObject(evaluation);
    });

    /// <inheritdoc/>
    protected override void StopProcessing() => _stopping.Cancel();
}
