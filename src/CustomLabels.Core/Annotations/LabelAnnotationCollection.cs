using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;

namespace CustomLabels;

/// <summary>The labels of one image, in the order in which they were read.</summary>
/// <remarks><see cref="Name"/> and <see cref="Confidence"/> exist so that <c>$_.Labels.Name</c> works in PowerShell's strict mode on an image without labels.</remarks>
public sealed class LabelAnnotationCollection : ReadOnlyCollection<LabelAnnotation>
{
    /// <summary>An image without labels.</summary>
    internal static readonly LabelAnnotationCollection None = new(Array.Empty<LabelAnnotation>());

    /// <summary>Wraps the labels of one image.</summary>
    /// <param name="labels">The labels.</param>
    public LabelAnnotationCollection(IList<LabelAnnotation> labels)
        : base(labels)
    {
    }

    /// <summary>The labels' names.</summary>
    public IReadOnlyList<string> Name => this.Select(label => label.Name).ToArray();

    /// <summary>The labels' confidences, 0 to 100; null where nothing is said of one.</summary>
    public IReadOnlyList<double?> Confidence => this.Select(label => label.Confidence).ToArray();

    /// <summary>One line for people and CSV: <c>scratch 98.1; dent</c>.</summary>
    public override string ToString() => string.Join("; ", this);
}
