using CustomLabels.Images;

namespace CustomLabels.Cli.Input;

/// <summary>The member Image of an input, as it is written: whether it can be an image is asked only where it is used.</summary>
/// <param name="Source">Where the input is, for messages.</param>
/// <param name="Bytes">The image itself; null where it isn't given.</param>
/// <param name="S3Object">Where the image is; null where it isn't given.</param>
internal sealed record CliImage(string Source, byte[]? Bytes, CliS3Object? S3Object)
{
    /// <summary>The image to ask about.</summary>
    /// <param name="bytesName">What people call an image that is given as bytes.</param>
    /// <exception cref="CustomLabelsException">There are two images or none, or the S3 object is impossible (<see cref="ErrorId.RequestInvalid"/>). The AWS
    /// CLI sends such a request and leaves it to the service; an empty Version it refuses too.</exception>
    public ImageSource ToImage(string bytesName) => (Bytes, S3Object) switch
    {
        (null, null) => throw Wrong("Image has neither Bytes nor S3Object"),
        (not null, not null) => throw Wrong("Image has both Bytes and S3Object, and is one image"),
        (not null, null) => new BytesImage(Bytes, bytesName),
        (null, { Bucket: null }) => throw Wrong("Image.S3Object has no Bucket"),
        (null, { Name: null }) => throw Wrong("Image.S3Object has no Name"),
        (null, { Version: "" }) => throw Wrong("Image.S3Object.Version is empty; without the member it is the newest"),
        (null, { } s3) => S3(s3.Bucket, s3.Name, s3.Version),
    };

    private S3Image S3(string bucket, string name, string? version)
    {
        try
        {
            return new S3Image(bucket, name, version);
        }
        catch (CustomLabelsException exception)
        {
            throw Wrong($"Image.S3Object: {exception.Error.Message.TrimEnd('.')}");
        }
    }

    private CustomLabelsException Wrong(string problem) => new(CliInputErrors.Image(Source, problem));
}
