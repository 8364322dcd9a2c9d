using System.Collections.Generic;

namespace CustomLabels.Annotations;

/// <summary>Reads one format.</summary>
internal interface IAnnotationReader
{
    /// <summary>The format.</summary>
    AnnotationFormat Format { get; }

    /// <summary>Reads the images one by one; what is held meanwhile doesn't grow with the file, but for an index where the format needs one.</summary>
    /// <param name="input">What to read.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.AnnotationInvalid"/> or <see cref="ErrorId.AnnotationUnreadable"/>.</exception>
    IEnumerable<ImageAnnotation> Read(AnnotationInput input);
}
