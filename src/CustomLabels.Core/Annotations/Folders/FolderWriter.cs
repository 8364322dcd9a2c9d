using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CustomLabels.Annotations.Content;

namespace CustomLabels.Annotations.Folders;

/// <summary>Copies images into folders whose names are their labels. One with several labels is copied into each; one without is beside the folders.</summary>
internal sealed class FolderWriter : IAnnotationWriter
{
    /// <inheritdoc/>
    public AnnotationFormat Format => AnnotationFormat.Folder;

    /// <inheritdoc/>
    public bool IsFolder => true;

    /// <inheritdoc/>
    public bool NeedsImageSize => false;

    /// <inheritdoc/>
    public void Write(IReadOnlyList<ImageAnnotation> images, AnnotationOutput output, AnnotationReport report)
    {
        foreach (var image in images) Write(image, output, report);
    }

    private static void Write(ImageAnnotation image, AnnotationOutput output, AnnotationReport report)
    {
        if (image.LiteralPath is not { } path || !File.Exists(path))
            throw new CustomLabelsException(AnnotationErrors.WriteFailed(image.Image, "The format is folders with copies of the images, and no file of this one is there."));
        var labels = image.Labels.Select(label => label.Name).Distinct(StringComparer.Ordinal).ToArray();
        foreach (var label in labels)
        {
            if (label.Contains('/')) throw new CustomLabelsException(AnnotationErrors.NameUnusable(label, "It is to be the name of a folder."));
            output.CopyFile(path, $"{label}/{image.Image}", image.Image);
        }

        // A folder in the name would be read as the label.
        if (labels.Length == 0) output.CopyFile(path, image.Image.Substring(image.Image.LastIndexOf('/') + 1), image.Image);
        if (labels.Length > 1) report.Add(AnnotationChangeCode.ImageCopied, image.Source, image.Image, FormattableString.Invariant($"It has {labels.Length} labels, and is in the folder of each: who reads them has as many images."));
        if (image.Labels.Any(label => label.BoundingBox is not null)) report.Add(AnnotationChangeCode.BoxLost, image.Source, image.Image, "Folders have no boxes.");
        if (image.Labels.Any(label => label.Confidence is not null)) report.Add(AnnotationChangeCode.ConfidenceLost, image.Source, image.Image, "Folders have no confidences.");
    }
}
