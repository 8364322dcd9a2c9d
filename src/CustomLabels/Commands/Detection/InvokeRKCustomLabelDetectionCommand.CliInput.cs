using System;
using System.Management.Automation;
using CustomLabels.Api.Transport;
using CustomLabels.Binding;
using CustomLabels.Cli.Input;
using CustomLabels.Loading;

namespace CustomLabels.Commands;

/// <content>Input written for the AWS CLI, and such input to fill in.</content>
public sealed partial class InvokeRKCustomLabelDetectionCommand
{
    // What is asked unless a parameter or a piped object says otherwise.
    private CliRequest _defaults = CliRequest.Empty;

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

    /// <summary>Whether -GenerateCliSkeleton asks only for a template to fill in; nothing is sent then.</summary>
    private bool AsksForTemplate => GenerateCliSkeleton is CliSkeleton.Input or CliSkeleton.YamlInput;

    /// <summary>What to write in place of answers; null where answers are wanted.</summary>
    private string? Sample => GenerateCliSkeleton is { } skeleton ? CliSkeletonText.Of(skeleton) : null;

    private protected override ITransportFactory TransportFactory => GenerateCliSkeleton is null ? AwsLibrary.TransportFactory : new SampleService();

    private void ReadInput()
    {
        try
        {
            _defaults = Input();
            _labelThresholds = LabelConfidenceParameter.Of(LabelConfidence);
        }
        catch (CustomLabelsException exception)
        {
            End(exception, target: null);
        }
    }

    private CliRequest Input() => (CliInputJson, CliInputYaml) switch
    {
        (not null, not null) => throw new CustomLabelsException(CliInputErrors.TwoInputs()),
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
