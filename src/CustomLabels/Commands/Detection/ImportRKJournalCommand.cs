using System;
using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using System.Threading;
using CustomLabels.Binding;
using CustomLabels.Detection.Journal;
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
        var files = new InputFiles(this, JournalErrors.Unreadable);
        foreach (var path in isLiteral ? LiteralPath : Path)
        {
            foreach (var file in files.Resolve(path, isLiteral)) Import(file);
        }
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _stopping.Cancel();

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
