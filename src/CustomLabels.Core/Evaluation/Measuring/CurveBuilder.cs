using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Evaluation.Figures;
using CustomLabels.Evaluation.Joining;
using CustomLabels.Evaluation.Matching;

namespace CustomLabels.Evaluation.Measuring;

/// <summary>Makes the curve of a label.</summary>
internal static class CurveBuilder
{
    /// <summary>Of boxes that were matched.</summary>
    public static LabelCurve Of(LabelBoxes boxes, Match[] matches)
    {
        var count = matches.Count(match => !match.IsIgnored);
        var (confidences, images, isTrue) = (new double[count], new int[count], new bool[count]);
        for (int i = 0, at = 0; i < matches.Length; i++)
        {
            if (matches[i].IsIgnored) continue;
            (confidences[at], images[at], isTrue[at]) = (boxes.Found[i].Confidence, boxes.Found[i].Image, matches[i].IsTrue);
            at++;
        }

        return new LabelCurve(confidences, images, isTrue, boxes.Truth.Where(box => !box.IsIgnored).Select(box => box.Image).ToArray());
    }

    /// <summary>Of labels of whole pictures: a label that a picture has twice is there once, and as sure as the surer one.</summary>
    /// <param name="images">The pictures.</param>
    /// <param name="labels">The labels.</param>
    public static LabelCurve[] OfImages(IReadOnlyList<MeasuredImage> images, IReadOnlyList<string> labels)
    {
        var places = labels.Select((name, i) => (name, i)).ToDictionary(label => label.name, label => label.i, StringComparer.Ordinal);
        var found = labels.Select(_ => new List<(double Confidence, int Image, bool IsTrue)>()).ToArray();
        var truth = labels.Select(_ => new List<int>()).ToArray();
        var isThere = new bool[labels.Count];
        var surest = new double[labels.Count];
        for (var image = 0; image < images.Count; image++)
        {
            Array.Clear(isThere, 0, isThere.Length);
            for (var i = 0; i < surest.Length; i++) surest[i] = -1;
            foreach (var label in images[image].Truth.Labels)
            {
                if (places.TryGetValue(label.Name, out var place)) isThere[place] = true;
            }

            foreach (var label in images[image].Answer.Labels)
            {
                if (places.TryGetValue(label.Name, out var place)) surest[place] = Math.Max(surest[place], label.Confidence ?? 100);
            }

            for (var i = 0; i < surest.Length; i++)
            {
                if (isThere[i]) truth[i].Add(image);
                if (surest[i] >= 0) found[i].Add((surest[i], image, isThere[i]));
            }
        }

        return found.Select((list, i) => Of(list.OrderByDescending(one => one.Confidence).ToArray(), truth[i].ToArray())).ToArray();
    }

    private static LabelCurve Of((double Confidence, int Image, bool IsTrue)[] found, int[] truth) =>
        new(Array.ConvertAll(found, one => one.Confidence), Array.ConvertAll(found, one => one.Image), Array.ConvertAll(found, one => one.IsTrue), truth);
}
