using System;
using System.Runtime.InteropServices;

namespace CustomLabels.Scopes;

/// <summary>Does something before the system ends this process: SIGTERM and SIGHUP; on Windows a closed window, a log-off and a shutdown; everywhere what calls exit.</summary>
/// <remarks>The system, or the runtime, goes on with the end as soon as it is done: the process has the exit code that it always has. .NET 10 raises no ProcessExit for signals.</remarks>
internal sealed class ProcessEnds : IDisposable
{
    private readonly Action _before;
    private readonly EventHandler _exit;
#if NET
    private readonly PosixSignalRegistration[] _signals;
#else
    private readonly ConsoleEnd? _console;
#endif

    /// <summary>Listens.</summary>
    /// <param name="before">What to do. It may be called more than once, on several threads at a time.</param>
    public ProcessEnds(Action before)
    {
        _before = before;
        _exit = (_, _) => _before();
        AppDomain.CurrentDomain.ProcessExit += _exit;
#if NET
        _signals = [PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => _before()), PosixSignalRegistration.Create(PosixSignal.SIGHUP, _ => _before())];
#else
        _console = Environment.OSVersion.Platform == PlatformID.Win32NT ? new ConsoleEnd(before) : null;
#endif
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= _exit;
#if NET
        foreach (var signal in _signals) signal.Dispose();
#else
        _console?.Dispose();
#endif
    }
}
