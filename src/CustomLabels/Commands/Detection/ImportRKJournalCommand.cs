using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using System.Threading;
using CustomLabels.Binding;
using CustomLabels.Detection.Journal;
using CustomLabels.Images;
using CustomLabels.Output;

namespace CustomLabels.Commands;

/// <summary>Reads the results out of a journal of Invoke-RKCustomLabelDetection: of each image and request the latest.</summary>
/// <remarks>It changes nothing, and a run may be writing the journal.</remarks>
[Cmdlet(VerbsData.Import, "RKJournal", DefaultParameterSetName = ParameterSets.Path)]
[OutputType(typeof(DetectionResult))]
[SuppressMessage("Design", "CA1001", Justification = "A source without a timer holds nothing to dispose, and a stop may still reach it when the command is done.")]
public sealed class ImportRKJournalCommand : PSCmdlet
{
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>Paths of journals. Wildcards are allowed.</summary>
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = ParameterSets.Path, ValueFromPipeline = true)]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Paths of journals, taken as they are.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ParameterSets.LiteralPath, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Failed images too, as results with Status and Error.</summary>
    [Parameter]
    public SwitchParameter IncludeFailed { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var isLiteral = ParameterSetName == ParameterSets.LiteralPath;
        foreach (var path in isLiteral ? LiteralPath : Path)
        {
            foreach (var file in Resolve(path, isLiteral)) Import(file);
        }
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _stopping.Cancel();

    private IReadOnlyList<string> Resolve(string path, bool isLiteral)
    {
        try
        {
            if (isLiteral) return [PathResolver.Literal(SessionState, path, Unusable)];
            var files = PathResolver.Matching(SessionState, path, out _, Unusable);
            if (files.Count > 0 && FilePath.IsTaken(files[0])) return files;
            WriteError(Errors.PathNotFound(path, PathResolver.IsPattern(path)));
        }
        catch (CustomLabelsException exception)
        {
            WriteError(Errors.Record(exception, VisibleText.Cut(path)));
        }
        catch (Exception exception) when (exception is IContainsErrorRecord record && PathResolver.IsOfPath(exception))
        {
            WriteError(new ErrorRecord(record.ErrorRecord, exception));
        }

        return [];

        CustomLabelsException Unusable(string reason) => new(JournalErrors.Unreadable(path, reason));
    }

    private void Import(string file)
    {
        try
        {
            using var journal = JournalReader.Open(file, _stopping.Token);
            if (journal.TornLength > 0) WriteWarning(JournalErrors.LeftOut(file, journal.TornLength));
            foreach (var result in journal.Read(IncludeFailed, PlainTag.Restore)) WriteObject(result);
        }
        catch (OperationCanceledException) when (Stopping)
        {
            throw new PipelineStoppedException();
        }
        catch (CustomLabelsException exception)
        {
            WriteError(Errors.Record(exception, file));
        }
    }
}
