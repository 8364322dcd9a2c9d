using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;
using CustomLabels.Arns;

namespace CustomLabels;

/// <summary>The labels of one image, highest confidence first, as the service ordered them.</summary>
/// <remarks>
/// <see cref="Name"/> and <see cref="Confidence"/> exist so that <c>$_.CustomLabels.Name</c> works in PowerShell's strict mode on an image
/// without labels, where member enumeration would be an error.
/// </remarks>
public sealed class CustomLabelCollection : ReadOnlyCollection<CustomLabel>
{
    /// <summary>An image without labels.</summary>
    internal static readonly CustomLabelCollection None = new(Array.Empty<CustomLabel>());

    /// <summary>Wraps the labels of one image.</summary>
    /// <param name="labels">The labels in the service's order.</param>
    internal CustomLabelCollection(IList<CustomLabel> labels)
        : base(labels)
    {
    }

    /// <summary>The service's answer that the labels were read from, as it was sent; empty for labels that come from elsewhere.</summary>
    /// <remarks>
    /// The AWS CLI prints more of it than labels can say: <c>98</c> and <c>98.0</c>, an empty polygon and none. It is here, and not on a label or a
    /// result, because only the labels of an image as a whole are what was answered, and they never change.
    /// </remarks>
    internal ReadOnlyMemory<byte> Answer { get; init; }

    /// <summary>The labels' names.</summary>
    public IReadOnlyList<string> Name => this.Select(label => label.Name).ToArray();

    /// <summary>The labels' confidences, 0 to 100.</summary>
    public IReadOnlyList<double> Confidence => this.Select(label => label.Confidence).ToArray();

    /// <summary>The same labels with what is ours: the image they were found in, and boxes in pixels of it.</summary>
    /// <param name="result">The image's result.</param>
    internal CustomLabelCollection AttachTo(DetectionResult result)
    {
        var attached = new CustomLabel[Count];
        for (var i = 0; i < attached.Length; i++)
        {
            attached[i] = this[i] with
            {
                PixelBox = this[i].Geometry?.BoundingBox is { } box && result is { ImageWidth: int width, ImageHeight: int height } ? PixelBox.From(box, width, height) : null,
                Identity = result.Identity,
                ProjectVersionArn = result.ProjectVersionArn,
                Tag = result.Tag,
            };
        }

        return new CustomLabelCollection(attached) { Answer = Answer };
    }

    /// <summary>One line for people and CSV: <c>scratch 98.1; dent 71.0</c>.</summary>
    public override string ToString() => string.Join("; ", this);
}
