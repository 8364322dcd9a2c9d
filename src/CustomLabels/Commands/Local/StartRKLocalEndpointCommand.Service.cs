using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using CustomLabels.Binding;

namespace CustomLabels.Commands;

/// <content>What the service is like: how fast, how much of it there is, and what goes wrong on purpose.</content>
public sealed partial class StartRKLocalEndpointCommand
{
    /// <summary>How long each answer takes, in seconds or as a TimeSpan; with LatencyP99, the median.</summary>
    [Parameter]
    [Duration]
    public TimeSpan Latency { get; set; }

    /// <summary>How long 99 of 100 answers take at most: latencies then vary, with a lognormal distribution.</summary>
    [Parameter]
    [Duration]
    public TimeSpan? LatencyP99 { get; set; }

    /// <summary>How long a model takes from STARTING to RUNNING.</summary>
    [Parameter]
    [Duration]
    public TimeSpan StartDuration { get; set; } = new LocalEndpointOptions().StartDuration;

    /// <summary>How long a model takes from STOPPING to STOPPED.</summary>
    [Parameter]
    [Duration]
    public TimeSpan StopDuration { get; set; } = new LocalEndpointOptions().StopDuration;

    /// <summary>For how long DescribeProjectVersions goes on telling the status from before a start.</summary>
    [Parameter]
    [Duration]
    public TimeSpan StartVisibilityDelay { get; set; }

    /// <summary>Let a model be stopped that is STARTING; otherwise that is refused with ResourceInUseException.</summary>
    [Parameter]
    public SwitchParameter AllowStopWhileStarting { get; set; }

    /// <summary>How many seconds pass for the models in a real one: with 1440 a day takes a minute.</summary>
    [Parameter]
    [Number(Min = 1, Max = 100_000)]
    public double? TimeScale { get; set; }

    /// <summary>Most models that run at the same time.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int RunningModelQuota { get; set; } = new LocalEndpointOptions().RunningModelQuota;

    /// <summary>Most inference units of a model.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int InferenceUnitQuota { get; set; } = new LocalEndpointOptions().InferenceUnitQuota;

    /// <summary>Detections a second that one inference unit answers; without it there is no limit.</summary>
    [Parameter]
    [Number]
    public double? TpsPerInferenceUnit { get; set; }

    /// <summary>For how long throughput that nobody uses is saved up.</summary>
    [Parameter]
    [Duration]
    public TimeSpan Burst { get; set; } = new LocalEndpointOptions().Burst;

    /// <summary>How long a model's load is watched before its inference units follow it.</summary>
    [Parameter]
    [Duration]
    public TimeSpan ScalingDelay { get; set; } = new LocalEndpointOptions().ScalingDelay;

    /// <summary>Detections a second of the account; without it there is no limit.</summary>
    [Parameter]
    [Number]
    public double? AccountTps { get; set; }

    /// <summary>Calls a second of each other operation; without it there is no limit.</summary>
    [Parameter]
    [Number]
    public double? ControlPlaneTps { get; set; }

    /// <summary>What goes wrong on purpose, as hashtables with a Kind and with Rate, Call, Image, Operation or Duration.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary[] Trouble { get; set; } = [];

    /// <summary>Decides what happens at random; without it, another each time.</summary>
    [Parameter]
    public int? Seed { get; set; }

    /// <summary>The options that these parameters are.</summary>
    /// <exception cref="LocalOptionException">A trouble has an unknown key, or a value of the wrong type.</exception>
    private LocalEndpointOptions ServiceOptions() => SigningOptions() with
    {
        Latency = Latency,
        LatencyP99 = LatencyP99,
        StartDuration = StartDuration,
        StopDuration = StopDuration,
        StartVisibilityDelay = StartVisibilityDelay,
        TimeScale = TimeScale ?? 1,
        AllowStopWhileStarting = AllowStopWhileStarting,
        RunningModelQuota = RunningModelQuota,
        InferenceUnitQuota = InferenceUnitQuota,
        TpsPerInferenceUnit = TpsPerInferenceUnit,
        Burst = Burst,
        ScalingDelay = ScalingDelay,
        AccountTps = AccountTps,
        ControlPlaneTps = ControlPlaneTps,
        Troubles = Trouble.Select(trouble => LocalTrouble.FromSettings(PlainSettings.Of(trouble))).ToArray(),
        Seed = Seed,
    };
}
