using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Time;

namespace CustomLabels.Leases;

/// <summary>The leases of this user on this machine: a folder with a file for each. Safe for concurrent use, by many processes too.</summary>
/// <example>A start; the lock is held from before the lease until the service has answered:
/// <code>
/// var place = LeasePlace.Of(transport.Endpoint, arn);
/// using (await store.LockAsync(place, stopped))
/// {
///     // Somebody else's running model: no lease. One that a lease of ours holds: this lease takes over its Tag, and asks for no start.
///     var lease = ModelLease.Scope(place, now, stopAfter) with { ProfileName = profile };
///     store.Write(lease);
///     // Then the tag customlabels:lease = lease.Tag; denied: lease = lease with { Tag = null }.
///     store.Write(lease = lease.Asked(now));
///     // Then the start. A refusal for sure: store.Remove(lease).
///     store.Write(lease = lease.Confirmed());
/// }
/// </code>
/// A leave: under the lock, <see cref="OthersOf"/> says who else holds the model. With others only <see cref="Remove"/>; without, the stop, and Remove once it is confirmed, and else
/// <c>Write(lease.Released(now, error))</c>: the reaper sees to it then.</example>
internal sealed class LeaseStore
{
    private const string Extension = ".json";
    private readonly IClock _clock;

    private readonly Func<string, FileStream> _openNew;

    private LeaseStore(string folder, IClock clock, Func<string, FileStream> openNew)
    {
        Folder = folder;
        _clock = clock;
        _openNew = openNew;
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>Whether it lies on the network, where locks may not hold: to be warned of with <see cref="LeaseErrors.OnNetwork"/>.</summary>
    public bool IsOnNetwork => LeaseFolder.IsOnNetwork(Folder);

    /// <summary>Whether somebody has removed the whole folder since.</summary>
    public bool IsGone => !Directory.Exists(Folder);

    /// <summary>The store to write to; its folder is made where it isn't there.</summary>
    /// <param name="path">The folder's full path; null for the usual one.</param>
    /// <param name="clock">The time.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.LeaseWriteFailed"/>: no folder of this user's own. Nothing may be started then.</exception>
    public static LeaseStore Open(string? path, IClock clock) => Open(path, clock, LeaseFile.OpenNew);

    /// <summary>The same, with another way to open a new file: for tests of a device that is full.</summary>
    internal static LeaseStore Open(string? path, IClock clock, Func<string, FileStream> openNew)
    {
        var folder = LeaseFolder.Find(path);
        try
        {
            LeaseFolder.Create(folder);
            return LeaseFolder.Distrust(folder) is { } reason ? throw new CustomLabelsException(LeaseErrors.WriteFailed(folder, $"{reason}.")) : new LeaseStore(folder, clock, openNew);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new CustomLabelsException(LeaseErrors.WriteFailed(folder, e.Message), e);
        }
    }

    /// <summary>The store where there are leases; null without any, at the price of one look for its folder.</summary>
    /// <param name="path">The folder's full path; null for the usual one.</param>
    /// <param name="clock">The time.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.LeaseUnreadable"/>: what is there isn't this user's own, or can't be read.</exception>
    public static LeaseStore? Find(string? path, IClock clock)
    {
        string folder;
        try
        {
            folder = LeaseFolder.Find(path);
        }
        catch (CustomLabelsException) when (path is null)
        {
            return null;
        }

        try
        {
            if (!Directory.Exists(folder) || !Directory.EnumerateFiles(folder, $"*{Extension}").Any()) return null;
            return LeaseFolder.Distrust(folder) is { } reason ? throw new CustomLabelsException(LeaseErrors.Unreadable(folder, $"{reason}.")) : new LeaseStore(folder, clock, LeaseFile.OpenNew);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new CustomLabelsException(LeaseErrors.Unreadable(folder, e.Message), e);
        }
    }

    /// <summary>The right to start, stop and lease a model, once no other thread or process has it. It ends with Dispose, or with the process.</summary>
    /// <param name="place">The model.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.LeaseWriteFailed"/>: there can be no lock.</exception>
    public Task<IDisposable> LockAsync(LeasePlace place, CancellationToken cancellationToken) => LeaseLock.TakeAsync(Folder, place, _clock, cancellationToken);

    /// <summary>The same for a stop, which matters more: null where there can be no lock by now, because the folder is gone, read-only or on a device that is full.</summary>
    /// <param name="place">The model.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IDisposable?> TryLockAsync(LeasePlace place, CancellationToken cancellationToken)
    {
        if (IsGone) return null;
        try
        {
            return await LockAsync(place, cancellationToken).ConfigureAwait(false);
        }
        catch (CustomLabelsException)
        {
            return null;
        }
    }

    /// <summary>All leases. A file that is none, is torn, or can't be read hides no other.</summary>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.LeaseUnreadable"/>: the folder can't be read.</exception>
    public LeaseListing List()
    {
        var leases = new List<ModelLease>();
        var warnings = new List<string>();
        try
        {
            foreach (var path in Directory.EnumerateFiles(Folder, $"*{Extension}"))
            {
                try
                {
                    if (LeaseFile.Read(path) is { } lease) leases.Add(lease);
                }
                catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
                {
                    warnings.Add(LeaseErrors.Damaged(path, e.Message));
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CustomLabelsException(LeaseErrors.Unreadable(Folder, e.Message), e);
        }

        return new LeaseListing(leases.OrderBy(lease => lease.StartedAt).ToArray(), warnings.OrderBy(warning => warning, StringComparer.Ordinal).ToArray());
    }

    /// <summary>A lease as it is now; null when it is gone, or its file is damaged by now.</summary>
    /// <param name="id">Its id.</param>
    public ModelLease? Read(string id)
    {
        try
        {
            return LeaseFile.Read(PathOf(id));
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether somebody has removed a lease that was written: then its model is to run until somebody stops it. Where the whole folder is gone nobody has said that.</summary>
    public bool IsRemoved(ModelLease lease) => !IsGone && !File.Exists(PathOf(lease.Id));

    /// <summary>The leases of a model: those that hold it, and those that are due. One that was only prepared has nothing to do with what runs.</summary>
    /// <param name="place">The model.</param>
    public IEnumerable<ModelLease> Of(LeasePlace place) => List().Leases.Where(lease => lease.Place == place && lease.State != LeaseState.Prepared);

    /// <summary>The other leases of a lease's model, at the same endpoint.</summary>
    public IReadOnlyList<ModelLease> OthersOf(ModelLease lease) => Of(lease.Place).Where(other => other.Id != lease.Id).ToArray();

    /// <summary>Writes a lease, new or changed: when this returns it is on the device, whole.</summary>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.LeaseWriteFailed"/>: it isn't, and what was there before still is.</exception>
    public void Write(ModelLease lease)
    {
        var path = PathOf(lease.Id);
        try
        {
            LeaseFile.Write(path, LeaseJson.Write(lease), _openNew);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CustomLabelsException(LeaseErrors.WriteFailed(path, e.Message), e);
        }
    }

    /// <summary>Removes a lease; one that is gone is as good as removed.</summary>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.LeaseWriteFailed"/>: it is still there.</exception>
    public void Remove(ModelLease lease)
    {
        var path = PathOf(lease.Id);
        try
        {
            File.Delete(path);
        }
        catch (DirectoryNotFoundException)
        {
            // With its folder.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CustomLabelsException(LeaseErrors.WriteFailed(path, e.Message), e);
        }
    }

    private string PathOf(string id) => Path.Combine(Folder, id + Extension);
}
