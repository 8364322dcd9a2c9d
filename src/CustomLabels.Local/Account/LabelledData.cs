using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CustomLabels.Annotations;
using CustomLabels.Annotations.Content;
using CustomLabels.Annotations.Formats;
using CustomLabels.Annotations.GroundTruth;
using CustomLabels.Cli.Input;
using CustomLabels.Images;
using CustomLabels.Local.Images;

namespace CustomLabels.Local.Account;

/// <summary>Reads what a model finds: a manifest, or labels in any other format, whose images are then objects of a bucket that is the folder.</summary>
/// <param name="path">Full path of the file or folder.</param>
/// <param name="folder">The folder that stands for the bucket.</param>
/// <param name="isRootGiven">Whether somebody named that folder: then all images are below it, wherever the format has them.</param>
/// <param name="yaml">Reads YAML; null where there is no parser.</param>
internal sealed class LabelledData(string path, ImageFolder folder, bool isRootGiven, IYamlParser? yaml)
{
    private const string NoBucket = "local";

    // Opened by .NET alone: what can't be opened is its own exception, as it is for a manifest.
    private readonly AnnotationContent _content = new(path, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));

    /// <summary>Reads it.</summary>
    /// <exception cref="ManifestException">A manifest is bad, or an image is not below the folder.</exception>
    /// <exception cref="CustomLabelsException">Labels in another format are bad.</exception>
    /// <exception cref="IOException">The file can't be read.</exception>
    public ManifestContent Read() => Format() is var format && format == AnnotationFormat.GroundTruth ? ReadManifest() : ReadOther(format);

    // What is in no format, or damaged before that can be told, is refused as a manifest: there the messages are about each line.
    private AnnotationFormat Format()
    {
        try
        {
            return FormatDetector.Find(_content) ?? AnnotationFormat.GroundTruth;
        }
        catch (CustomLabelsException)
        {
            return AnnotationFormat.GroundTruth;
        }
    }

    private ManifestContent ReadManifest()
    {
        try
        {
            return ManifestReader.Read(_content);
        }
        catch (CustomLabelsException e) when (e.InnerException is IOException or UnauthorizedAccessException)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(e.InnerException!).Throw();
            throw;
        }
    }

    private ManifestContent ReadOther(AnnotationFormat format)
    {
        var images = new List<ManifestImage>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        string? bucket = null;
        var input = new AnnotationInput(_content, new AnnotationReport()) { ImageRoot = isRootGiven ? folder.Path : null, Yaml = yaml };
        foreach (var image in AnnotationFormats.Read(input, format))
        {
            var key = image.Key ?? folder.KeyOf(image.LiteralPath!) ?? throw Bad(image, $"'{VisibleText.Of(image.Image)}' is not below the image root '{VisibleText.Of(folder.Path)}'. Give the folder that all images are below.");
            var its = image.Bucket ?? NoBucket;
            bucket ??= its;
            if (!string.Equals(bucket, its, StringComparison.Ordinal)) throw Bad(image, $"'{VisibleText.Of(image.Image)}' is in the bucket '{its}', those before are in '{bucket}'. Keep one bucket's images in a file.");
            if (!ImageKey.IsFile(key)) throw Bad(image, $"'{VisibleText.Of(key)}' names no file below the image root: it may have no empty, '.' or '..' part and no drive.");
            if (!keys.Add(key)) throw Bad(image, $"'{VisibleText.Of(image.Image)}' is in it already.");
            images.Add(new ManifestImage(new S3ObjectReference(its, key, Version: null), image.Labels.OrderByDescending(label => label.Confidence ?? 100).ToArray()));
        }

        return images.Count > 0 ? new ManifestContent(images, FailedLineCount: 0) : throw new ManifestException(path, lineNumber: 0, code: null, "There are no images in it.");
    }

    private ManifestException Bad(ImageAnnotation image, string problem) => new(image.Source?.File ?? path, (int)(image.Source?.Line ?? 0), code: null, problem);
}
