using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Annotations;
using CustomLabels.Images;

namespace CustomLabels.Evaluation.Joining;

/// <summary>Collects what a model found: results, labels of Import-RKAnnotation with their confidences, or single labels, which are gathered by picture.</summary>
internal sealed class AnswerList : ILabelledPictures
{
    private readonly List<Answer> _answers = [];
    private readonly Dictionary<string, List<LabelAnnotation>> _pieces = new(StringComparer.Ordinal);

    /// <summary>The answers so far.</summary>
    public IReadOnlyList<Answer> Answers => _answers;

    /// <summary>Whether single labels came: of them nobody can tell the pictures without any.</summary>
    public bool HasPieces => _pieces.Count > 0;

    /// <summary>What the pictures that come next are put together by; null for nothing.</summary>
    public string? Group { get; set; }

    /// <summary>Takes a result.</summary>
    public void Add(DetectionResult result) => _answers.Add(new Answer(result.Key ?? result.Image, result.LiteralPath, result.Bucket, result.Key, result.CustomLabels.Select(FoundLabel.Annotation).ToArray())
    {
        IsNameWhole = result.Key is not null,
        Size = result is { ImageWidth: int width, ImageHeight: int height } ? (width, height) : null,
        LeastConfidence = result.MinConfidence,
        IsCut = result.IsFiltered || (result.MaxResults is { } most && result.CustomLabels.Count >= most),
        IsFailed = result.Error is not null,
        Group = Group,
    });

    /// <summary>Takes an annotation.</summary>
    public void Add(ImageAnnotation image) => _answers.Add(new Answer(image.Image, image.LiteralPath, image.Bucket, image.Key, image.Labels)
    {
        IsNameWhole = true,
        Size = image is { ImageWidth: int width, ImageHeight: int height } ? (width, height) : null,
        Group = Group,
    });

    /// <summary>Takes one label of a picture.</summary>
    public void Add(CustomLabel label)
    {
        var id = ImageLocation.Of(label.LiteralPath, label.Bucket, label.Key) ?? label.Image;
        if (!_pieces.TryGetValue(id, out var labels))
        {
            _pieces.Add(id, labels = []);
            _answers.Add(new Answer(label.Key ?? label.Image, label.LiteralPath, label.Bucket, label.Key, labels) { IsNameWhole = label.Key is not null, Group = Group });
        }

        labels.Add(FoundLabel.Annotation(label));
    }
}
