using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Annotations;
using CustomLabels.Images;

namespace CustomLabels.Evaluation.Joining;

/// <summary>Collects what a model found: results, labels of Import-RKAnnotation with their confidences, or single labels, which are gathered by picture.</summary>
internal sealed class AnswerList
{
    private readonly List<Answer> _answers = [];
    private readonly Dictionary<string, List<LabelAnnotation>> _pieces = new(StringComparer.Ordinal);

    /// <summary>The answers so far.</summary>
    public IReadOnlyList<Answer> Answers => _answers;

    /// <summary>Whether single labels came: of them nobody can tell the pictures without any.</summary>
    public bool HasPieces => _pieces.Count > 0;

    /// <summary>Takes whatever came.</summary>
    /// <param name="item">A result, an annotation or a label.</param>
    /// <param name="group">What pictures are put together by; null for nothing.</param>
    /// <param name="unsupported">The error of anything else.</param>
    public void Take(object? item, string? group, Func<CustomLabelsError> unsupported)
    {
        switch (item)
        {
            case DetectionResult result:
                Add(result, group);
                break;
            case ImageAnnotation image:
                Add(image, group);
                break;
            case CustomLabel label:
                Add(label, group);
                break;
            default:
                throw new CustomLabelsException(unsupported());
        }
    }

    /// <summary>Takes a result.</summary>
    public void Add(DetectionResult result, string? group) => _answers.Add(new Answer(result.Key ?? result.Image, result.LiteralPath, result.Bucket, result.Key, result.CustomLabels.Select(FoundLabel.Annotation).ToArray())
    {
        IsNameWhole = result.Key is not null,
        Size = result is { ImageWidth: int width, ImageHeight: int height } ? (width, height) : null,
        LeastConfidence = result.MinConfidence,
        IsCut = result.IsFiltered || (result.MaxResults is { } most && result.CustomLabels.Count >= most),
        IsFailed = result.Error is not null,
        Group = group,
    });

    /// <summary>Takes an annotation.</summary>
    public void Add(ImageAnnotation image, string? group) => _answers.Add(new Answer(image.Image, image.LiteralPath, image.Bucket, image.Key, image.Labels)
    {
        IsNameWhole = true,
        Size = image is { ImageWidth: int width, ImageHeight: int height } ? (width, height) : null,
        Group = group,
    });

    /// <summary>Takes one label of a picture.</summary>
    public void Add(CustomLabel label, string? group)
    {
        var id = ImageLocation.Of(label.LiteralPath, label.Bucket, label.Key) ?? label.Image;
        if (!_pieces.TryGetValue(id, out var labels))
        {
            _pieces.Add(id, labels = []);
            _answers.Add(new Answer(label.Key ?? label.Image, label.LiteralPath, label.Bucket, label.Key, labels) { IsNameWhole = label.Key is not null, Group = group });
        }

        labels.Add(FoundLabel.Annotation(label));
    }
}
