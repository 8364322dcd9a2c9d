using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using CustomLabels.Arns;
using CustomLabels.Binding;
using CustomLabels.Completion;
using CustomLabels.Models;
using CustomLabels.Usage;

namespace CustomLabels.Commands;

/// <summary>Measures how long models ran, with how many inference units, and about what that cost: from CloudWatch's metrics, else from what is noted on this machine.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "RKModelUsage")]
[OutputType(typeof(ModelUsage))]
public sealed class MeasureRKModelUsageCommand : AwsCmdlet, IDisposable
{
    private static readonly TimeSpan DefaultLength = TimeSpan.FromDays(7);

    private readonly List<ProjectVersionArn> _models = [];
    private AccountClient? _account;

    /// <summary>Models, by ARN or as project/version, or all of a project by its name or ARN, with wildcards if you like. Without it, all of the region.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [Alias("Arn", "Model")]
    [ArgumentCompleter(typeof(ProjectVersionArnCompleter))]
    public string[]? ProjectVersionArn { get; set; }

    /// <summary>From when; the minute that it is in counts whole. Without it, seven days before EndTime.</summary>
    [Parameter]
    public DateTime? StartTime { get; set; }

    /// <summary>Up to when. Without it, now.</summary>
    [Parameter]
    public DateTime? EndTime { get; set; }

    /// <summary>What to sum by: each model, each project, each day (UTC), or a day and one of the others.</summary>
    [Parameter]
    [ValidateSet(nameof(UsageGroups.Model), nameof(UsageGroups.Project), nameof(UsageGroups.Day))]
    public string[] By { get; set; } = [nameof(UsageGroups.Model)];

    /// <summary>Journals of Invoke-RKCustomLabelDetection, for models whose metrics can't be had. Wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] JournalPath { get; set; } = [];

    /// <summary>The price of an inference unit and hour, of which Cost is made.</summary>
    [Parameter]
    [Number(Max = 1_000_000)]
    public double? PricePerUnitHour { get; set; }

    /// <inheritdoc/>
    public void Dispose() => _account?.Dispose();

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var names = IsBound(nameof(ProjectVersionArn)) ? NamesOrEnd(nameof(ProjectVersionArn), ProjectVersionArn) : ["*"];
        _account ??= Connect();
        foreach (var name in names)
        {
            try
            {
                _models.AddRange(Find(ModelSelector.Parse(name)));
            }
            catch (CustomLabelsException exception)
            {
                Report(exception, name);
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_account is not null && _models.Count > 0)
        {
            try
            {
                WriteObject(Measure(_account), enumerateCollection: true);
            }
            catch (CustomLabelsException exception)
            {
                End(exception, target: null);
            }
        }

        base.EndProcessing();
    }

    // An ARN need not be looked up: that of a model that was deleted has usage, too.
    private ProjectVersionArn[] Find(ModelSelector wanted)
    {
        if (wanted.Arn is { } arn) return [arn];
        var finder = new ModelFinder(_account!.In(wanted.Text, wanted.Region), wanted);
        return finder.ProjectArns().SelectMany(project => finder.Models(project)).Select(model => model.Arn).ToArray();
    }

    private IReadOnlyList<ModelUsage> Measure(AccountClient account)
    {
        var now = DateTime.UtcNow;
        var end = EndTime?.ToUniversalTime() ?? now;
        var start = StartTime?.ToUniversalTime() ?? end - DefaultLength;
        if (start >= end) throw new CustomLabelsException(UsageErrors.TimeReversed(start, end));
        if (start < now - MetricSlice.Longest) WriteWarning(UsageErrors.TooOld());
        var meter = new UsageMeter(account, MetricSlice.Of(start, end, now), WriteWarning);
        var models = meter.Measure(_models, new JournalFiles(this, Stopped).Runs(JournalPath), now);
        var groups = By.Aggregate(UsageGroups.None, (groups, by) => Enum.TryParse<UsageGroups>(by, ignoreCase: true, out var group) ? groups | group : groups);
        return new UsageReport(meter.Start, meter.End, groups, Prices.OfUnitHour(PricePerUnitHour)).Of(models);
    }
}
