using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Locking;
using CustomLabels.Text;
using CustomLabels.Time;

namespace CustomLabels.Leases;

/// <summary>The right to start, stop and lease one model: a file of its own, which stays, open for nobody else.</summary>
internal static class LeaseLock
{
    // Whoever waits looks again after a time that others don't have, so that nobody is always last.
    private const int ShortestMilliseconds = 20;
    private const int LongestMilliseconds = 120;

    /// <summary>Takes it, once nobody else has it.</summary>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.LeaseWriteFailed"/>: there can be none.</exception>
    public static async Task<IDisposable> TakeAsync(string folder, LeasePlace place, IClock clock, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, $"{ShortHash.Of($"{place.EndpointUrl} {place.Arn.Text}")}.lock");
        var random = new Random(Guid.NewGuid().GetHashCode());
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (TryTake(path) is { } taken) return taken;
            await clock.DelayAsync(TimeSpan.FromMilliseconds(random.Next(ShortestMilliseconds, LongestMilliseconds)), cancellationToken).ConfigureAwait(false);
        }
    }

    private static FileStream? TryTake(string path)
    {
        try
        {
            return ExclusiveFile.TryOpen(path, FileOptions.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CustomLabelsException(LeaseErrors.WriteFailed(path, e.Message), e);
        }
    }
}
