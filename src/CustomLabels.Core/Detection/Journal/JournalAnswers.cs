using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using CustomLabels.Arns;
using CustomLabels.Detection.Protocol;
using CustomLabels.Images;

namespace CustomLabels.Detection.Journal;

/// <summary>Answers requests from a journal, as they were answered when it was written. Safe for concurrent use.</summary>
/// <remarks>An image that is sent is known by its content, wherever it was then; one in S3 by bucket, key and version. Failures are not answers.</remarks>
internal sealed class JournalAnswers : IDisposable
{
    private readonly string _path;
    private readonly FileStream _lines;
    private readonly Dictionary<JournalKey, List<JournalRecording>> _recordings = [];

    private JournalAnswers(string path, FileStream lines)
    {
        _path = path;
        _lines = lines;
        var arns = new List<string>();
        using var reader = new JournalFileReader(path, lines);
        while (reader.TryRead(out var image))
        {
            if (image.Error is not null || (image.Sha256 is null && image.Source.Bucket is null)) continue;
            // A picture that was too large is known by what was sent in its place.
            var key = Key(image.Request.ProjectVersionArn, image.Source.Bucket, image.Source.Key, image.Source.VersionId, image.Sent?.Sha256 ?? image.Sha256);
            if (!_recordings.TryGetValue(key, out var recordings)) _recordings.Add(key, recordings = []);
            recordings.Add(new JournalRecording(reader.Offset, reader.Length, image.Request));
            if (!arns.Contains(image.Request.ProjectVersionArn)) arns.Add(image.Request.ProjectVersionArn);
        }

        ProjectVersionArns = arns;
    }

    /// <summary>The model versions that have answered, in the order of their first answers.</summary>
    public IReadOnlyList<string> ProjectVersionArns { get; }

    /// <summary>How many images there are answers about, each model version's counted.</summary>
    public int Count => _recordings.Count;

    /// <summary>Opens a journal; a run may be writing it, whose further lines are not known.</summary>
    /// <param name="path">Its path.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.JournalInvalid"/>.</exception>
    public static JournalAnswers Open(string path) => JournalFile.Reading(path, static (path, lines) => new JournalAnswers(path, lines));

    /// <summary>The answer to a request; of several the one that was asked for in the same way, or else with less left out, and of those the latest.</summary>
    /// <param name="request">The request.</param>
    /// <param name="sha256">Makes the hash of the image's bytes in hexadecimal, lower case; called where bytes were sent.</param>
    /// <returns>The body; null where the journal doesn't know the image.</returns>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.JournalInvalid"/>: the file can't be read any more.</exception>
    public byte[]? Find(DetectRequest request, Func<ArraySegment<byte>, string> sha256)
    {
        if (request is null) throw new ArgumentNullException(nameof(request));
        if (sha256 is null) throw new ArgumentNullException(nameof(sha256));
        var source = request.S3Object;
        var key = Key(request.ProjectVersionArn ?? "", source?.Bucket, source?.Name, source?.Version, request.Bytes is { } bytes ? sha256(bytes) : null);
        if (!_recordings.TryGetValue(key, out var recordings)) return null;
        var best = recordings.Select((recording, place) => (recording, fitness: recording.Fitness(request), place)).OrderBy(found => found.fitness).ThenBy(found => found.place).Last();
        var answer = Read(best.recording);
        try
        {
            return (best.fitness == 2 ? answer : JournalAnswer.Filter(answer, request.MinConfidence, request.MaxResults)).ToArray();
        }
        catch (FormatException e)
        {
            throw new CustomLabelsException(JournalErrors.AnswerInvalid(_path, e.Message), e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _lines.Dispose();

    private ReadOnlyMemory<byte> Read(JournalRecording recording)
    {
        try
        {
            lock (_lines) return JournalFile.Read(_lines, recording.Offset, recording.Size).Answer;
        }
        catch (Exception e) when (e is IOException or JsonException or FormatException or InvalidOperationException)
        {
            throw new CustomLabelsException(JournalErrors.Unreadable(_path, e.Message), e);
        }
    }

    // Whatever was asked besides: of several recordings of one image, the best is chosen later.
    private static JournalKey Key(string arn, string? bucket, string? name, string? version, string? sha256) => JournalKey.Of(
        bucket is null ? ImageIdentity.None : ImageIdentity.OfS3(bucket, name!, version, etag: null), bucket is null ? sha256 : null, new JournalRequest(arn, MinConfidence: null, MaxResults: null));
}
