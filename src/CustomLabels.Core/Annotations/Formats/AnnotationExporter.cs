using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using CustomLabels.Annotations.Content;

namespace CustomLabels.Annotations.Formats;

/// <summary>Writes annotations in a format: names images, renames labels, and puts nothing into its place before all of it is written and checked.</summary>
/// <param name="options">How.</param>
/// <param name="report">Told what is changed or lost.</param>
internal sealed class AnnotationExporter(ExportOptions options, AnnotationReport report) : ILabelledPictures
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ExportedImages _images = new(options.ImageRoot, report);
    private readonly IAnnotationWriter _writer = AnnotationFormats.Writer(options.Format, options.SourcePrefix);

    /// <summary>How many images there are so far.</summary>
    public int Count => _images.Count;

    /// <summary>Takes an annotation.</summary>
    public void Add(ImageAnnotation image) => _images.Add(image);

    /// <summary>Takes a result; a failed one is reported and left out.</summary>
    public void Add(DetectionResult result) => _images.Add(result);

    /// <summary>Takes one label of an image; the labels of one image come together.</summary>
    public void Add(CustomLabel label) => _images.Add(label);

    /// <summary>Writes what was taken.</summary>
    /// <exception cref="CustomLabelsException">Nothing was written: see the errors of <see cref="AnnotationErrors"/>.</exception>
    public AnnotationExport Write()
    {
        var images = _images.Named().Select(Renamed).Where(IsKept).ToArray();
        Check(images);
        using var output = new AnnotationOutput(options.Path, _writer.IsFolder);
        try
        {
            _writer.Write(images, output, report);
        }
        catch (IOException e)
        {
            throw new CustomLabelsException(AnnotationErrors.WriteFailed(options.Path, e.Message), e);
        }

        if (options.IsStrict && report.FirstLoss is { } loss) throw new CustomLabelsException(AnnotationErrors.Lossy(loss.ToString(), report.LossCount));
        output.Commit(options.Replaces);
        return new AnnotationExport(options.Path, options.Format, images.Length, images.Sum(image => image.Labels.Count), output.FileCount, report.Counts);
    }

    private ImageAnnotation Renamed(ImageAnnotation image) => options.LabelMap.Count == 0 || !image.Labels.Any(label => options.LabelMap.ContainsKey(label.Name))
        ? image
        : image with { Labels = new LabelAnnotationCollection(image.Labels.Select(label => options.LabelMap.TryGetValue(label.Name, out var name) ? label with { Name = name } : label).ToArray()) };

    private bool IsKept(ImageAnnotation image)
    {
        // A manifest needs the size for boxes only.
        var needsSize = _writer.NeedsImageSize && (options.Format != AnnotationFormat.GroundTruth || image.Labels.Any(label => label.BoundingBox is not null));
        if (!needsSize || image is { ImageWidth: not null, ImageHeight: not null }) return true;
        report.Add(AnnotationChangeCode.ImageSizeMissing, image.Source, image.Image, $"{options.Format} has boxes in pixels, and the image's size is not known; it is left out. Give -ImageRoot, below which it is.");
        return false;
    }

    private void Check(ImageAnnotation[] images)
    {
        foreach (var image in images)
        {
            CheckName(image.Image);
            if (options.Format == AnnotationFormat.GroundTruth && image.Bucket is null && options.SourcePrefix is null) throw new CustomLabelsException(ExportErrors.SourcePrefixMissing(image.Image));
            foreach (var label in image.Labels) CheckName(label.Name);
        }

        if (options.Format is not (AnnotationFormat.GroundTruth or AnnotationFormat.JsonLines) && images.FirstOrDefault(image => image.Bucket is not null) is { } first)
            report.Add(AnnotationChangeCode.BucketLost, first.Source, first.Image, $"{options.Format} has names of files only; the bucket '{VisibleText.Of(first.Bucket)}' is not kept.");
    }

    // Half a character is no text in any encoding.
    private static void CheckName(string name)
    {
        if (name.Length == 0) throw new CustomLabelsException(AnnotationErrors.NameUnusable(name, "It is empty."));
        try
        {
            Utf8.GetByteCount(name);
        }
        catch (EncoderFallbackException)
        {
            throw new CustomLabelsException(AnnotationErrors.NameUnusable(name, "It holds half a character (a surrogate without its other half)."));
        }
    }
}
