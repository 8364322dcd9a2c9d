using System;
using System.Collections.Generic;
using System.Linq;

namespace CustomLabels.Reports.Detections;

/// <summary>What the run came to. Holds figures, and no pictures.</summary>
internal sealed class RunTally
{
    private readonly SortedDictionary<string, FailureTally> _failures = new(StringComparer.Ordinal);
    private readonly List<string> _models = [];
    private readonly SortedSet<double> _asked = [];
    private DateTime _first = DateTime.MaxValue;
    private DateTime _last = DateTime.MinValue;

    /// <summary>Pictures.</summary>
    public int Count { get; private set; }

    /// <summary>Pictures that were asked about.</summary>
    public int ResultCount { get; private set; }

    /// <summary>Pictures that have a label.</summary>
    public int LabelledCount { get; private set; }

    /// <summary>Labels.</summary>
    public int LabelCount { get; private set; }

    /// <summary>Answers that come from a journal.</summary>
    public int JournalCount { get; private set; }

    /// <summary>Pictures for which the model's own thresholds applied.</summary>
    public int OwnThresholdCount { get; private set; }

    /// <summary>Pictures that people said something of.</summary>
    public int TruthCount { get; private set; }

    /// <summary>What failed, by the error's id.</summary>
    public IReadOnlyCollection<FailureTally> Failures => _failures.Values;

    /// <summary>How many failed.</summary>
    public int FailedCount => _failures.Values.Sum(failure => failure.Count);

    /// <summary>The model versions, in the order in which they were met.</summary>
    public IReadOnlyList<string> Models => _models;

    /// <summary>The confidences that were asked for, 0 to 100.</summary>
    public IReadOnlyCollection<double> AskedConfidences => _asked;

    /// <summary>From the first request to the last answer, UTC; null where no time is known.</summary>
    public (DateTime From, DateTime To)? Span => _first <= _last ? (_first, _last) : null;

    /// <summary>The number of a model version among the report's; null for none.</summary>
    public int? ModelOf(ReportPicture picture)
    {
        if (picture.ProjectVersionArn.Length == 0) return null;
        var index = _models.IndexOf(picture.ProjectVersionArn);
        if (index >= 0) return index;
        _models.Add(picture.ProjectVersionArn);
        return _models.Count - 1;
    }

    /// <summary>Counts a picture.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="isTruthKnown">Whether people said something of it.</param>
    public void Add(ReportPicture picture, bool isTruthKnown)
    {
        Count++;
        LabelCount += picture.Labels.Count;
        if (picture.Labels.Count > 0) LabelledCount++;
        if (isTruthKnown) TruthCount++;
        if (picture.Result is not { } result) return;
        ResultCount++;
        if (result.FromJournal) JournalCount++;
        if (result.MinConfidence is { } asked) _asked.Add(asked);
        else OwnThresholdCount++;
        if (picture.Error is { } error) Failure(error).Add(picture.Name);
        if (result.Timestamp == default) return;
        if (result.Timestamp > _last) _last = result.Timestamp;
        if (result.Timestamp - result.Duration < _first) _first = result.Timestamp - result.Duration;
    }

    private FailureTally Failure(CustomLabelsError error)
    {
        var id = error.Id.ToString();
        if (!_failures.TryGetValue(id, out var failure)) _failures.Add(id, failure = new FailureTally(error));
        return failure;
    }
}
