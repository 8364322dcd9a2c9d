using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;

namespace CustomLabels.Detection.Journal;

/// <summary>Reads a journal's results: of each source and request the latest, in the order of their lines. Changes nothing; a run may be writing it.</summary>
internal sealed class JournalReader : IDisposable
{
    private readonly string _path;
    private readonly FileStream _file;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<JournalKey, long> _latest = [];

    private JournalReader(string path, FileStream file, CancellationToken cancellationToken)
    {
        _path = path;
        _file = file;
        _cancellationToken = cancellationToken;
        using var lines = new JournalFileReader(path, file, cancellationToken);
        while (lines.TryRead(out var image)) _latest[image.Key] = lines.Offset;
        TornLength = lines.TornLength;
    }

    /// <summary>Bytes of a torn last line, which are left out; 0 for none.</summary>
    public long TornLength { get; }

    /// <summary>Opens a journal and checks it from end to end.</summary>
    /// <param name="path">Its absolute path.</param>
    /// <param name="cancellationToken">Ends this, and the reading of results.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.JournalInvalid"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static JournalReader Open(string path, CancellationToken cancellationToken = default) =>
        JournalFile.Reading(path, (path, lines) => new JournalReader(path, lines, cancellationToken));

    /// <summary>The results.</summary>
    /// <param name="includeFailed">Whether failures are results too.</param>
    /// <param name="tag">Makes what is kept of a tag into an object of the reader's: see <see cref="Detection.DetectionRequest.JournalTag"/>.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.JournalInvalid"/>.</exception>
    public IEnumerable<DetectionResult> Read(bool includeFailed, Func<object?, object?> tag)
    {
        if (tag is null) throw new ArgumentNullException(nameof(tag));
        _file.Position = 0;
        using var lines = new JournalFileReader(_path, _file, _cancellationToken);
        while (lines.TryRead(out var image))
        {
            if (image.Error is not null && !includeFailed) continue;
            // What has been written since it was opened is not known.
            if (!_latest.TryGetValue(image.Key, out var offset) || offset != lines.Offset) continue;
            yield return Result(image, tag(image.Tag));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private DetectionResult Result(JournalImage image, object? tag)
    {
        try
        {
            return image.ToResult(tag);
        }
        catch (FormatException e)
        {
            throw new CustomLabelsException(JournalErrors.AnswerInvalid(_path, e.Message), e);
        }
    }
}
