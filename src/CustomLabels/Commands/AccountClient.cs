using System;
using System.Collections.Generic;
using System.Management.Automation;
using CustomLabels.Api;
using CustomLabels.Api.Transport;
using CustomLabels.Arns;
using CustomLabels.Binding;
using CustomLabels.Connection;
using CustomLabels.Models;
using CustomLabels.Output;
using CustomLabels.Time;
using CustomLabels.Usage;

namespace CustomLabels.Commands;

/// <summary>An account as a command asks about it, from the pipeline's thread: a region at a time, each set up once.</summary>
/// <param name="transports">The ways to the service; closed with it.</param>
/// <param name="settings">How to connect.</param>
/// <param name="waiter">Waits for the answers.</param>
/// <param name="found">Told of each region that is asked, and of the way to it.</param>
internal sealed class AccountClient(TransportPool transports, ConnectionSettings settings, CallWaiter waiter, Action<IServiceTransport, string> found) : IDisposable
{
    private static readonly TimeSpan ThrottleTimeout = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, AccountRegion> _regions = new(StringComparer.Ordinal);
    private readonly SystemClock _clock = new();
    private string? _default;

    /// <summary>The region of an ARN, or without one that of the command.</summary>
    /// <param name="arn">The ARN; null without one.</param>
    /// <param name="arnRegion">Its region.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.RegionMissing"/>, <see cref="ErrorId.RegionMismatch"/>, or a setting is impossible.</exception>
    public AccountRegion In(string? arn, string? arnRegion)
    {
        if (arnRegion is not null && settings.Region is { } given && given != arnRegion) throw new CustomLabelsException(ModelErrors.RegionMismatch(arn!, arnRegion, given));
        var region = arnRegion ?? (_default ??= RegionChoice.OrOfProfile(RegionChoice.Find(settings, arnRegion: null), settings));
        if (!_regions.TryGetValue(region, out var known)) _regions.Add(region, known = Connect(region));
        return known;
    }

    /// <summary>The one model that is meant, as it is when it is first asked for.</summary>
    /// <param name="text">An ARN, or project/version.</param>
    /// <exception cref="CustomLabelsException">It is neither; <see cref="ErrorId.ModelNotFound"/>; there is no region to ask in, or it can't be asked.</exception>
    public (AccountRegion Region, Model Model) Find(string text)
    {
        var wanted = ModelSelector.ParseOne(text);
        var region = In(wanted.Arn?.Text, wanted.Region);
        var finder = new ModelFinder(region, wanted);
        return (region, finder.Models(finder.ProjectArns()[0])[0]);
    }

    /// <summary>The metrics of a region's models.</summary>
    /// <param name="region">The region's name.</param>
    /// <exception cref="CustomLabelsException">A setting is impossible.</exception>
    public MetricClient Metrics(string region) => new(new ControlPlane(transports.For(AwsService.CloudWatch, region), NewCaller(), waiter));

    /// <summary>Waits for models of any of its regions.</summary>
    public ModelWaiter NewModelWaiter(Cmdlet cmdlet, string activity) => new(cmdlet, waiter, activity, _clock);

    /// <inheritdoc/>
    public void Dispose() => transports.Dispose();

    private AccountRegion Connect(string region)
    {
        var transport = transports.For(AwsService.Rekognition, region);
        found(transport, region);
        return new AccountRegion(region, transport.Endpoint, settings, new ModelClient(new ControlPlane(transport, NewCaller(), waiter)), waiter, _clock);
    }

    private ServiceCaller NewCaller() => new(new RetryPolicy(transports.MaxAttempts, ThrottleTimeout, new Random()), _clock);
}
