using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using System.Threading;
using CustomLabels.Annotations;
using CustomLabels.Annotations.Content;
using CustomLabels.Annotations.Formats;
using CustomLabels.Loading;
using CustomLabels.Output;
using CustomLabels.Pictures;

namespace CustomLabels.Binding;

/// <summary>Reads ground truth: annotations as objects, or paths of files that Import-RKAnnotation reads.</summary>
/// <param name="cmdlet">The command.</param>
/// <param name="imageRoot">The folder that the images are below; null for the format's own place.</param>
/// <param name="stopped">Cancelled when the pipeline is stopped.</param>
internal sealed class TruthInput(PSCmdlet cmdlet, string? imageRoot, CancellationToken stopped)
{
    /// <summary>Kinds of changes that matter nothing to the command, and aren't warned of.</summary>
    public AnnotationChangeCode[] Harmless { get; init; } = [];

    /// <summary>The annotations.</summary>
    /// <param name="given">What the user gave.</param>
    /// <exception cref="CustomLabelsException">It is something else, or can't be read.</exception>
    public IEnumerable<ImageAnnotation> Read(IEnumerable<object> given)
    {
        foreach (var item in given)
        {
            switch (item is PSObject wrapped ? wrapped.BaseObject : item)
            {
                case ImageAnnotation annotation:
                    yield return annotation;
                    break;
                case string path:
                    foreach (var annotation in ReadFile(path)) yield return annotation;
                    break;
                case FileSystemInfo file:
                    foreach (var annotation in ReadFile(file.FullName)) yield return annotation;
                    break;
                case var other:
                    throw new CustomLabelsException(PictureErrors.TruthUnsupported(other?.GetType().Name ?? "null"));
            }
        }
    }

    private IEnumerable<ImageAnnotation> ReadFile(string path)
    {
        var changes = new AnnotationChanges(cmdlet);
        var report = new AnnotationReport(changes.Write);
        var file = new AnnotationPaths(cmdlet).Full("GroundTruth", path) ?? throw new CustomLabelsException(AnnotationErrors.Unreadable(path, "It is empty."));
        var input = new AnnotationInput(new AnnotationContent(file, stopped), report) { ImageRoot = imageRoot, Yaml = new LateYamlParser() };
        foreach (var annotation in AnnotationFormats.Read(input, format: null)) yield return annotation;
        changes.Warn(report, Harmless);
    }
}
