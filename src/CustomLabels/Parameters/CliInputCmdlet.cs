using System;
using System.Collections.Generic;
using System.Management.Automation;
using CustomLabels.CliInput;
using CustomLabels.Loading;
using CustomLabels.Service;

namespace CustomLabels.Parameters;

/// <summary>A cmdlet that takes input written for the AWS CLI, and writes such input to fill in.</summary>
public abstract class CliInputCmdlet : DetectionRequestCmdlet
{
    /// <summary>Input for the AWS CLI's --cli-input-json: the text, or the path of a file with it, which may begin with file://. Lines of Get-Content are one text.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? CliInputJson { get; set; }

    /// <summary>Input for the AWS CLI's --cli-input-yaml: the text, or the path of a file with it, which may begin with file://. Lines of Get-Content are one text.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? CliInputYaml { get; set; }

    /// <summary>How the input holds Image.Bytes: as base64, or literally.</summary>
    [Parameter]
    [CliSpelling]
    public CliBinaryFormat CliBinaryFormat { get; set; }

    /// <summary>Send nothing: write input to fill in, or check the command and write a sample answer.</summary>
    [Parameter]
    [CliSpelling]
    public CliSkeleton? GenerateCliSkeleton { get; set; }

    /// <summary>Whether the command was only to write input to fill in, and has.</summary>
    private protected bool AsksNothing => GenerateCliSkeleton is CliSkeleton.Input or CliSkeleton.YamlInput;

    /// <summary>What to write in place of answers; null where answers are wanted.</summary>
    private protected string? Sample => GenerateCliSkeleton is { } skeleton ? CliSkeletonText.Of(skeleton) : null;

    private protected override ITransportFactory TransportFactory => GenerateCliSkeleton is null ? AwsLibrary.TransportFactory : new SampleService();

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (AsksNothing)
        {
            WriteObject(Sample);
            return;
        }

        try
        {
            Defaults = Input();
        }
        catch (DetectionException exception)
        {
            ThrowTerminatingError(Errors.Record(exception, target: null));
        }
    }

    /// <inheritdoc/>
    private protected override IEnumerable<ImageInput> Images()
    {
        // A piped path is not given with the command, and a null in the pipeline is an image that is missing: neither may become the input's.
        var isImageGiven = MyInvocation.ExpectingInput || ParameterSetName != ParameterSets.Path || IsGivenWithCommand(nameof(Path));
        return isImageGiven || Defaults.Image is null ? base.Images() : [new ImageInput(Defaults.Image.ToImage(NextName("bytes")))];
    }

    private CliRequest Input() => (CliInputJson, CliInputYaml) switch
    {
        (not null, not null) => throw new DetectionException(CliInputErrors.TwoInputs()),
        (not null, null) => Read(CliInputArgument.Json(Text(CliInputJson))),
        (null, not null) => Read(CliInputArgument.Yaml(Text(CliInputYaml), static () => AwsLibrary.YamlParser)),
        _ => CliRequest.Empty,
    };

    private static string Text(string[] lines) => string.Join("\n", lines);

    private CliRequest Read(CliInputArgument argument)
    {
        if (argument.Path is null) return argument.ReadText(CliBinaryFormat);
        var path = PathResolver.FullPath(SessionState, argument.Path, reason => argument.Unreadable(VisibleText.Of(reason)));
        return argument.ReadFile(path, CliBinaryFormat);
    }
}
