using System;
using System.IO;
using System.Management.Automation;
using System.Threading;
using CustomLabels.Binding;
using CustomLabels.Loading;
using CustomLabels.Output;
using CustomLabels.Reports.Detections;
using CustomLabels.Time;
using static System.FormattableString;

namespace CustomLabels.Commands;

/// <summary>Makes a page to look at, share and print, of what was found on pictures.</summary>
[Cmdlet(VerbsData.Export, "RKDetectionReport", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed partial class ExportRKDetectionReportCommand : PSCmdlet, IDisposable
{
    private const int ActivityId = 20260728;

    private readonly CancellationTokenSource _stopping = new();
    private string _target = "";
    private DetectionReport _report = null!;
    private PreviewMaker _previews = null!;
    private ProgressBar _bar = null!;
    private bool? _isConfirmed;

    /// <summary>The page to write.</summary>
    [Parameter(Position = 0)]
    public string? Path { get; set; }

    /// <summary>Results or labels of Invoke-RKCustomLabelDetection, or annotations of Import-RKAnnotation.</summary>
    [Parameter(ValueFromPipeline = true)]
    [AllowNull]
    public object[]? InputObject { get; set; }

    /// <summary>The page's title.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Title { get; set; }

    /// <summary>Most pixels of the longer side of a picture in the gallery.</summary>
    [Parameter]
    [Number(Min = 64, Max = 1024, Whole = true)]
    public int? ThumbnailSize { get; set; }

    /// <summary>What people say is on the pictures: annotations, or paths that Import-RKAnnotation reads.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public object[]? GroundTruth { get; set; }

    /// <summary>Replace what is there.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _report?.Dispose();
        _stopping.Dispose();
    }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _bar = new ProgressBar(this, ActivityId, "Making the report", new SystemClock());
        EndingWithErrors(() =>
        {
            if (!MyInvocation.ExpectingInput && InputObject is null) throw new CustomLabelsException(InputErrors.ResultMissing());
            _target = new AnnotationPaths(this).Full(nameof(Path), Path) ?? throw new CustomLabelsException(InputErrors.OutputMissing());
            var options = new ReportOptions(_target) { Replaces = Force };
            if (Title is { } title) options = options with { Title = title };
            if (ThumbnailSize is { } size) options = options with { ThumbnailSize = size };
            _previews = new PreviewMaker(() => ImagingLibrary.Thumbnails, options.ThumbnailSize);
            _report = new DetectionReport(options, _previews, ReadTruth());
            _report.Check();
        });
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var item in InputObject ?? [null!])
        {
            // Before the work, which would be for nothing.
            _isConfirmed ??= IsConfirmed();
            EndingWithErrors(() => LabelledInput.Give(item, _isConfirmed == true ? _report : null));
            if (_bar.IsDue) _bar.Show(Invariant($"{_report.Count:N0} pictures"), percent: null, secondsLeft: null);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        // Nothing came: no page is better than one that says nothing.
        if (_report.Count == 0 || _isConfirmed == false) return;
        EndingWithErrors(_report.Write);
        _bar.Complete();
        WarnOfAbsentPictures();
        WriteObject(InvokeProvider.Item.Get([_target], force: true, literalPath: true), enumerateCollection: true);
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _stopping.Cancel();
}
