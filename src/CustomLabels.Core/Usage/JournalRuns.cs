using System;
using System.Collections.Generic;
using System.Threading;
using CustomLabels.Arns;
using CustomLabels.Detection.Journal;

namespace CustomLabels.Usage;

/// <summary>The runs that a journal tells of: from its line of a run to that run's last answer of each model.</summary>
internal static class JournalRuns
{
    /// <summary>Reads them; a run may be writing the journal.</summary>
    /// <param name="path">Its absolute path.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.JournalInvalid"/>.</exception>
    public static IReadOnlyList<NotedRun> Read(string path, CancellationToken cancellationToken) => JournalFile.Reading(path, (path, file) =>
    {
        using (file)
        {
            var runs = new Dictionary<(DateTime? Run, string Arn), NotedRun>();
            using var lines = new JournalFileReader(path, file, cancellationToken);
            while (lines.TryRead(out var image))
            {
                // A failure says nothing of the model: it may be that it didn't run.
                if (image.Error is not null || ProjectVersionArn.TryParse(image.Request.ProjectVersionArn) is not { } arn) continue;
                var key = (lines.LastRun?.Started, arn.Text);
                var from = TimeGrid.Earlier(lines.LastRun?.Started ?? image.Timestamp, image.Timestamp);
                runs[key] = runs.TryGetValue(key, out var run)
                    ? run with { From = TimeGrid.Earlier(run.From, from), To = TimeGrid.Later(run.To, image.Timestamp) }
                    : new NotedRun(arn, from, image.Timestamp, Units: 1, UsageSource.Journal);
            }

            return (IReadOnlyList<NotedRun>)[.. runs.Values];
        }
    });
}
