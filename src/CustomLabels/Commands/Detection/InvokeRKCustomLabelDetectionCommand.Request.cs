using System;
using System.Management.Automation;
using CustomLabels.Arns;
using CustomLabels.Binding;
using CustomLabels.Completion;
using CustomLabels.Detection;
using CustomLabels.Images;

namespace CustomLabels.Commands;

/// <content>What is asked: which model version, and what. It binds by name in every set but Path: a parameter that binds by name there would draw files into that set (see
/// <see cref="IImageParameters"/>). What a parameter doesn't say, and no property of a piped object, is as the input for the AWS CLI has it; a null given with the command
/// says something.</content>
public sealed partial class InvokeRKCustomLabelDetectionCommand
{
    private ModelArns? _models;
    private (string? Text, Arns.ProjectVersionArn Arn)? _last;

    /// <summary>The model version to ask, by its ARN or as project/version, which is looked up once.</summary>
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

    /// <summary>What pixel boxes refer to: a JPEG as its EXIF orientation displays it, or as it is stored. A PNG is never turned.</summary>
    [Parameter]
    public ExifHandling ExifOrientation { get; set; }

    /// <summary>The model version to ask, unchecked; null where there is none.</summary>
    private string? Model => IsModelNamed ? ProjectVersionArn : _defaults.ProjectVersionArn;

    private bool IsModelNamed => Given.Has(nameof(ProjectVersionArn)) || !string.IsNullOrEmpty(ProjectVersionArn);

    /// <summary>The model version to ask, taken apart once for all the images that are asked of it.</summary>
    /// <exception cref="CustomLabelsException">There is none, it is neither an ARN nor project/version, or it can't be looked up.</exception>
    private Arns.ProjectVersionArn Arn
    {
        get
        {
            if (_last is not { } last || last.Text != Model) _last = last = (Model, FindArn());
            return last.Arn;
        }
    }

    private double? LeastConfidence => MinConfidence ?? (Given.Has(nameof(MinConfidence)) ? null : _defaults.MinConfidence);

    private int? MostResults => MaxResults ?? (Given.Has(nameof(MaxResults)) ? null : _defaults.MaxResults);

    /// <summary>The ARN for a result whose image can't be asked about; where there is none, what was given: any text of any length.</summary>
    private string ArnText
    {
        get
        {
            try
            {
                return Model is null ? "" : Arn.Text;
            }
            catch (CustomLabelsException)
            {
                return Model!.Length <= Arns.ProjectVersionArn.MaxLength ? Model : VisibleText.Cut(Model);
            }
        }
    }

    // Input for the AWS CLI has an ARN, as there.
    private Arns.ProjectVersionArn FindArn() => !IsModelNamed ? Arns.ProjectVersionArn.Parse(Model) : Sample is null ? _models!.Of(Model) : ModelArns.Sample(Model, Region);

    /// <summary>The request for an image.</summary>
    /// <exception cref="CustomLabelsException">There is no model version, it is neither an ARN nor project/version, or it can't be looked up.</exception>
    private DetectionRequest Request(ImageSource image) => new(image, Arn)
    {
        MinConfidence = SentConfidence,
        MaxResults = SentMaxResults,
        Filter = Filter(),
        Tag = Tag,
    };

    /// <summary>A result for an image that can't be asked about.</summary>
    private DetectionResult Unasked(ImageSource image, CustomLabelsError error) => DetectionResults.Failed(
        DetectionResults.Of(image) with { ProjectVersionArn = ArnText, MinConfidence = SentConfidence, MaxResults = SentMaxResults, Tag = Tag },
        error,
        DateTime.UtcNow);
}
