using System;
using System.Management.Automation;
using CustomLabels.Binding;
using CustomLabels.Cli.Output;

namespace CustomLabels.Commands;

/// <summary>Prints results as <c>aws rekognition detect-custom-labels</c> prints them, for scripts that parse its output.</summary>
/// <remarks>
/// One text for each image, as one call of the CLI is one image, without its last line end: <c>Set-Content</c>, <c>&gt;</c> and a program that is piped to add it,
/// and then have the CLI's bytes. Where the CLI prints nothing (Text, no labels) there is no text. A failed result is an error, as a failed call is.
/// </remarks>
[Cmdlet(VerbsData.ConvertTo, "RKCliOutput")]
[OutputType(typeof(string))]
public sealed class ConvertToRKCliOutputCommand : PSCmdlet
{
    /// <summary>Results of Invoke-RKCustomLabelDetection. Labels alone (-ExpandLabels) can't be printed: where an image ends is lost in them.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [DetectionResult]
    public object[]? InputObject { get; set; }

    /// <summary>The CLI's <c>--output</c>; <c>yaml-stream</c> is taken in the CLI's spelling too.</summary>
    [Parameter]
    [CliSpelling]
    public CliOutputFormat As { get; set; } = CliOutputFormat.Json;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is null) ThrowTerminatingError(Errors.Record(new CustomLabelsException(InputErrors.ResultMissing()), target: null));
        foreach (var item in InputObject!) Print((DetectionResult)(item is PSObject wrapped ? wrapped.BaseObject : item));
    }

    private void Print(DetectionResult result)
    {
        if (result.Error is not null)
        {
            WriteError(Errors.Of(result));
            return;
        }

        var text = CliText.Of(result.CustomLabels, As);
        // The CLI's line ends are the platform's, also those within a label's name.
        if (text.Length > 0) WriteObject(text.Substring(0, text.Length - 1).Replace("\n", Environment.NewLine));
    }
}
