using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Evaluation.Joining;
using CustomLabels.Evaluation.Measuring;

namespace CustomLabels.Core.Tests.Evaluation;

/// <summary>Pictures of 100 x 100 pixels with boxes that are told in pixels.</summary>
internal static class EvaluationScene
{
    public static LabelAnnotation Box(string name, double left, double top, double width, double height, double? confidence = null) =>
        new() { Name = name, BoundingBox = new BoundingBox(left / 100, top / 100, width / 100, height / 100), Confidence = confidence };

    public static LabelAnnotation Whole(string name, double? confidence = null) => new() { Name = name, Confidence = confidence };

    public static ImageAnnotation Image(string name, params LabelAnnotation[] labels) =>
        new() { Image = name, ImageWidth = 100, ImageHeight = 100, Labels = new LabelAnnotationCollection(labels) };

    public static Answer Answer(ImageAnnotation image)
    {
        var list = new AnswerList();
        list.Add(image);
        return list.Answers[0];
    }

    public static DetectionEvaluation Measure(IReadOnlyList<ImageAnnotation> truth, IReadOnlyList<ImageAnnotation> found, Func<MeasureOptions, MeasureOptions>? with = null) =>
        new DetectionMeasurer((with ?? (options => options))(new MeasureOptions())).Measure(ImageJoin.Join(truth, found.Select(Answer).ToArray()));
}
