using System.Management.Automation;

namespace CustomLabels.Scopes;

/// <summary>A block of the caller's, run in the caller's scope with a model as <c>$_</c> and <c>$args[0]</c>: as if it stood there without the command around it.</summary>
/// <remarks>A steppable pipeline streams what comes out, and break, exit and errors go through it. ScriptBlock.Invoke gathers the output, and runs on after Select-Object -First.</remarks>
internal static class ScopeBlock
{
    // The outer script block is there for the streams: where the command's errors are merged into its output (2>&1), those of a cmdlet in a steppable pipeline get lost.
    private static readonly ScriptBlock Own = ScriptBlock.Create("param($block) . { process { . $args[0] $_ } } $block");

    // A block that comes from another module doesn't see this one's $_; ForEach-Object gives it one, and no $args.
    private static readonly ScriptBlock Foreign = ScriptBlock.Create("param($block) . { process { $_ | Microsoft.PowerShell.Core\\ForEach-Object -Process $args[0] } } $block");

    /// <summary>Runs the block.</summary>
    /// <param name="cmdlet">The command whose output its output is.</param>
    /// <param name="block">The block.</param>
    /// <param name="model">The model.</param>
    public static void Run(PSCmdlet cmdlet, ScriptBlock block, Model model)
    {
        var engine = (EngineIntrinsics)cmdlet.SessionState.PSVariable.GetValue("ExecutionContext");
        var isOwn = ReferenceEquals(block.Module, cmdlet.SessionState.Module);
        using var pipeline = (isOwn ? Own : Foreign).GetSteppablePipeline(CommandOrigin.Internal, [block]);
        pipeline.Begin(expectInput: true, engine);
        pipeline.Process(model);
        pipeline.End();
    }
}
