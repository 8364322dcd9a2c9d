using System.Management.Automation;

namespace CustomLabels.Endpoints;

/// <summary>Stops the session's local endpoints when the module is removed.</summary>
public sealed class ModuleCleanup : IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo) => SessionEndpoints.Current.StopAll();
}
