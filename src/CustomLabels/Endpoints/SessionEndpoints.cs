using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace CustomLabels.Endpoints;

/// <summary>The local endpoints that a PowerShell session has started, so that they can be listed and none outlives it.</summary>
/// <remarks>One a runspace, never a static list: ForEach-Object -Parallel and jobs share statics.</remarks>
internal sealed class SessionEndpoints
{
    private static readonly ConditionalWeakTable<Runspace, SessionEndpoints> Sessions = new();

    private readonly List<LocalEndpoint> _endpoints = [];

    private SessionEndpoints(Runspace runspace) => runspace.StateChanged += (_, change) =>
    {
        if (change.RunspaceStateInfo.State is RunspaceState.Closing or RunspaceState.Closed or RunspaceState.Broken) StopAll();
    };

    /// <summary>The endpoints of the session that runs the present command.</summary>
    public static SessionEndpoints Current => Sessions.GetValue(Runspace.DefaultRunspace, static runspace => new SessionEndpoints(runspace));

    /// <summary>The endpoints that run.</summary>
    public IReadOnlyList<LocalEndpoint> Running
    {
        get
        {
            lock (_endpoints) return _endpoints.Where(endpoint => endpoint.IsRunning).ToArray();
        }
    }

    /// <summary>Keeps an endpoint until it is stopped.</summary>
    public void Add(LocalEndpoint endpoint)
    {
        lock (_endpoints)
        {
            _endpoints.RemoveAll(old => !old.IsRunning);
            _endpoints.Add(endpoint);
        }
    }

    /// <summary>Stops every endpoint of the session.</summary>
    public void StopAll()
    {
        foreach (var endpoint in Running) endpoint.Dispose();
    }
}
