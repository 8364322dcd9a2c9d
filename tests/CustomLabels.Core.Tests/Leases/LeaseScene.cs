using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api.Generated;
using CustomLabels.Arns;
using CustomLabels.Leases;
using CustomLabels.Leases.Identity;
using CustomLabels.Leases.Power;
using CustomLabels.Leases.Reaping;

namespace CustomLabels.Core.Tests.Leases;

/// <summary>A folder of leases, a clock, and an account with models that can be on or off.</summary>
internal sealed class LeaseScene : IDisposable, IModelPower
{
    public const string Endpoint = "http://127.0.0.1:8080/";
    public const string Account = "123456789012";
    public const string Region = "us-east-1";
    public const string MachineId = "0123456789abcdef0123456789abcdef";

    public static readonly ProjectVersionArn Arn = ProjectVersionArn.Parse($"arn:aws:rekognition:{Region}:{Account}:project/lines/version/v1/1767225600000");
    public static readonly HostIdentity Host = new(MachineId, "boot", "pid:[4026531836]", "1000");

    private readonly TemporaryFolder _folder = new();

    public LeaseScene() => Store = LeaseStore.Open(Folder, Clock);

    public static LeasePlace Place => new(Endpoint, Arn);

    public ManualClock Clock { get; } = new();

    public string Folder => _folder.PathOf("leases");

    public LeaseStore Store { get; }

    /// <summary>The starts of the processes that live.</summary>
    public Dictionary<int, string> Processes { get; } = [];

    /// <summary>The status of each model there is.</summary>
    public Dictionary<string, string> Statuses { get; } = new(StringComparer.Ordinal) { [Arn.Text] = ProjectVersionStatus.Running };

    public Dictionary<string, string?> Tags { get; } = new(StringComparer.Ordinal);

    /// <summary>What was asked for, in order.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>What refuses an operation; null lets it.</summary>
    public Func<string, CustomLabelsError?> Refuse { get; set; } = _ => null;

    public string? OwnAccount { get; set; } = Account;

    /// <summary>A scope of process 7, which doesn't live unless it is said.</summary>
    public ModelLease Scope() => ModelLease.Timed(Place, Clock.UtcNow, TimeSpan.FromHours(12)).Confirmed() with { Kind = LeaseKind.Scope, ProcessId = 7, ProcessStart = "700", Host = Host };

    public ModelLease Timed(double hours = 1) => ModelLease.Timed(Place, Clock.UtcNow, TimeSpan.FromHours(hours)).Confirmed() with { Host = Host };

    /// <summary>Writes a lease, and tags the model with it.</summary>
    public ModelLease Write(ModelLease lease)
    {
        Store.Write(lease);
        if (lease.Tag is not null) Tags[LeaseTag.Key] = lease.Tag;
        return lease;
    }

    public LeaseJudge Judge(HostIdentity? here = null, string endpoint = Endpoint, string region = Region, string? account = null) =>
        new(new LeaseConnection(endpoint, region, account), here ?? Host, id => Processes.TryGetValue(id, out var start) ? start : null);

    public async Task<ReapOutcome[]> PassAsync(ReapRules? rules = null, LeaseJudge? judge = null) =>
        [.. (await new Reaper(Store, judge ?? Judge(), rules ?? new ReapRules(), _ => this, Clock).PassAsync(CancellationToken.None)).Select(report => report.Outcome)];

    public void Dispose() => _folder.Dispose();

    Task<Model?> IModelPower.FindAsync(ProjectVersionArn arn, CancellationToken cancellationToken)
    {
        Ask("Find");
        return Task.FromResult(Statuses.TryGetValue(arn.Text, out var status) ? Model.Of(new ProjectVersionDescription { ProjectVersionArn = arn.Text, Status = status }) : null);
    }

    Task<string?> IModelPower.AccountAsync(CancellationToken cancellationToken)
    {
        Ask("Account");
        return Task.FromResult(OwnAccount);
    }

    Task<string?> IModelPower.StopAsync(ProjectVersionArn arn, CancellationToken cancellationToken)
    {
        Ask("Stop");
        Statuses[arn.Text] = ProjectVersionStatus.Stopping;
        return Task.FromResult<string?>(ProjectVersionStatus.Stopping);
    }

    Task<IReadOnlyDictionary<string, string?>> IModelPower.TagsAsync(ProjectVersionArn arn, CancellationToken cancellationToken)
    {
        Ask("Tags");
        return Task.FromResult<IReadOnlyDictionary<string, string?>>(Tags);
    }

    Task IModelPower.TagAsync(ProjectVersionArn arn, string key, string value, CancellationToken cancellationToken)
    {
        Ask("Tag");
        Tags[key] = value;
        return Task.CompletedTask;
    }

    Task IModelPower.UntagAsync(ProjectVersionArn arn, string key, CancellationToken cancellationToken)
    {
        Ask("Untag");
        Tags.Remove(key);
        return Task.CompletedTask;
    }

    private void Ask(string operation)
    {
        Asked.Add(operation);
        if (Refuse(operation) is { } error) throw new CustomLabelsException(error);
    }
}
