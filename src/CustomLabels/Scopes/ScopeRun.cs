using System;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Leases.Holding;
using CustomLabels.Models.Lifecycle;
using CustomLabels.Output;

namespace CustomLabels.Scopes;

/// <summary>A model's start, a block, and the model's stop, whatever happens in between.</summary>
/// <param name="cmdlet">The command.</param>
/// <param name="scope">Starts and stops the model; nothing is started yet.</param>
/// <param name="waiter">Waits for the start.</param>
/// <param name="cost">What it costs.</param>
/// <param name="stopAfter">The longest that the model may run for the block.</param>
internal sealed class ScopeRun(PSCmdlet cmdlet, IModelScope scope, CallWaiter waiter, ScopeCost cost, TimeSpan stopAfter)
{
    private const int ActivityId = 20160629;

    // After so long somebody who waits wants to know for what.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // More than the stop itself may take: what it runs into is known by then.
    private static readonly TimeSpan Limit = OpenScope.Limit + TimeSpan.FromSeconds(5);

    private readonly OpenScope _open = new(scope);
    private readonly Stopwatch _time = new();
    private int _isLeft;

    private Model Model => scope.Model;

    /// <summary>Starts the model, runs the block, stops the model.</summary>
    /// <param name="block">The block.</param>
    /// <param name="mayBeOurs">Whether a lease of ours may be what has the model on.</param>
    /// <param name="unreachable">Why no later process could stop the model; null where one can.</param>
    /// <exception cref="CustomLabelsException">The model can't be started.</exception>
    public void Run(ScriptBlock block, bool mayBeOurs, string? unreachable)
    {
        // Every warning comes before the start: one that ends the pipeline ends it while nothing costs anything.
        var isOthers = StatusKind.IsOn(Model.Status) && !mayBeOurs;
        if (isOthers) cmdlet.WriteWarning(ScopeTexts.NotOurs(Model));
        else cmdlet.WriteVerboseLine(cost.Starts(Model));
        if (!isOthers && unreachable is not null) cmdlet.WriteWarning(unreachable);
        OpenScopes.Add(_open);
        _time.Start();
        var model = Enter();
        if (_open.IsOurs) cmdlet.WriteVerboseLine(ScopeTexts.Runs(model, _time.Elapsed));
        // Somebody else was quicker: nothing was started here.
        else if (!isOthers) cmdlet.WriteWarning(ScopeTexts.NotOurs(model));
        if (_open.IsOurs) _ = _open.ExpireAsync(stopAfter);
        ScopeBlock.Run(cmdlet, block, model);
        Finish();
    }

    /// <summary>Has the model stopped, and doesn't wait. From any thread.</summary>
    public void BeginLeave() => _ = _open.LeaveAsync();

    /// <summary>Has the model stopped and waits for it, where no stream may be written any more: after -First, break, exit and errors. Without effect where it was stopped before.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever it is, it is said where it can be said, and the pipeline's own end goes on.")]
    public void Abandon()
    {
        if (!_time.IsRunning || Interlocked.Exchange(ref _isLeft, 1) != 0) return;
        var leaving = _open.LeaveAsync();
        try
        {
            if (Task.WaitAny([leaving], Patience) < 0) Say($"'{Model.Name}' is being stopped; that may take {Limit.TotalSeconds:0} seconds.");
            if (!leaving.Wait(Limit)) Say(ScopeTexts.NotStopped(Model, why: null));
        }
        catch (AggregateException exception)
        {
            Say(ScopeTexts.NotStopped(Model, exception.GetBaseException()));
        }
        finally
        {
            OpenScopes.Remove(_open);
        }
    }

    private Model Enter()
    {
        var progress = new ProgressRecord(ActivityId, $"Starting {Model.Name}", cost.Starts(Model));
        try
        {
            cmdlet.WriteProgress(progress);
            return waiter.Wait(_open.EnterAsync);
        }
        catch (OperationCanceledException)
        {
            // The process ends: there is nothing to go on with.
            throw new PipelineStoppedException();
        }
        finally
        {
            progress.RecordType = ProgressRecordType.Completed;
            Try(() => cmdlet.WriteProgress(progress));
        }
    }

    // The block has come to its end: what happens now can be said in the streams.
    private void Finish()
    {
        var leaving = _open.LeaveAsync();
        try
        {
            if (!leaving.Wait(Limit)) throw new TimeoutException();
            _isLeft = 1;
        }
        catch (Exception exception) when (exception is AggregateException or TimeoutException)
        {
            _isLeft = 1;
            var why = exception.GetBaseException();
            var error = (why as CustomLabelsException)?.Error ?? new CustomLabelsError(ErrorId.AnswerLost, why.Message, "");
            cmdlet.WriteError(Errors.Record(new CustomLabelsException(error with { Message = ScopeTexts.NotStopped(Model, why), RecommendedAction = ScopeTexts.Command(Model) }, why), Model.ProjectVersionArn));
        }
        finally
        {
            OpenScopes.Remove(_open);
        }

        if (leaving.Status != TaskStatus.RanToCompletion || !leaving.Result) return;
        if (_open.IsExpired) cmdlet.WriteWarning(ScopeTexts.Expired(Model, stopAfter));
        else cmdlet.WriteVerboseLine(cost.Stops(Model, _time.Elapsed));
    }

    private void Say(string text)
    {
        if (!_open.IsOurs) return;
        if (!Try(() => cmdlet.Host.UI.WriteErrorLine(VisibleText.Whole(text)))) Console.Error.WriteLine(VisibleText.Whole(text));
    }

    [SuppressMessage("Design", "CA1031", Justification = "A host may not be able to, and the pipeline may be over.")]
    private static bool Try(Action act)
    {
        try
        {
            act();
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }
}
