using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using CustomLabels.Api.Transport;
using CustomLabels.Connection;
using CustomLabels.Loading;

namespace CustomLabels.Completion;

/// <summary>Offers the profiles of this machine, or of the file that <c>-ProfileLocation</c> names.</summary>
internal sealed class ProfileNameCompleter : Completer
{
    /// <inheritdoc/>
    protected override IEnumerable<CompletionResult> Complete(CompletionWord word, TypedArguments typed)
    {
        var file = ConnectionParameters.All.Single(parameter => parameter.Name == nameof(ConnectionSettings.ProfileLocation));
        if (!typed.AreKnown([file])) return [];
        var location = file.Apply(new ConnectionSettings(), typed).ProfileLocation;
        return InTime(() => AwsLibrary.Configuration.ProfileNames(location))
            // A name that would do something to the terminal is not put on the command line.
            .Where(name => word.Matches(name) && VisibleText.Of(name) == name)
            .OrderBy(name => !word.Begins(name))
            .Select(name => new CompletionResult(word.Quote(name), name, CompletionResultType.ParameterValue, name));
    }
}
