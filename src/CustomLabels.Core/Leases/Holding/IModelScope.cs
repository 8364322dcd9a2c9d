using System.Threading;
using System.Threading.Tasks;

namespace CustomLabels.Leases.Holding;

/// <summary>The time for which a command needs a model to run: entered before the work, left after it, however the work ends.</summary>
internal interface IModelScope
{
    /// <summary>The model as it was last seen.</summary>
    Model Model { get; }

    /// <summary>True once this scope may have started the model, or holds what another scope of ours has started: then the last one of them stops it.</summary>
    bool IsOurs { get; }

    /// <summary>Starts the model unless it is started already, and waits until it is RUNNING.</summary>
    /// <param name="cancellationToken">Ends the wait. The model may be starting by then: the scope has to be left all the same.</param>
    /// <returns>The model as it runs.</returns>
    /// <exception cref="CustomLabelsException">It can't be started, or doesn't run in time. The scope has to be left all the same.</exception>
    Task<Model> EnterAsync(CancellationToken cancellationToken);

    /// <summary>Has the service stop the model, if this scope is the last that holds it. To be called once, when <see cref="EnterAsync"/> has ended.</summary>
    /// <param name="cancellationToken">The end of the time there is for it.</param>
    /// <returns>When the service has accepted the stop: true. False where the model stays on: this scope holds nothing, or others hold it.</returns>
    /// <exception cref="CustomLabelsException">The service refused or failed for good, or there was no answer.</exception>
    /// <exception cref="System.OperationCanceledException">The time was over before the service accepted the stop.</exception>
    Task<bool> LeaveAsync(CancellationToken cancellationToken);
}
