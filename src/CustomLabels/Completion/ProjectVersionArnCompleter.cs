using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace CustomLabels.Completion;

/// <summary>Offers the model versions of the account that the command would ask, those that run first, by a part of their names or the start of their ARNs.</summary>
internal sealed class ProjectVersionArnCompleter : Completer
{
    // As far as an ARN that is being typed must have come to tell its region.
    private static readonly Regex Beginning = new(
        @"\Aarn:[a-z0-9-]+:rekognition:(?<region>[a-z0-9-]+):",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    /// <inheritdoc/>
    protected override IEnumerable<CompletionResult> Complete(CompletionWord word, TypedArguments typed)
    {
        var beginning = Beginning.Match(word.Text);
        if (AskedAccount.Of(typed, beginning.Success ? beginning.Groups["region"].Value : null) is not { } account) return [];
        return InTime(account.ModelsAsync())
            .Where(model => word.Text.StartsWith("arn:", StringComparison.OrdinalIgnoreCase) ? word.Matches(model.ProjectVersionArn) : word.Matches(model.Name))
            .Select(model => new CompletionResult(
                word.Quote(model.ProjectVersionArn), model.Name, CompletionResultType.ParameterValue, $"{model.Name}: {model.Summary()}"));
    }
}
