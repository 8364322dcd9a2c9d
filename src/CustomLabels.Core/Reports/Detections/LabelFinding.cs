using System;
using System.Linq;
using CustomLabels.Reports.Svg;
using static System.FormattableString;

namespace CustomLabels.Reports.Detections;

/// <summary>How often a label was found.</summary>
/// <param name="name">Its name.</param>
/// <param name="index">Its number among the report's labels.</param>
internal sealed class LabelFinding(string name, int index)
{
    private readonly int[] _bins = new int[Histogram.Bins];
    private double _least = 100;
    private double _most;
    private int _measured;

    /// <summary>Its name, from outside.</summary>
    public string Name => name;

    /// <summary>Its number among the report's labels, by which rows name it.</summary>
    public int Index => index;

    /// <summary>How often it was found.</summary>
    public int Count { get; private set; }

    /// <summary>How often people say that it is there, on pictures of the report.</summary>
    public int TruthCount { get; private set; }

    /// <summary>How often it was found, by confidence.</summary>
    public System.Collections.Generic.IReadOnlyList<int> Bins => _bins;

    /// <summary>Whether it has a confidence anywhere: what people label has none.</summary>
    public bool IsMeasured => _measured > 0;

    /// <summary>What its histogram shows, in words.</summary>
    public string Description => IsMeasured
        ? Invariant($"Confidence of {VisibleText.Of(name)}: {_least:0.#} to {_most:0.#}, most often {FullestBin() * 100 / _bins.Length} to {(FullestBin() + 1) * 100 / _bins.Length}.")
        : $"{VisibleText.Of(name)} has no confidence.";

    /// <summary>Counts one that was found.</summary>
    /// <param name="confidence">0 to 100; null where nothing is said of it.</param>
    public void Add(double? confidence)
    {
        Count++;
        if (confidence is not { } found) return;
        _measured++;
        _bins[Histogram.BinOf(found)]++;
        _least = Math.Min(_least, found);
        _most = Math.Max(_most, found);
    }

    /// <summary>Counts one that people say is there.</summary>
    public void AddTruth() => TruthCount++;

    private int FullestBin() => Array.IndexOf(_bins, _bins.Max());
}
