using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api;
using CustomLabels.Api.Generated;
using CustomLabels.Core.Tests.Models.Lifecycle;
using CustomLabels.Leases;
using CustomLabels.Leases.Holding;
using CustomLabels.Leases.Power;
using CustomLabels.Models.Lifecycle;

namespace CustomLabels.Core.Tests.Leases.Holding;

/// <summary>One model that starts and stops as the service's do, a folder of leases, and processes that hold it: each numbered, and alive until it is said to have died.</summary>
internal sealed class HoldingScene : IDisposable
{
    public const string Name = "lines/v1";

    private readonly TemporaryFolder _folder = new();
    private readonly LeaseScene _judges = new();

    public HoldingScene()
    {
        Clock = new EventClock(Service.Clock);
        Store = LeaseStore.Open(Folder, Clock);
        Known = Service.Add(Name, _ => Visible());
        Visible = () => Status;
        Service.Start = Start;
        Service.Stop = Stop;
    }

    public static LeasePlace Place { get; } = new(LeaseScene.Endpoint, FakeModels.Arn(Name));

    public FakeModels Service { get; } = new();

    public EventClock Clock { get; }

    public LeaseStore Store { get; set; }

    public string Folder => _folder.PathOf("leases");

    public CustomLabels.Model Known { get; }

    /// <summary>The model's status.</summary>
    public string Status { get; set; } = ProjectVersionStatus.Stopped;

    /// <summary>What is to be seen of it.</summary>
    public Func<string?> Visible { get; set; } = static () => ProjectVersionStatus.Stopped;

    public ModelLease[] Leases => [.. Store.List().Leases];

    public int Starts => Service.Count("StartProjectVersion");

    public int Stops => Service.Count("StopProjectVersion");

    public string? Tag => Service.Tags.TryGetValue(LeaseTag.Key, out var tag) ? tag : null;

    /// <summary>A lease for a block of a process that lives.</summary>
    public ModelLease Scope(int process = 7)
    {
        _judges.Processes[process] = $"{process}00";
        return ModelLease.Scope(Place, Clock.UtcNow, TimeSpan.FromHours(12)) with { ProcessId = process, ProcessStart = $"{process}00", Host = LeaseScene.Host };
    }

    public ModelLease Timed(double hours = 1) => ModelLease.Timed(Place, Clock.UtcNow, TimeSpan.FromHours(hours)) with { Host = LeaseScene.Host };

    public void Die(int process) => _judges.Processes.Remove(process);

    public LeasedModel Leased() => new(
        Store,
        _judges.Judge(),
        new ModelStarter(Service.Client, 4, Clock, SilentLog.Instance),
        new ModelStopper(Service.Client, Clock, SilentLog.Instance),
        new ModelPower(Service.Client),
        Clock,
        SilentLog.Instance);

    public async Task<HoldOutcome> StartAsync(LeasedModel leased, ModelLease lease, CancellationToken cancellationToken = default) =>
        (await leased.StartAsync(lease, Known, maxInferenceUnits: null, cancellationToken)).Outcome;

    /// <summary>Starts it under the lease of a block.</summary>
    public async Task<LeasedModel> StartedAsync(ModelLease? lease = null, HoldOutcome outcome = HoldOutcome.Started)
    {
        var leased = Leased();
        var came = await StartAsync(leased, lease ?? Scope());
        return came == outcome ? leased : throw new InvalidOperationException($"{came}");
    }

    public LeasedScope ScopeOf(int process, double startTimeout = 3600) => new(
        Leased(),
        () => Scope(process),
        new ModelReader(Service.Client),
        Known,
        new ScopeRequest(1, MaxInferenceUnits: null, TimeSpan.FromSeconds(startTimeout), TimeSpan.FromHours(12)),
        Clock,
        SilentLog.Instance);

    /// <summary>Fails an operation from now on; null heals it.</summary>
    public void Fail(string operation, Func<Exception>? with) => Service.Trouble = (asked, _) => asked == operation ? with?.Invoke() : null;

    public void Dispose()
    {
        _judges.Dispose();
        if (Directory.Exists(_folder.Path)) _folder.Dispose();
    }

    private string Start() => Status == ProjectVersionStatus.Stopped ? Status = ProjectVersionStatus.Starting : throw FakeModels.Refused(ErrorCodes.ResourceInUseException);

    private string Stop() => Status == ProjectVersionStatus.Running ? Status = ProjectVersionStatus.Stopping : throw FakeModels.Refused(ErrorCodes.ResourceInUseException);
}
