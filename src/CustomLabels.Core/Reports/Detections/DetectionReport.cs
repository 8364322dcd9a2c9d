using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using CustomLabels.Annotations;
using CustomLabels.Reports.Page;

namespace CustomLabels.Reports.Detections;

/// <summary>Makes the report of detections: takes pictures as they come, looks at a few at a time, and holds figures and no pictures.</summary>
/// <param name="options">How.</param>
/// <param name="previews">Looks at the pictures.</param>
/// <param name="truth">What people say of them; null for nothing.</param>
internal sealed class DetectionReport(ReportOptions options, PreviewMaker previews, GroundTruthIndex? truth) : ILabelledPictures, IDisposable
{
    // Each may hold a whole picture in memory.
    private static readonly int MostPending = Math.Min(Environment.ProcessorCount, 4);

    private readonly ReportOutput _output = new(options.Path);
    private readonly LabelFindings _labels = new();
    private readonly RunTally _run = new();
    private readonly GatheredLabels _gathered = new();
    private readonly Queue<(ReportPicture Picture, Task<Preview> Preview)> _pending = new();
    private ReportSpool? _spool;

    /// <summary>How many pictures there are so far.</summary>
    public int Count => _run.Count + _pending.Count + _gathered.Count;

    /// <summary>How many files of pictures could not be read.</summary>
    public int UnreadableCount { get; private set; }

    /// <summary>How many pictures are objects in S3.</summary>
    public int S3Count { get; private set; }

    /// <summary>Checks that nothing is in the way, before work is done that would be lost.</summary>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.OutputExists"/>.</exception>
    public void Check() => _output.Check(options.Replaces);

    /// <summary>Takes a result.</summary>
    public void Add(DetectionResult result) => Add(ReportPicture.Of(result));

    /// <summary>Takes an annotation.</summary>
    public void Add(ImageAnnotation image) => Add(ReportPicture.Of(image));

    /// <summary>Takes one label of a picture; the labels of one picture come together.</summary>
    public void Add(CustomLabel label) => _gathered.Add(label);

    /// <summary>Writes the report.</summary>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.OutputExists"/> or <see cref="ErrorId.OutputWriteFailed"/>: nothing was written.</exception>
    public void Write()
    {
        foreach (var picture in _gathered.Pictures) Add(picture);
        while (_pending.Count > 0) Finish();
        _output.Check(options.Replaces);
        _ = _output.Writing(() =>
        {
            new DetectionPage(options, _run, _labels, truth).Write(_spool!, _output);
            _spool!.Dispose();
            _output.Commit();
            return true;
        });
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // They read files, and nothing waits for what they make.
        _pending.Clear();
        try
        {
            _spool?.Dispose();
        }
        catch (IOException)
        {
            // The disk that is full: what was to be kept is thrown away.
        }

        _output.Dispose();
    }

    private void Add(ReportPicture picture)
    {
        while (_pending.Count >= MostPending) Finish();
        _pending.Enqueue((picture.SeenFrom(Path.GetDirectoryName(options.Path) ?? ""), Task.Run(() => previews.Make(picture.LiteralPath))));
    }

    private void Finish()
    {
        var (picture, task) = _pending.Dequeue();
        var preview = task.GetAwaiter().GetResult();
        var said = truth?.Find(picture);
        _run.Add(picture, said is not null);
        foreach (var label in picture.Labels) _labels.Of(label.Name).Add(label.Confidence);
        foreach (var label in said ?? []) _labels.Of(label.Name).AddTruth();
        if (picture.LiteralPath is not null && preview.Header is null) UnreadableCount++;
        if (picture.LiteralPath is null && picture.Bucket is not null) S3Count++;
        var row = new PictureRow(_labels).Of(picture, preview, said, _run.ModelOf(picture));
        _ = _output.Writing(() =>
        {
            if (_spool is null)
            {
                Directory.CreateDirectory(_output.Staging);
                _spool = new ReportSpool(_output.Staging);
            }

            _spool.Add(row, preview.Thumbnail?.Jpeg);
            return true;
        });
    }
}
