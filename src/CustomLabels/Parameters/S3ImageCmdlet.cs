using System;
using System.Collections.Generic;
using System.Management.Automation;
using CustomLabels.Images;
using CustomLabels.Pipeline;

namespace CustomLabels.Parameters;

/// <summary>A cmdlet that takes S3 objects beside local images.</summary>
/// <remarks>
/// VersionId and ETag stand in set LiteralPath only so that a row of exported results, whose cells for them are empty where the image is a
/// file, keeps to that set.
/// </remarks>
public abstract class S3ImageCmdlet : ConnectionCmdlet
{
    /// <inheritdoc/>
    [Parameter(ParameterSetName = ParameterSets.LiteralPath, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    [AbsentWhenEmpty]
    public override string[]? LiteralPath { get; set; }

    /// <summary>The S3 bucket of an image.</summary>
    [Parameter(ParameterSetName = ParameterSets.S3Object, ValueFromPipelineByPropertyName = true)]
    [Alias("BucketName", "S3Bucket")]
    [AbsentWhenEmpty]
    public string? Bucket { get; set; }

    /// <summary>The S3 key of an image, taken as it is.</summary>
    [Parameter(ParameterSetName = ParameterSets.S3Object, ValueFromPipelineByPropertyName = true)]
    [Alias("S3Key")]
    [AbsentWhenEmpty]
    public string? Key { get; set; }

    /// <summary>The S3 version of an image; without it, the newest.</summary>
    [Parameter(ParameterSetName = ParameterSets.LiteralPath, ValueFromPipelineByPropertyName = true, DontShow = true)]
    [Parameter(ParameterSetName = ParameterSets.S3Object, ValueFromPipelineByPropertyName = true)]
    [Alias("S3Version")]
    public string? VersionId { get; set; }

    /// <summary>The S3 entity tag of an image; comes back on the result.</summary>
    [Parameter(ParameterSetName = ParameterSets.LiteralPath, ValueFromPipelineByPropertyName = true, DontShow = true)]
    [Parameter(ParameterSetName = ParameterSets.S3Object, ValueFromPipelineByPropertyName = true)]
    public string? ETag { get; set; }

    /// <summary>The size of an S3 object in bytes; an empty one whose key ends in a slash is a folder and passed over.</summary>
    [Parameter(ParameterSetName = ParameterSets.S3Object, ValueFromPipelineByPropertyName = true)]
    [Number(Whole = true)]
    public long? Size { get; set; }

    /// <summary>Whether an S3 version marks a deletion, as Get-S3Version says; such a one is passed over.</summary>
    [Parameter(ParameterSetName = ParameterSets.S3Object, ValueFromPipelineByPropertyName = true, DontShow = true)]
    public object? IsDeleteMarker { get; set; }

    /// <summary>The images that the present parameters name, S3 objects included.</summary>
    private protected virtual IEnumerable<ImageInput> Images() =>
        ParameterSetName == ParameterSets.S3Object ? S3Images() : LocalImages(takesS3: true);

    private ImageInput[] S3Images()
    {
        var skipped = IsDeletion() ? "a delete marker" : Size == 0 && Key?.EndsWith("/", StringComparison.Ordinal) == true ? "a folder" : null;
        if (skipped is null) return [S3Image()];
        this.WriteVerboseLine($"Skipped 's3://{VisibleText.Of(Bucket)}/{VisibleText.Of(Key)}': {skipped}.");
        return [];
    }

    private ImageInput S3Image()
    {
        try
        {
            if (Bucket is null || Key is null) throw new DetectionException(InputErrors.S3Incomplete(Bucket, Key));
            return new ImageInput(new S3Image(Bucket, Key, VersionId, ETag, Size));
        }
        catch (DetectionException exception)
        {
            return new ImageInput(new UnresolvedImage($"s3://{VisibleText.Cut(Bucket)}/{VisibleText.Cut(Key)}"), exception.Error);
        }
    }

    // An S3 object has a Boolean, a row of a CSV file its text.
    private bool IsDeletion() => bool.TryParse(IsDeleteMarker?.ToString(), out var isDeletion) && isDeletion;
}
