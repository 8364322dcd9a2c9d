using System;
using System.Management.Automation;
using CustomLabels.Binding;
using CustomLabels.Detection.Limiting;
using CustomLabels.Detection.Scheduling;

namespace CustomLabels.Commands;

/// <content>How many images at a time, how fast, and for how long against resistance.</content>
public sealed partial class InvokeRKCustomLabelDetectionCommand
{
    /// <summary>The most requests in flight; 1 asks for one image after the other. Without it, as many as the model sustains.</summary>
    [Parameter]
    [ValidateRange(1, 4096)]
    public int ThrottleLimit { get; set; }

    /// <summary>The most requests a second, 0.001 and up. Without it, as many as the model sustains.</summary>
    [Parameter]
    [Number(Min = 0.001)]
    public double? MaxRequestsPerSecond { get; set; }

    /// <summary>Seconds, or a TimeSpan, for which the service may throttle everything before an image fails.</summary>
    [Parameter]
    [Duration]
    public TimeSpan ThrottleTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The failed images in a row that end the command; 1 and up. Without it, failures never do.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? MaxConsecutiveFailures { get; set; }

    /// <summary>Results as they arrive, not in the order of the images.</summary>
    [Parameter]
    public SwitchParameter Unordered { get; set; }

    /// <summary>What the service may be asked at a time.</summary>
    private RequestLimits RequestLimits() => new() { MaxConcurrency = IsLimited ? ThrottleLimit : null, MaxRequestsPerSecond = MaxRequestsPerSecond };

    /// <summary>What is taken on at a time.</summary>
    private RunLimits RunLimits()
    {
        var limits = new RunLimits { IsOrdered = !Unordered };
        return ThrottleLimit switch
        {
            _ when !IsLimited => limits,
            1 => limits with { Active = 1, Window = 1 },
            // Images that wait for their next attempt have no request in flight.
            _ => limits with { Active = 4 * ThrottleLimit },
        };
    }

    private bool IsLimited => Given.Has(nameof(ThrottleLimit));
}
