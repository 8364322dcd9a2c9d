using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Management.Automation;
using System.Threading;
using CustomLabels.Api;
using CustomLabels.Api.Transport;
using CustomLabels.Arns;
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
    private bool _yesToAll;
    private bool _noToAll;

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
        PathResolver.FullPath(SessionState, path, reason => new CustomLabelsException(InputErrors.PathUnusable(parameter, path, reason)));

    /// <inheritdoc/>
    protected override void BeginProcessing() => Given = GivenParameters.Take(MyInvocation);

    /// <inheritdoc/>
    protected override void StopProcessing() => _stopping.Cancel();

    /// <summary>The account; nothing is asked yet.</summary>
    private protected AccountClient Connect()
    {
        try
        {
            return Connect(NewTransports(out var settings), settings);
        }
        catch (CustomLabelsException exception)
        {
            End(exception, target: null);
            return null;
        }
    }

    /// <summary>The account, over ways to the service that are there.</summary>
    private protected AccountClient Connect(TransportPool transports, ConnectionSettings settings) => new(transports, settings, new CallWaiter(this, Stopped), LookAfterLeases);

    /// <summary>Writes an error that is about one of the things that were given; any other ends the command.</summary>
    /// <param name="exception">What happened.</param>
    /// <param name="target">The thing, as it was given.</param>
    private protected void Report(CustomLabelsException exception, string target)
    {
        if (exception.Error.Scope == ErrorScope.Run) End(exception, VisibleText.Cut(target));
        WriteError(Errors.Record(exception, VisibleText.Cut(target)));
    }

    /// <summary>Whether a parameter was given with the command, or by an object in the pipeline: this one or one before it.</summary>
    /// <param name="parameter">The parameter.</param>
    private protected bool IsBound(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter);

    /// <summary>The names of a parameter that was given. Given but empty ends the command: a variable that isn't set must not list everything.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="names">Its value.</param>
    private protected string[] NamesOrEnd(string parameter, string[]? names)
    {
        if (names is not { Length: > 0 } || Array.Exists(names, string.IsNullOrWhiteSpace)) End(new CustomLabelsException(NameErrors.Empty(parameter)), target: null);
        return names;
    }

    /// <summary>The models that a command changes or waits for. None at all ends the command, as one that is null or empty does: a variable that isn't set must not mean another model.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="models">Its value.</param>
    private protected string[] ModelsOrEnd(string parameter, string[]? models)
    {
        if (!IsBound(parameter)) End(new CustomLabelsException(ModelErrors.ArnMissing()), target: null);
        if (models is not { Length: > 0 } || Array.Exists(models, string.IsNullOrWhiteSpace)) End(new CustomLabelsException(NameErrors.ModelEmpty()), target: null);
        return models;
    }

    /// <summary>The ways to the service for one run.</summary>
    /// <param name="settings">How to connect.</param>
    /// <exception cref="CustomLabelsException">The credentials given, or the session's, or its proxy can't be used.</exception>
    private protected TransportPool NewTransports(out ConnectionSettings settings)
    {
        if (SkipCertificateCheck) WriteWarning("The endpoint's certificate is not checked (-SkipCertificateCheck): whoever answers can read the requests and make up the answers.");
        settings = SessionConnection.Read(ConnectionParameters.All, this, SessionState);
        PrepareLeases(settings);
        return new TransportPool(TransportFactory, settings);
    }

    /// <summary>Ends the command.</summary>
    /// <param name="exception">Why.</param>
    /// <param name="target">What it happened to.</param>
    [DoesNotReturn]
    private protected void End(CustomLabelsException exception, object? target)
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
            return Confirmation.Given(this, target, action);
        }
        catch (CustomLabelsException exception)
        {
            End(exception, target);
            return false;
        }
    }

    /// <summary>Whether a change of high impact may be made: unless it is forced, or -Confirm says otherwise, it is asked.</summary>
    /// <param name="target">What is changed.</param>
    /// <param name="action">What is done to it, and what that costs.</param>
    /// <param name="isForced">Whether -Force was given.</param>
    /// <exception cref="PipelineStoppedException">It should be asked and nobody is there: the command ends with <see cref="ErrorId.ConfirmationNeeded"/>.</exception>
    private protected bool MayChangeMuch(string target, string action, bool isForced)
    {
        if (!MayChange(target, action)) return false;
        // With another preference the question has been asked by now, or is not wanted.
        var isAsked = LanguagePrimitives.TryConvertTo<ConfirmImpact>(GetVariableValue("ConfirmPreference"), CultureInfo.InvariantCulture, out var preference) && preference == ConfirmImpact.High;
        if (isForced || Given.Has("Confirm") || !isAsked) return true;
        try
        {
            return Confirmation.Asked(target, action, () => ShouldContinue($"{VisibleText.Of(target)}: {action}", "Confirm", ref _yesToAll, ref _noToAll));
        }
        catch (CustomLabelsException exception)
        {
            End(exception, target);
            return false;
        }
    }
}
