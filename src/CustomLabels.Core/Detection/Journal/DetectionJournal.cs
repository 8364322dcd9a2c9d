using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api;
using CustomLabels.Images;
using CustomLabels.Time;

namespace CustomLabels.Detection.Journal;

/// <summary>Wraps detection: gives the result that a journal has of an image; writes a result that it does not have yet, before anybody sees it. Safe for concurrent use.</summary>
/// <remarks>A line is written when its image is finished, not when its turn to be emitted comes: what is killed repeats only what is in flight.</remarks>
internal sealed class DetectionJournal : IDisposable
{
    private readonly JournalOptions _options;
    private readonly JournalFile _file;
    private readonly JournalLookup _lookup;
    private readonly Func<DetectionRequest, ICallLog, CancellationToken, Task<DetectionResult>> _detect;
    private readonly IClock _clock;

    private DetectionJournal(
        JournalOptions options, JournalFile file, Func<DetectionRequest, ICallLog, CancellationToken, Task<DetectionResult>> detect, IClock clock)
    {
        _options = options;
        _file = file;
        _lookup = new JournalLookup(file, options);
        _detect = detect;
        _clock = clock;
    }

    /// <summary>Bytes of a torn last line that were cut off; 0 for none.</summary>
    public long TornLength => _file.TornLength;

    /// <summary>Opens a journal, or begins one. No other run can until it is disposed.</summary>
    /// <param name="options">Which journal, and what is taken from it.</param>
    /// <param name="detect">Does an image that is not in it.</param>
    /// <param name="clock">The time.</param>
    /// <param name="cancellationToken">Ends the opening of a long one.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.JournalInvalid"/> or <see cref="ErrorId.JournalInUse"/>, and nothing was changed;
    /// <see cref="ErrorId.JournalWriteFailed"/>, and no line was lost.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; nothing was changed.</exception>
    public static DetectionJournal Open(
        JournalOptions options, Func<DetectionRequest, ICallLog, CancellationToken, Task<DetectionResult>> detect, IClock clock, CancellationToken cancellationToken = default)
    {
        if (options is null) throw new ArgumentNullException(nameof(options));
        if (clock is null) throw new ArgumentNullException(nameof(clock));
        return new DetectionJournal(options, JournalFile.Open(options.Path, options.IsDurable, clock.UtcNow, cancellationToken), detect, clock);
    }

    /// <summary>Does one image, or takes its result from the journal.</summary>
    /// <param name="request">The image and the question.</param>
    /// <param name="log">What to say on the way.</param>
    /// <param name="cancellationToken">Abandons what is not finished; what is, is written.</param>
    /// <returns>The result; where the journal failed, a failed one that ends the run.</returns>
    public async Task<DetectionResult> DetectAsync(DetectionRequest request, ICallLog log, CancellationToken cancellationToken)
    {
        if (request is null) throw new ArgumentNullException(nameof(request));
        var digest = new ImageDigest();
        try
        {
            foreach (var question in Questions(request))
            {
                if (_lookup.Find(question, digest) is not { } match) continue;
                var restored = Restore(match.Image, question);
                if (!match.IsCurrent) await _file.AppendAsync(Line(restored, question, digest.Sha256 ?? match.Image.Sha256, match.Image.Length)).ConfigureAwait(false);
                return restored;
            }

            var result = await _detect(request with { Digest = digest }, log, cancellationToken).ConfigureAwait(false);
            // What ends the run is nothing about this image.
            if (result.Error?.Scope != ErrorScope.Run) await _file.AppendAsync(Line(result, request, digest.Sha256, digest.Length)).ConfigureAwait(false);
            return result;
        }
        catch (CustomLabelsException exception)
        {
            return request.Unanswered().Failed(exception.Error, _clock.UtcNow);
        }
    }

    /// <summary>Writes an image that failed before it could be asked about.</summary>
    /// <param name="failed">Its result.</param>
    /// <param name="tag">What is kept of its tag, as <see cref="DetectionRequest.JournalTag"/>.</param>
    /// <returns>Ends when it is written.</returns>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.JournalWriteFailed"/>.</exception>
    public Task AppendAsync(DetectionResult failed, object? tag) => _file.AppendAsync(JournalImage.Of(failed, tag));

    /// <summary>Writes what is left, and gives the journal to the next run.</summary>
    public void Dispose() => _file.Dispose();

    // What is filtered here anyway is also in an answer that was asked with less.
    private IEnumerable<DetectionRequest> Questions(DetectionRequest request) => request.Filter is null
        ? [request]
        : _file.Index.LeastConfidences.Where(least => least < request.MinConfidence).Reverse().Select(least => request with { MinConfidence = least }).Prepend(request);

    private DetectionResult Restore(JournalImage image, DetectionRequest request)
    {
        try
        {
            return image.ToResult(request, _options.AppliesOrientation);
        }
        catch (FormatException exception)
        {
            throw new CustomLabelsException(JournalErrors.AnswerInvalid(_options.Path, exception.Message), exception);
        }
    }

    private JournalImage Line(DetectionResult result, DetectionRequest request, string? sha256, long? length)
    {
        var look = (request.Image as FileImage)?.Looked;
        var line = JournalImage.Of(result, request.JournalTag);
        line.Sha256 = sha256;
        line.Length = look?.Length ?? length;
        line.LastWriteTimeUtc = look?.LastWriteTimeUtc;
        line.IgnoresOrientation = !_options.AppliesOrientation && result.Sent is null;
        return line;
    }
}
