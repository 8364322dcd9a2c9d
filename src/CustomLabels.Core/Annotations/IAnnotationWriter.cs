using System.Collections.Generic;
using CustomLabels.Annotations.Content;

namespace CustomLabels.Annotations;

/// <summary>Writes one format. The same images give the same bytes.</summary>
internal interface IAnnotationWriter
{
    /// <summary>The format.</summary>
    AnnotationFormat Format { get; }

    /// <summary>Whether it is a folder of several files.</summary>
    bool IsFolder { get; }

    /// <summary>Whether boxes are in pixels, so that the images' sizes have to be known.</summary>
    bool NeedsImageSize { get; }

    /// <summary>Writes images.</summary>
    /// <param name="images">The images, each name once.</param>
    /// <param name="output">Where to.</param>
    /// <param name="report">Told what the format can't hold.</param>
    /// <exception cref="CustomLabelsException">A name can't be written, two images would get one file, or the output can't be written.</exception>
    void Write(IReadOnlyList<ImageAnnotation> images, AnnotationOutput output, AnnotationReport report);
}
