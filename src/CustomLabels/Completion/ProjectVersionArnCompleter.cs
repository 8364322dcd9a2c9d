using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace CustomLabels.Completion;

/// <summary>Offers the model versions of the account that the command would ask, by a part of their names or the start of their ARNs: all where there are few projects,
/// those that run first; else the projects, and of one that is typed its versions.</summary>
internal sealed class ProjectVersionArnCompleter : Completer
{
    // A call for each: as many as an account has in a second.
    private const int FewProjects = 5;

    // As far as an ARN that is being typed must have come to tell its region, and then its project.
    private static readonly Regex Beginning = new(
        @"\Aarn:[a-z0-9-]+:rekognition:(?<region>[a-z0-9-]+):([0-9]*:project/(?<project>[a-zA-Z0-9_.\-]+)/)?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    /// <inheritdoc/>
    protected override IEnumerable<CompletionResult> Complete(CompletionWord word, TypedArguments typed)
    {
        var beginning = Beginning.Match(word.Text);
        if (CompletionAccount.Of(typed, beginning.Success ? beginning.Groups["region"].Value : null) is not { } account) return [];
        var projects = InTime(account.ProjectsAsync());
        var isArn = word.Text.StartsWith("arn:", StringComparison.OrdinalIgnoreCase);
        var slash = word.Text.IndexOf('/');
        var project = isArn ? beginning.Groups["project"].Value : slash < 0 ? "" : word.Text.Substring(0, slash);
        if (projects.Count > FewProjects && project.Length == 0) return projects.Select(Offer).OfType<CompletionResult>();

        return (projects.Count <= FewProjects ? InTime(account.ModelsAsync(projects)) : ModelNameCompleter.Models(account, project))
            .Where(model => isArn ? word.Matches(model.ProjectVersionArn) : word.Matches(model.Name))
            .Select(model => new CompletionResult(
                word.Quote(model.ProjectVersionArn), model.Name, CompletionResultType.ParameterValue, $"{model.Name}: {model.Summary()}"));

        // Up to the slash, behind which the versions come.
        CompletionResult? Offer(Project one)
        {
            var text = isArn ? one.ProjectArn.Substring(0, one.ProjectArn.LastIndexOf('/') + 1) : one.Name + "/";
            return word.Matches(text) ? new CompletionResult(word.Quote(text), one.Name, CompletionResultType.ParameterValue, $"{one.Name}: its versions come after the slash") : null;
        }
    }
}
