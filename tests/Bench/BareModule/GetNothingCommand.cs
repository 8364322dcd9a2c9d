using System.Management.Automation;

namespace BareModule;

/// <summary>The least that a binary module can be: what its import costs, every binary module's costs.</summary>
[Cmdlet(VerbsCommon.Get, "Nothing")]
public sealed class GetNothingCommand : PSCmdlet
{
}
