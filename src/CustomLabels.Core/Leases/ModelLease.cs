using System;
using System.Diagnostics;
using System.Globalization;
using CustomLabels.Arns;
using CustomLabels.Leases;
using CustomLabels.Leases.Identity;

namespace CustomLabels;

/// <summary>The note that this module has started a model, and until when: a file, written before the start, so that a process that dies leaves word of what it left running.
/// No secret is in it.</summary>
public sealed record ModelLease
{
    internal ModelLease(string id, LeasePlace place)
    {
        Id = id;
        Place = place;
    }

    /// <summary>The lease's own id: 32 hexadecimal digits.</summary>
    public string Id { get; }

    /// <summary>What it holds the model for.</summary>
    public LeaseKind Kind { get; init; }

    /// <summary>What became of it.</summary>
    public LeaseState State { get; init; }

    /// <summary>The model's ARN.</summary>
    public string ProjectVersionArn => Place.Arn.Text;

    /// <summary>The model's name: project, slash, version.</summary>
    public string Name => $"{Place.Arn.ProjectName}/{Place.Arn.VersionName}";

    /// <summary>Where the model was started: the whole address, also of AWS's own endpoints.</summary>
    public string EndpointUrl => Place.EndpointUrl;

    /// <summary>The account that the model is in.</summary>
    public string Account => Place.Account;

    /// <summary>The region that the model is in.</summary>
    public string Region => Place.Arn.Region;

    /// <summary>The profile that it was started with; null when keys or the default chain were used.</summary>
    public string? ProfileName { get; init; }

    /// <summary>The credentials file of that profile, where another than the default was given.</summary>
    public string? ProfileLocation { get; init; }

    /// <summary>Least inference units that it was started with.</summary>
    public int MinInferenceUnits { get; init; } = 1;

    /// <summary>When the lease was written, UTC.</summary>
    public DateTime StartedAt { get; init; }

    /// <summary>When the model is to be stopped at the latest, UTC.</summary>
    public DateTime StopAt { get; init; }

    /// <summary>Since when the start is asked for and not confirmed, UTC; null once the service has confirmed it.</summary>
    public DateTime? UnconfirmedSince { get; init; }

    /// <summary>The value of the model's tag <c>customlabels:lease</c> while this lease holds it: the id of the lease that it was started under. Null where it may not be tagged.</summary>
    public string? Tag { get; init; }

    /// <summary>The process that holds a scope; null of a timed lease.</summary>
    public int? ProcessId { get; init; }

    /// <summary>What tells that process from others of its number: in the system's own count, only to be compared.</summary>
    public string? ProcessStart { get; init; }

    /// <summary>The machine's name, for people.</summary>
    public string? MachineName { get; init; }

    /// <summary>The machine: a hash; null where it has no id.</summary>
    public string? MachineId => Host.MachineId;

    /// <summary>The machine's start in which the process runs.</summary>
    public string? BootId => Host.BootId;

    /// <summary>The namespace that numbers the process (Linux).</summary>
    public string? PidNamespace => Host.PidNamespace;

    /// <summary>The account that the process runs as: a uid or a SID.</summary>
    public string? User => Host.User;

    /// <summary>Why the last try to stop the model failed, with the command that stops it; null when none has.</summary>
    public string? LastError { get; init; }

    /// <summary>Which model, at which endpoint.</summary>
    internal LeasePlace Place { get; }

    /// <summary>Where the process runs.</summary>
    internal HostIdentity Host { get; init; } = new(null, null, null, null);

    /// <summary>A lease for a block of Use-RKModel in this process. Nothing is written yet: <see cref="LeaseStore.Write"/>.</summary>
    /// <param name="place">The model.</param>
    /// <param name="now">The time, UTC.</param>
    /// <param name="stopAfter">The longest that the model may run: counts once the process is gone where that can't be seen.</param>
    internal static ModelLease Scope(LeasePlace place, DateTime now, TimeSpan stopAfter)
    {
        using var process = Process.GetCurrentProcess();
        return Timed(place, now, stopAfter) with { Kind = LeaseKind.Scope, ProcessId = process.Id, ProcessStart = HostIdentity.ProcessStart(process.Id) };
    }

    /// <summary>A lease until a time, whatever becomes of this process. Nothing is written yet: <see cref="LeaseStore.Write"/>.</summary>
    /// <param name="place">The model.</param>
    /// <param name="now">The time, UTC.</param>
    /// <param name="stopAfter">How long the model may run.</param>
    internal static ModelLease Timed(LeasePlace place, DateTime now, TimeSpan stopAfter)
    {
        var id = Guid.NewGuid().ToString("N");
        return new ModelLease(id, place)
        {
            Kind = LeaseKind.Timed,
            State = LeaseState.Prepared,
            StartedAt = now,
            StopAt = stopAfter < DateTime.MaxValue - now ? now + stopAfter : DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc),
            Tag = id,
            MachineName = Environment.MachineName,
            Host = HostIdentity.Here(),
        };
    }

    /// <summary>A copy that says that the start is asked for: to be written before the request goes out.</summary>
    /// <param name="now">The time, UTC.</param>
    internal ModelLease Asked(DateTime now) => this with { State = LeaseState.Starting, UnconfirmedSince = now };

    /// <summary>A copy once the service has confirmed the start, or the model was found on.</summary>
    internal ModelLease Confirmed() => this with { State = State == LeaseState.Due ? State : LeaseState.Held, UnconfirmedSince = null };

    /// <summary>A copy of a lease whose purpose is over while no stop is confirmed: due from now on, for any process.</summary>
    /// <param name="now">The time, UTC.</param>
    /// <param name="error">Why it could not be stopped; null when it wasn't tried.</param>
    internal ModelLease Released(DateTime now, string? error) => this with { State = LeaseState.Due, StopAt = StopAt < now ? StopAt : now, LastError = error ?? LastError };

    /// <summary>Id and end, as in <c>until 2026-11-30 20:00:00Z (0a1b…)</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} {1:u} ({2})", State == LeaseState.Due ? "due since" : "until", StopAt, Id);
}
