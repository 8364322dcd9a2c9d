using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace CustomLabels.Completion;

/// <summary>Offers the projects of the account that the command would ask: one question for all of them.</summary>
internal sealed class ProjectNameCompleter : Completer
{
    /// <inheritdoc/>
    protected override IEnumerable<CompletionResult> Complete(CompletionWord word, TypedArguments typed) =>
        CompletionAccount.Of(typed, arnRegion: null) is { } account ? Projects(account, word) : [];

    /// <summary>The projects that a word may mean.</summary>
    internal static IEnumerable<CompletionResult> Projects(CompletionAccount account, CompletionWord word) => InTime(account.ProjectsAsync())
        .Where(project => word.Matches(project.Name))
        .OrderBy(project => !word.Begins(project.Name))
        .Select(project => new CompletionResult(word.Quote(project.Name), project.Name, CompletionResultType.ParameterValue, $"{project.Name}: {VisibleText.Of(project.Status)}"));
}
