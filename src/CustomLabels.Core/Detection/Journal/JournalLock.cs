using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.IO;
using System.Text;
using CustomLabels.Locking;

namespace CustomLabels.Detection.Journal;

/// <summary>The right to write a journal: the file <c>(journal).lock</c>, open for nobody else.</summary>
/// <remarks>
/// The file goes when the lock does, and no two runs ever both hold one: Windows deletes it as the last handle closes. On Unix .NET
/// deletes it while it still holds the lock, and after locking a file that is to be deleted on close compares what the path names by then with what it has
/// locked, and starts again if that is another file (SafeFileHandle.Init, for just this combination of mode, share and option).
/// </remarks>
internal sealed class JournalLock : IDisposable
{
    private readonly FileStream _file;

    private JournalLock(FileStream file) => _file = file;

    /// <summary>Takes the lock if nobody has it.</summary>
    /// <param name="journal">The journal's path.</param>
    /// <param name="taken">The lock.</param>
    /// <param name="since">When the other run took it, UTC, where it is held.</param>
    /// <exception cref="IOException">There can be none.</exception>
    public static bool TryTake(string journal, [NotNullWhen(true)] out JournalLock? taken, out DateTime since)
    {
        var path = journal + ".lock";
        since = default;
        taken = null;
        if (ExclusiveFile.TryOpen(path, FileOptions.DeleteOnClose) is not { } file)
        {
            since = File.GetLastWriteTimeUtc(path);
            return false;
        }

        taken = new JournalLock(file);
        taken.Sign();
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    /// <summary>Says who has it, to people who find the file; and its time says since when.</summary>
    private void Sign()
    {
        try
        {
            var run = JournalRun.Of(DateTime.UtcNow);
            var text = Encoding.UTF8.GetBytes(string.Format(CultureInfo.InvariantCulture, "{0} {1}\n", run.ProcessId, run.MachineName));
            _file.SetLength(0);
            _file.Write(text, 0, text.Length);
            _file.Flush();
        }
        catch (IOException)
        {
            // On a full disk it is a lock without a signature.
        }
    }
}
