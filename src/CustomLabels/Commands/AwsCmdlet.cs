using System;
using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Threading;
using CustomLabels.Api;
using CustomLabels.Api.Transport;
using CustomLabels.Binding;
using CustomLabels.Connection;
using CustomLabels.Loading;
using CustomLabels.Models;
using CustomLabels.Output;

namespace CustomLabels.Commands;

/// <summary>A cmdlet that calls a service: how to connect, how it is stopped, how it ends with an error, and how it asks before it changes something.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A source without a timer holds nothing to dispose, and a stop may still reach it when the command is done.")]
public abstract partial class AwsCmdlet : PSCmdlet, IParameterValues
{
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>Cancelled when the pipeline is stopped.</summary>
    private protected CancellationToken Stopped => _stopping.Token;

    /// <summary>What was given with the command.</summary>
    private protected GivenParameters Given { get; private set; } = null!;

    /// <summary>Makes the ways to a service. The SDK is loaded here and not before.</summary>
    private protected virtual ITransportFactory TransportFactory => AwsLibrary.TransportFactory;

    /// <inheritdoc/>
    object? IParameterValues.this[string parameter] => Given[parameter];

    /// <inheritdoc/>
    string IParameterValues.FullPath(string parameter, string path) =>
        PathResolver.FullPath(SessionState, path, reason => new DetectionException(InputErrors.PathUnusable(parameter, path, reason)));

    /// <inheritdoc/>
    protected override void BeginProcessing() => Given = GivenParameters.Take(MyInvocation);

    /// <inheritdoc/>
    protected override void StopProcessing() => _stopping.Cancel();

    /// <summary>The ways to the service for one run.</summary>
    /// <exception cref="DetectionException">The credentials given, or the session's, or its proxy can't be used.</exception>
    private protected TransportPool NewTransports() => NewTransports(out _);

    /// <summary>The account's projects and models, in the region that was given or is found.</summary>
    private protected AccountCalls Connect()
    {
        TransportPool? transports = null;
        try
        {
            transports = NewTransports(out var settings);
            var region = RegionChoice.Find(settings, arnRegion: null) ?? AwsLibrary.Configuration.ProfileRegion(settings.ProfileName, settings.ProfileLocation)
                ?? throw new DetectionException(NameErrors.RegionMissing());
            return new AccountCalls(transports, region, new CallWaiter(this, Stopped));
        }
        catch (DetectionException exception)
        {
            transports?.Dispose();
            End(exception, target: null);
            return null;
        }
    }

    /// <summary>Names that were given; null when none were. What was given and is empty is no name: it may come from a variable that isn't set, and all is not what was meant.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="names">Its value.</param>
    private protected string[]? Names(string parameter, string[]? names)
    {
        if (!MyInvocation.BoundParameters.ContainsKey(parameter)) return null;
        if (names is not { Length: > 0 } || Array.Exists(names, string.IsNullOrWhiteSpace)) End(new DetectionException(NameErrors.Empty(parameter)), target: null);
        return names;
    }

    private TransportPool NewTransports(out ConnectionSettings settings)
    {
        if (SkipCertificateCheck) WriteWarning("The endpoint's certificate is not checked (-SkipCertificateCheck): whoever answers can read the requests and make up the answers.");
        settings = SessionConnection.Read(ConnectionParameters.All, this, SessionState);
        return new TransportPool(TransportFactory, settings);
    }

    /// <summary>Ends the command.</summary>
    /// <param name="exception">Why.</param>
    /// <param name="target">What it happened to.</param>
    [DoesNotReturn]
    private protected void End(DetectionException exception, object? target)
    {
        ThrowTerminatingError(Errors.Record(exception, target));
        // Never reached: what the engine throws is not marked as thrown.
        throw exception;
    }

    /// <summary>Whether a change may be made. With -WhatIf it is only said, with -Confirm, and where it has a high impact, it is asked.</summary>
    /// <param name="target">What is changed.</param>
    /// <param name="action">What is done to it, and what that costs.</param>
    /// <exception cref="PipelineStoppedException">It should be asked and nobody is there: the command ends with <see cref="ErrorId.ConfirmationNeeded"/>.</exception>
    protected bool MayChange(string target, string action)
    {
        try
        {
            return ShouldProcess(VisibleText.Of(target), action);
        }
        catch (Exception exception) when (exception is PSInvalidOperationException or HostException or NotImplementedException)
        {
            // What the hosts of -NonInteractive, of jobs and of services have in place of a prompt.
            End(new DetectionException(InputErrors.ConfirmationNeeded(target, action), exception), target);
            return false;
        }
    }
}
