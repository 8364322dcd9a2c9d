using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using CustomLabels.Binding;
using CustomLabels.Images;
using CustomLabels.Output;

namespace CustomLabels.Commands;

/// <content>Images: of this machine and in S3.</content>
/// <remarks>VersionId and ETag stand in set LiteralPath only so that a row of exported results, whose cells for them are empty where the image is a file, keeps to that set.</remarks>
public sealed partial class InvokeRKCustomLabelDetectionCommand : IImageParameters
{
    private ImageBinding? _binding;

    /// <summary>Paths of images. Wildcards are allowed.</summary>
    [Parameter(Position = 0, ParameterSetName = ParameterSets.Path, ValueFromPipeline = true)]
    [SupportsWildcards]
    public string[]? Path { get; set; }

    /// <summary>Paths of images, taken as they are.</summary>
    [Parameter(ParameterSetName = ParameterSets.LiteralPath, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    [AbsentWhenEmpty]
    public string[]? LiteralPath { get; set; }

    /// <summary>The bytes of one image.</summary>
    [Parameter(ParameterSetName = ParameterSets.ImageBytes, ValueFromPipeline = true)]
    public byte[]? ImageBytes { get; set; }

    /// <summary>A stream at the start of one image. It is read to its end and left open.</summary>
    [Parameter(ParameterSetName = ParameterSets.ImageStream, ValueFromPipeline = true)]
    public Stream? ImageStream { get; set; }

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

    private ImageBinding LocalImages => _binding ??= new ImageBinding(this, this, Given, takesS3: true);

    /// <summary>The images that the present parameters name, or else the input for the AWS CLI.</summary>
    private IEnumerable<ImageInput> Images()
    {
        if (ParameterSetName == ParameterSets.S3Object) return S3Images();
        // A piped path is not given with the command, and a null in the pipeline is an image that is missing: neither may become the input's.
        var isImageGiven = MyInvocation.ExpectingInput || ParameterSetName != ParameterSets.Path || Given.Has(nameof(Path));
        return isImageGiven || _defaults.Image is null ? LocalImages.Images() : [new ImageInput(_defaults.Image.ToImage(LocalImages.NextName("bytes")))];
    }

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
            if (Bucket is null || Key is null) throw new CustomLabelsException(InputErrors.S3Incomplete(Bucket, Key));
            return new ImageInput(new S3Image(Bucket, Key, VersionId, ETag, Size));
        }
        catch (CustomLabelsException exception)
        {
            return new ImageInput(new UnresolvedImage($"s3://{VisibleText.Cut(Bucket)}/{VisibleText.Cut(Key)}"), exception.Error);
        }
    }

    // An S3 object has a Boolean, a row of a CSV file its text.
    private bool IsDeletion() => bool.TryParse(IsDeleteMarker?.ToString(), out var isDeletion) && isDeletion;
}
