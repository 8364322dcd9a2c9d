#if !NET
using System;
using System.Runtime.InteropServices;

namespace CustomLabels.Scopes;

/// <summary>What .NET Framework doesn't tell of: the window is closed, the user logs off, the machine shuts down. Ctrl+C is PowerShell's.</summary>
internal sealed class ConsoleEnd : IDisposable
{
    private const uint Close = 2;

    private readonly Handler _handler;

    /// <summary>Listens.</summary>
    /// <param name="before">What to do; Windows gives it five seconds.</param>
    public ConsoleEnd(Action before)
    {
        // Kept in a field: Windows calls it, and the garbage collector doesn't know that.
        _handler = type =>
        {
            if (type >= Close) before();
            return false;
        };
        SetConsoleCtrlHandler(_handler, add: true);
    }

    [UnmanagedFunctionPointer(CallingConvention.Winapi)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private delegate bool Handler(uint type);

    /// <inheritdoc/>
    public void Dispose() => SetConsoleCtrlHandler(_handler, add: false);

    [DllImport("kernel32.dll", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool SetConsoleCtrlHandler(Handler handler, [MarshalAs(UnmanagedType.Bool)] bool add);
}
#endif
