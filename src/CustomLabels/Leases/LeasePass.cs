using System;
using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api.Transport;
using CustomLabels.Leases.Reaping;
using CustomLabels.Output;
using CustomLabels.Time;

namespace CustomLabels.Leases;

/// <summary>Has a command, in passing, stop models that leases at its endpoint have left behind. On another thread; the command neither waits for it nor fails by it.</summary>
/// <param name="cmdlet">The command.</param>
/// <param name="factory">Makes the ways to the service.</param>
/// <param name="settings">How the command is connected.</param>
/// <remarks>The pass goes on, on connections of its own, when the command has ended; what it has to say then the session's next command says.</remarks>
internal sealed class LeasePass(PSCmdlet cmdlet, ITransportFactory factory, ConnectionSettings settings)
{
    /// <summary>The environment variable that switches it off, with the value <c>Off</c>.</summary>
    public const string Variable = "CUSTOMLABELS_REAPER";

    // A stop takes about five requests. Who ends a session with this very command wants the model stopped, more than the seconds.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPass = TimeSpan.FromMinutes(2);

    private readonly SessionLeases _session = SessionLeases.Current;
    private Task _pass = Task.CompletedTask;

    /// <summary>Starts a pass, if there are leases and the last pass was a minute ago. Without leases it is one look for a folder.</summary>
    /// <param name="endpoint">The endpoint that the command asks.</param>
    /// <param name="region">The region that it asks in.</param>
    public void Start(Uri endpoint, string region)
    {
        if (string.Equals(Environment.GetEnvironmentVariable(Variable), "Off", StringComparison.OrdinalIgnoreCase)) return;
        try
        {
            var clock = new SystemClock();
            if (LeaseStore.Find(path: null, clock) is not { } store) return;
            var connection = new LeaseConnection(endpoint.AbsoluteUri, region, Account: null);
            // What the command itself starts, for however short a time, is not for its own pass.
            var (judge, began) = (LeaseJudge.Here(connection), clock.UtcNow);
            var rules = new ReapRules(ReportsOnly: IsRehearsal(), Includes: lease => judge.IsDue(lease, began));
            if (!rules.ReportsOnly && !_session.MayPass(connection)) return;
            var before = _pass;
            _pass = Task.Run(async () =>
            {
                await before.ConfigureAwait(false);
                await PassAsync(store, judge, rules, clock).ConfigureAwait(false);
            });
        }
        catch (CustomLabelsException exception)
        {
            _session.Add(new ReapReport(ReapOutcome.PassedOver, Lease: null, exception.Message));
        }
    }

    /// <summary>Says what was done. Waits a few seconds for a pass that is at work; on the pipeline's thread.</summary>
    /// <param name="stopped">Ends the wait.</param>
    public void Finish(CancellationToken stopped)
    {
        try
        {
            _pass.Wait((int)LongestWait.TotalMilliseconds, stopped);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        while (_session.TryTake(out var report))
        {
            if (report.IsWarning) cmdlet.WriteWarning(report.Message);
            else cmdlet.WriteVerboseLine(report.Message);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever goes wrong here, the command that somebody typed is about something else.")]
    private async Task PassAsync(LeaseStore store, LeaseJudge judge, ReapRules rules, SystemClock clock)
    {
        using var limit = new CancellationTokenSource(LongestPass);
        using var models = new LeaseModels(factory, settings, clock);
        try
        {
            var reaper = new Reaper(store, judge, rules, models.Connect, clock);
            foreach (var report in await reaper.PassAsync(limit.Token).ConfigureAwait(false)) _session.Add(report);
        }
        catch (OperationCanceledException)
        {
            // The lease is still there, and the next pass begins with it.
        }
        catch (Exception exception)
        {
            _session.Add(new ReapReport(ReapOutcome.PassedOver, Lease: null, $"Leases were not looked after: {VisibleText.Of(exception.Message)}"));
        }
    }

    private bool IsRehearsal() => cmdlet.MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given)
        ? LanguagePrimitives.IsTrue(given)
        : LanguagePrimitives.IsTrue(cmdlet.GetVariableValue("WhatIfPreference"));
}
