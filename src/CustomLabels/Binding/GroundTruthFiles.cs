using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using CustomLabels.Annotations;
using CustomLabels.Annotations.Content;
using CustomLabels.Annotations.Formats;
using CustomLabels.Loading;
using CustomLabels.Output;

namespace CustomLabels.Binding;

/// <summary>Takes a ground truth: paths of files that Import-RKAnnotation reads, or annotations.</summary>
/// <param name="cmdlet">The command.</param>
[SuppressMessage("Design", "CA1001", Justification = "A source without a timer holds nothing to dispose, and a stop may still reach it when the command is done.")]
internal sealed class GroundTruthFiles(PSCmdlet cmdlet)
{
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>Ends a reading; from any thread.</summary>
    public void Stop() => _stopping.Cancel();

    /// <summary>The annotations.</summary>
    /// <param name="items">Paths and annotations.</param>
    /// <exception cref="CustomLabelsException">A file can't be read or isn't one of annotations, or an object is neither.</exception>
    public IReadOnlyList<ImageAnnotation> Read(object[] items)
    {
        var changes = new AnnotationChanges(cmdlet);
        var report = new AnnotationReport(changes.Write);
        var truth = new List<ImageAnnotation>();
        foreach (var item in items)
        {
            switch (item is PSObject wrapped ? wrapped.BaseObject : item)
            {
                case ImageAnnotation image:
                    truth.Add(image);
                    break;
                case string path:
                    truth.AddRange(Resolve(path).SelectMany(file => ReadFile(file, report)));
                    break;
                case System.IO.FileSystemInfo file:
                    truth.AddRange(ReadFile(file.FullName, report));
                    break;
                default:
                    throw new CustomLabelsException(UnsupportedInput.OfAnnotations(item));
            }
        }

        // Outlines and regions of many are lost to labels, and not to figures.
        changes.Warn(report, AnnotationChangeCode.CrowdLeftOut, AnnotationChangeCode.OutlineLost);
        return truth;
    }

    private IReadOnlyList<string> Resolve(string path) => new AnnotationPaths(cmdlet).Resolve(path, isLiteral: false);

    private IEnumerable<ImageAnnotation> ReadFile(string file, AnnotationReport report) =>
        AnnotationFormats.Read(new AnnotationInput(new AnnotationContent(file, _stopping.Token), report) { Yaml = new LateYamlParser() }, format: null);
}
