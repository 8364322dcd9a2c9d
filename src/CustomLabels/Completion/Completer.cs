using System;
using System.Collections;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Threading.Tasks;

namespace CustomLabels.Completion;

/// <summary>Completes an argument, or offers nothing: whatever goes wrong, and whatever takes too long, is silent.</summary>
/// <remarks>Nothing, as an empty list: for null PowerShell would offer file names.</remarks>
internal abstract class Completer : IArgumentCompleter
{
    // Someone has pressed Tab and waits; the prompt is dead until there is an answer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    [SuppressMessage("Design", "CA1031", Justification = "An exception would stand in $Error, of a command that nobody has run.")]
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        try
        {
            return Complete(new CompletionWord(wordToComplete), new TypedArguments(commandAst, fakeBoundParameters)).ToArray();
        }
        catch (Exception)
        {
            return [];
        }
    }

    /// <summary>What to offer, the likeliest first.</summary>
    /// <param name="word">What has been typed of the argument.</param>
    /// <param name="typed">What else has been typed of the command.</param>
    protected abstract IEnumerable<CompletionResult> Complete(CompletionWord word, TypedArguments typed);

    /// <summary>Runs what may block, such as reading files of a network share, on another thread.</summary>
    protected static T InTime<T>(Func<T> read) => InTime(Task.Run(read));

    /// <summary>Waits for an answer, but not for long; who gave it up goes on without a listener.</summary>
    protected static T InTime<T>(Task<T> answer) => answer.Wait(Patience) ? answer.Result : throw new TimeoutException();
}
