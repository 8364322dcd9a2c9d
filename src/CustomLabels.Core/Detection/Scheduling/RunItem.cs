using System;
using System.Runtime.ExceptionServices;

namespace CustomLabels.Detection.Scheduling;

/// <summary>An image on its way through a run. Written by the one worker that has it, and read once it is finished.</summary>
internal sealed class RunItem
{
    private readonly TimeSpan _posted;
    private DetectionResult? _result;
    private ExceptionDispatchInfo? _failure;

    /// <summary>An image to work on.</summary>
    public RunItem(DetectionRequest request, TimeSpan posted)
    {
        Request = request;
        HeldBytes = request.Image.HeldBytes;
        _posted = posted;
    }

    /// <summary>An image that needs no work.</summary>
    public RunItem(DetectionResult result) => _result = result;

    public DetectionRequest? Request { get; }

    /// <summary>Bytes that the image keeps in memory until its result is taken.</summary>
    public long HeldBytes { get; }

    /// <summary>Whether it needs no more work: there is a result, or the work threw.</summary>
    public bool IsFinished => _result is not null || _failure is not null;

    /// <summary>The result; null before there is one. What the work threw comes out here.</summary>
    public DetectionResult? Result
    {
        get
        {
            _failure?.Throw();
            return _result;
        }
    }

    /// <summary>The work gave a result, of success or of failure.</summary>
    /// <returns>The time since the image came.</returns>
    public TimeSpan Finish(DetectionResult result, TimeSpan now)
    {
        _result = result;
        return now - _posted;
    }

    /// <summary>The work threw an exception that is not a result: a bug. The owner gets it.</summary>
    public void Fail(Exception bug) => _failure = ExceptionDispatchInfo.Capture(bug);
}
