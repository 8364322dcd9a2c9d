using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using CustomLabels.Binding;
using CustomLabels.Detection;
using CustomLabels.Evaluation.Measuring;

namespace CustomLabels.Commands;

/// <content>A threshold for each label.</content>
public sealed partial class InvokeRKCustomLabelDetectionCommand
{
    private IReadOnlyDictionary<string, double>? _labelThresholds;

    /// <summary>The least confidence of each label, 0 to 100, by its name; '*' is every other label, and without it they take -MinConfidence. One request asks with the least of them. Thresholds of Measure-RKDetection go in as they are.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? LabelConfidence { get; set; }

    /// <summary>What the service is asked for: where labels have thresholds of their own, the least of them.</summary>
    private double? SentConfidence => Filter() is { } filter ? filter.LeastConfidence : LeastConfidence;

    // Where labels are left out here, the most are counted here too.
    private int? SentMaxResults => _labelThresholds is null ? MostResults : null;

    private double? OtherConfidence => _labelThresholds!.TryGetValue(MeasureOptions.Others, out var others) ? others : LeastConfidence;

    /// <summary>Ends the run where nothing says which threshold labels have that aren't named: every image would meet that.</summary>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.RequestInvalid"/>: nothing does.</exception>
    private void RequireOtherConfidence()
    {
        if (_labelThresholds is not null && OtherConfidence is null) throw new CustomLabelsException(InputErrors.OtherLabelsMissing());
    }

    /// <summary>What is left out of the image's answer; null where nothing is.</summary>
    private LabelFilter? Filter() => _labelThresholds is not null && OtherConfidence is { } others ? NewFilter(others) : null;

    private LabelFilter NewFilter(double others) =>
        new(_labelThresholds!.Where(label => label.Key != MeasureOptions.Others).ToDictionary(label => label.Key, label => label.Value, System.StringComparer.Ordinal), others, MostResults);
}
