using System;
using System.Management.Automation;
using CustomLabels.CliInput;
using CustomLabels.Completion;
using CustomLabels.Detection;
using CustomLabels.Images;

namespace CustomLabels.Parameters;

/// <summary>A cmdlet that asks a model about images: which one, and what.</summary>
/// <remarks>
/// What is asked binds by name in every set but Path: a parameter that binds by name there would draw files into that set (see
/// <see cref="ImageCmdlet"/>). What a parameter doesn't say, and no property of a piped object, is as <see cref="Defaults"/> have it; a null
/// given with the command says something.
/// </remarks>
public abstract class DetectionRequestCmdlet : S3ImageCmdlet
{
    private Service.ProjectVersionArn? _arn;

    /// <summary>The model version to ask.</summary>
    [Parameter(ParameterSetName = ParameterSets.Path)]
    [Parameter(ParameterSetName = ParameterSets.LiteralPath, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ParameterSets.S3Object, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ParameterSets.ImageBytes, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ParameterSets.ImageStream, ValueFromPipelineByPropertyName = true)]
    [Alias("Arn")]
    [ArgumentCompleter(typeof(ProjectVersionArnCompleter))]
    public string? ProjectVersionArn { get; set; }

    /// <summary>The least confidence of labels, 0 to 100. Without it, the model's assumed threshold of each label.</summary>
    [Parameter(ParameterSetName = ParameterSets.Path)]
    [Parameter(ParameterSetName = ParameterSets.LiteralPath, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ParameterSets.S3Object, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ParameterSets.ImageBytes, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ParameterSets.ImageStream, ValueFromPipelineByPropertyName = true)]
    [Number(Max = 100)]
    public double? MinConfidence { get; set; }

    /// <summary>The most labels an image; the most confident ones. Without it, all.</summary>
    [Parameter(ParameterSetName = ParameterSets.Path)]
    [Parameter(ParameterSetName = ParameterSets.LiteralPath, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ParameterSets.S3Object, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ParameterSets.ImageBytes, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ParameterSets.ImageStream, ValueFromPipelineByPropertyName = true)]
    [Number(Whole = true, Max = int.MaxValue)]
    public int? MaxResults { get; set; }

    /// <summary>Any object; comes back on the result and on the error.</summary>
    [Parameter(ParameterSetName = ParameterSets.Path)]
    [Parameter(ParameterSetName = ParameterSets.LiteralPath, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ParameterSets.S3Object, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ParameterSets.ImageBytes, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ParameterSets.ImageStream, ValueFromPipelineByPropertyName = true)]
    public object? Tag { get; set; }

    /// <summary>What is asked unless a parameter or a piped object says otherwise.</summary>
    private protected CliRequest Defaults { get; set; } = CliRequest.Empty;

    /// <summary>The model version to ask, unchecked; null where there is none.</summary>
    private protected string? Model =>
        IsGivenWithCommand(nameof(ProjectVersionArn)) || !string.IsNullOrEmpty(ProjectVersionArn) ? ProjectVersionArn : Defaults.ProjectVersionArn;

    /// <summary>The model version to ask, taken apart once for all the images that are asked of it.</summary>
    /// <exception cref="DetectionException">There is none, or its ARN is of another form.</exception>
    private protected Service.ProjectVersionArn Arn => _arn is { } last && last.Text == Model ? last : _arn = Service.ProjectVersionArn.Parse(Model);

    private double? LeastConfidence => MinConfidence ?? (IsGivenWithCommand(nameof(MinConfidence)) ? null : Defaults.MinConfidence);

    private int? MostResults => MaxResults ?? (IsGivenWithCommand(nameof(MaxResults)) ? null : Defaults.MaxResults);

    // What is no ARN may be any text of any length.
    private string ArnText => Model is not { } model ? "" : model.Length <= Service.ProjectVersionArn.MaxLength ? model : VisibleText.Cut(model);

    /// <summary>The request for an image.</summary>
    /// <exception cref="DetectionException">There is no model version, or its ARN is of another form.</exception>
    private protected DetectionRequest Request(ImageSource image) => new(image, Arn)
    {
        MinConfidence = LeastConfidence,
        MaxResults = MostResults,
        Tag = Tag,
    };

    /// <summary>A result for an image that can't be asked about.</summary>
    private protected DetectionResult Unasked(ImageSource image, DetectionError error) => DetectionResults.Failed(
        DetectionResults.Of(image) with { ProjectVersionArn = ArnText, MinConfidence = LeastConfidence, MaxResults = MostResults, Tag = Tag },
        error,
        DateTime.UtcNow);
}
