using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api;
using CustomLabels.Api.Transport;
using CustomLabels.Loading;
using CustomLabels.Models;
using CustomLabels.Time;

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
        if (BoundConnection.Read(typed, beginning.Success ? beginning.Groups["region"].Value : null) is not { } connection) return [];

        return InTime(CompletionSession.Models.Get(ConnectionKey.Of(connection, typed), token => FindAsync(connection, token)))
            .Where(model => word.Text.StartsWith("arn:", StringComparison.OrdinalIgnoreCase) ? word.Matches(model.Arn.Text) : word.Matches(model.Name))
            .Select(model => new CompletionResult(
                word.Quote(model.Arn.Text), model.Name, CompletionResultType.ParameterValue, $"{model.Name}: {model.Summary()}"));
    }

    // On another thread, where there is no PowerShell.
    private static async Task<IReadOnlyList<ModelVersion>> FindAsync(BoundConnection connection, CancellationToken cancellationToken)
    {
        var (settings, region, _) = connection;
        region ??= AwsLibrary.Configuration.ProfileRegion(settings.ProfileName, settings.ProfileLocation);
        if (region is null) throw new InvalidOperationException("There is no region to ask in.");

        using var transport = AwsLibrary.TransportFactory.Create(settings, AwsService.Rekognition, region);
        var caller = new ServiceCaller(new RetryPolicy(maxAttempts: 3, ModelCache.Limit, new Random()), new SystemClock());
        return await ModelList.GetAsync(new ProjectClient(transport, caller), cancellationToken).ConfigureAwait(false);
    }
}
