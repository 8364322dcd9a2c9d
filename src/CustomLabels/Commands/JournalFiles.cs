using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using CustomLabels.Binding;
using CustomLabels.Usage;

namespace CustomLabels.Commands;

/// <summary>The journals that a command is given to read runs from.</summary>
/// <param name="cmdlet">The command.</param>
/// <param name="stopped">Cancelled when the pipeline is stopped.</param>
internal sealed class JournalFiles(PSCmdlet cmdlet, CancellationToken stopped)
{
    /// <summary>The runs of all journals.</summary>
    /// <param name="paths">Their paths, with wildcards if you like.</param>
    /// <exception cref="CustomLabelsException">A path can't be a file's, or a file is no journal.</exception>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped.</exception>
    public IReadOnlyList<NotedRun> Runs(IEnumerable<string> paths)
    {
        try
        {
            return paths.SelectMany(Files).SelectMany(file => JournalRuns.Read(file, stopped)).ToArray();
        }
        catch (OperationCanceledException) when (cmdlet.Stopping)
        {
            throw new PipelineStoppedException();
        }
    }

    private IEnumerable<string> Files(string path)
    {
        try
        {
            var files = PathResolver.Matching(cmdlet.SessionState, path, out _, Unusable);
            return files.Count > 0 ? files : throw Unusable("Nothing matches it.");
        }
        catch (Exception exception) when (PathResolver.IsOfPath(exception))
        {
            throw Unusable(exception.Message);
        }

        CustomLabelsException Unusable(string reason) => new(InputErrors.PathUnusable("JournalPath", path, reason));
    }
}
