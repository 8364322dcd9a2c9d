using System;
using System.Collections.Generic;

namespace CustomLabels.Evaluation.Matching;

/// <summary>Everything that is compared: boxes of the truth and found ones, of images and labels that are told by their places.</summary>
internal sealed class EvaluationSet
{
    /// <param name="imageCount">How many images there are, with boxes or without.</param>
    /// <param name="labels">The labels' names.</param>
    /// <param name="truth">The ground truth, image by image.</param>
    /// <param name="found">What was found, image by image.</param>
    public EvaluationSet(int imageCount, IReadOnlyList<string> labels, TruthBox[] truth, FoundBox[] found)
    {
        ImageCount = imageCount;
        Labels = labels;
        ByLabel = Split(imageCount, labels.Count, truth, found);
    }

    /// <summary>How many images there are.</summary>
    public int ImageCount { get; }

    /// <summary>The labels' names.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>The boxes of each label.</summary>
    public LabelBoxes[] ByLabel { get; }

    private static LabelBoxes[] Split(int imageCount, int labelCount, TruthBox[] truth, FoundBox[] found)
    {
        var truths = new TruthBox[labelCount][];
        var founds = new FoundBox[labelCount][];
        var truthCounts = new int[labelCount];
        var foundCounts = new int[labelCount];
        foreach (ref readonly var box in truth.AsSpan()) truthCounts[box.Label]++;
        foreach (ref readonly var box in found.AsSpan()) foundCounts[box.Label]++;
        for (var i = 0; i < labelCount; i++) (truths[i], founds[i]) = (new TruthBox[truthCounts[i]], new FoundBox[foundCounts[i]]);
        Array.Clear(truthCounts, 0, labelCount);
        Array.Clear(foundCounts, 0, labelCount);
        foreach (ref readonly var box in truth.AsSpan()) truths[box.Label][truthCounts[box.Label]++] = box;
        foreach (ref readonly var box in found.AsSpan()) founds[box.Label][foundCounts[box.Label]++] = box;

        var boxes = new LabelBoxes[labelCount];
        var first = new int[imageCount];
        var count = new int[imageCount];
        var rank = new int[imageCount];
        for (var i = 0; i < labelCount; i++) boxes[i] = new LabelBoxes(truths[i], founds[i], first, count, rank);
        return boxes;
    }
}
