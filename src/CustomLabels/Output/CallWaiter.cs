using System;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api;

namespace CustomLabels.Output;

/// <summary>Has calls made on other threads, and writes on the pipeline's thread what they say meanwhile.</summary>
/// <param name="cmdlet">The command.</param>
/// <param name="stopped">Cancelled when the pipeline is stopped.</param>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose handle nobody asks for holds nothing to dispose, and a call that was abandoned may still release it.")]
internal sealed class CallWaiter(PSCmdlet cmdlet, CancellationToken stopped) : ICallLog
{
    private const int TickMilliseconds = 200;

    private readonly ConcurrentQueue<(bool IsDebug, string Text)> _lines = new();

    // One for each line, and one for the end of a call.
    private readonly SemaphoreSlim _news = new(0);

    /// <inheritdoc/>
    public bool ShowsDebug { get; } = DebugStream.IsShown(cmdlet);

    /// <inheritdoc/>
    public void Verbose(string text) => Say(isDebug: false, text);

    /// <inheritdoc/>
    public void Debug(string text) => Say(isDebug: true, text);

    /// <summary>Waits for a call. What ends the wait early has cancelled the call and waited for its end.</summary>
    /// <param name="callAsync">Makes it, on another thread.</param>
    /// <param name="tick">Runs now and then until the call ends, on the pipeline's thread; null for nothing.</param>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped.</exception>
    /// <exception cref="CustomLabelsException">The call failed for good.</exception>
    public T Wait<T>(Func<CancellationToken, Task<T>> callAsync, Action? tick = null)
    {
        using var abandon = CancellationTokenSource.CreateLinkedTokenSource(stopped);
        var token = abandon.Token;
        var call = Task.Run(() => callAsync(token), CancellationToken.None);
        _ = call.ContinueWith(_ => _news.Release(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        try
        {
            while (!call.IsCompleted)
            {
                _news.Wait(tick is null ? Timeout.Infinite : TickMilliseconds, CancellationToken.None);
                Write();
                tick?.Invoke();
            }

            Write();
            return call.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (cmdlet.Stopping)
        {
            throw new PipelineStoppedException();
        }
        finally
        {
            // A line that is written may end the pipeline (-ErrorAction Stop downstream, -Debug's inquiry).
            abandon.Cancel();
            Task.WaitAny([call], CancellationToken.None);
        }
    }

    private void Say(bool isDebug, string text)
    {
        _lines.Enqueue((isDebug, text));
        _news.Release();
    }

    private void Write()
    {
        while (_lines.TryDequeue(out var line))
        {
            if (line.IsDebug) cmdlet.WriteDebug(line.Text);
            else cmdlet.WriteVerboseLine(line.Text);
        }
    }
}
