using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace CustomLabels.Completion;

/// <summary>Offers projects first, and after a slash that project's versions: an account has 5 calls a second, and a call for each project would be too many for a press of Tab.</summary>
internal sealed class ModelNameCompleter : Completer
{
    /// <inheritdoc/>
    protected override IEnumerable<CompletionResult> Complete(CompletionWord word, TypedArguments typed)
    {
        if (CompletionAccount.Of(typed, arnRegion: null) is not { } account) return [];
        var slash = word.Text.IndexOf('/');
        if (slash < 0) return ProjectNameCompleter.Projects(account, word);

        return Models(account, word.Text.Substring(0, slash))
            .Where(model => word.Matches(model.Name))
            .Select(model => new CompletionResult(word.Quote(model.Name), model.Name, CompletionResultType.ParameterValue, $"{model.Name}: {model.Summary()}"));
    }

    /// <summary>The models of a project whose name has been typed, in any case.</summary>
    internal static IEnumerable<Model> Models(CompletionAccount account, string project) => InTime(account.ProjectsAsync())
        .Where(one => one.Name.Equals(project, StringComparison.OrdinalIgnoreCase))
        .SelectMany(one => InTime(account.ModelsAsync(one)));
}
