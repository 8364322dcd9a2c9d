using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api;
using CustomLabels.Arns;
using CustomLabels.Detection;
using CustomLabels.Images;

namespace CustomLabels.Core.Tests.Detection.Scheduling;

/// <summary>Work that is done when the test says so, image by image.</summary>
internal sealed class Gates
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<CustomLabelsError?>> _gates = new(StringComparer.Ordinal);
    private int _started;

    /// <summary>Images whose work has begun.</summary>
    public int Started => Volatile.Read(ref _started);

    /// <summary>Images whose work was cancelled.</summary>
    public ConcurrentBag<string> Cancelled { get; } = [];

    public static DetectionRequest Request(string name) => new(new UnresolvedImage(name), ProjectVersionArn.Parse("arn:aws:rekognition:eu-west-1:123456789012:project/p/version/v/1"));

    public async Task<DetectionResult> WorkAsync(DetectionRequest request, ICallLog log, CancellationToken token)
    {
        Interlocked.Increment(ref _started);
        var gate = Gate(request.Image.Name);
        using (token.Register(() => gate.TrySetCanceled(token)))
        {
            try
            {
                return await gate.Task is { } error ? request.Unanswered().Failed(error, DateTime.UtcNow) : request.Unanswered();
            }
            catch (OperationCanceledException)
            {
                Cancelled.Add(request.Image.Name);
                throw;
            }
        }
    }

    public void Open(string name, CustomLabelsError? error = null) => Gate(name).SetResult(error);

    private TaskCompletionSource<CustomLabelsError?> Gate(string name) =>
        _gates.GetOrAdd(name, static _ => new TaskCompletionSource<CustomLabelsError?>(TaskCreationOptions.RunContinuationsAsynchronously));
}
