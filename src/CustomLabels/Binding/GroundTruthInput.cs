using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using CustomLabels.Annotations;
using CustomLabels.Annotations.Content;
using CustomLabels.Annotations.Formats;
using CustomLabels.Loading;

namespace CustomLabels.Binding;

/// <summary>What a <c>-GroundTruth</c> means: annotations, or paths that Import-RKAnnotation reads.</summary>
/// <param name="cmdlet">The command.</param>
/// <param name="report">Told what reading changes.</param>
/// <param name="stopping">Ends the reading.</param>
internal sealed class GroundTruthInput(PSCmdlet cmdlet, AnnotationReport report, CancellationToken stopping)
{
    /// <summary>The annotations.</summary>
    /// <param name="given">What was given; null for nothing.</param>
    /// <exception cref="CustomLabelsException">It is neither, or can't be read; also while it is enumerated.</exception>
    public IEnumerable<ImageAnnotation> Read(object[]? given) => (given ?? []).SelectMany(Read);

    private IEnumerable<ImageAnnotation> Read(object? item) => (item is PSObject wrapped ? wrapped.BaseObject : item) switch
    {
        ImageAnnotation image => [image],
        string path => ReadFile(path),
        FileSystemInfo file => ReadFile(file.FullName),
        _ => throw new CustomLabelsException(UnsupportedInput.OfAnnotations(item)),
    };

    private IEnumerable<ImageAnnotation> ReadFile(string path)
    {
        var full = new AnnotationPaths(cmdlet).Full("GroundTruth", path) ?? throw new CustomLabelsException(InputErrors.PathUnusable("GroundTruth", path, "It is empty."));
        var input = new AnnotationInput(new AnnotationContent(full, stopping), report) { Yaml = new LateYamlParser() };
        return AnnotationFormats.Read(input, format: null);
    }
}
