using System;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api;
using CustomLabels.Images;
using CustomLabels.Pictures;
using static System.FormattableString;

namespace CustomLabels.Detection;

/// <summary>Puts pictures that fit in the place of those that are too large for the service, before they are sent. Safe for concurrent use.</summary>
/// <remarks>Outside of a request's turn: the pace of requests is found by how long the service takes, and not by how long a picture does.</remarks>
/// <param name="shrinker">Makes them fit.</param>
internal sealed class OversizedPictures(IPictureShrinker shrinker)
{
    /// <summary>What is done with them, as journals say it.</summary>
    public const string Shrink = "Shrink";

    // What was made and waits to be sent, or for its next attempt: 32 of the largest.
    private const long MostHeld = 32L * Oversize.MaxBytes;

    private readonly Room _held = new(MostHeld);
    // Of the memory that they are decoded in, the decoder itself keeps count.
    private readonly Room _processors = new(Environment.ProcessorCount);

    /// <summary>Makes a picture fit, where it is too large; others stay as they are, byte for byte.</summary>
    /// <param name="asked">The picture on its way.</param>
    /// <param name="log">What to say.</param>
    /// <param name="cancellationToken">Abandons it.</param>
    /// <exception cref="CustomLabelsException">It can't be read, decoded or made to fit.</exception>
    public async Task FitAsync(AskedImage asked, ICallLog log, CancellationToken cancellationToken)
    {
        // An object in S3 isn't fetched for it.
        if (asked.Request.Image is not LocalImage image) return;
        var header = ImageInspector.Look(image).Header;
        // What is no picture is said where any other is looked at.
        if (header.Format == ImageFormat.Unknown || header.IsTruncated || header.Defect is not null || !Oversize.Is(image.Length, header.Width, header.Height)) return;

        asked.Given = header;
        var held = asked.Held = await _held.EnterAsync(Oversize.MaxBytes, cancellationToken).ConfigureAwait(false);
        using var processor = await _processors.EnterAsync(1, cancellationToken).ConfigureAwait(false);
        // Who keeps a journal knows the picture by what was given, and not by what is made of it.
        asked.Request.Digest?.Compute(image);
        if (header is { Width: { } width, Height: { } height } && Oversize.IsTooNarrow(width, height)) throw new CustomLabelsException(ImageErrors.TooNarrow(image.LiteralPath ?? image.Name, width, height));
        var shrunk = shrinker.Shrink(image, cancellationToken);
        held.ShrinkTo(shrunk.Bytes.Length);
        asked.Replacement = new BytesImage(shrunk.Bytes, image.Name);
        asked.Sent = new SentPicture(shrunk.Bytes.Length, shrunk.Width, shrunk.Height) { Sha256 = asked.Request.Digest is null ? null : new ImageDigest().Compute(asked.Replacement) };
        log.Verbose(Invariant($"'{VisibleText.Of(image.Name)}': {ImageLimits.Count(image.Length)} bytes and {header.Width} x {header.Height} pixels are too many; sent as {Text(shrunk)}."));
    }

    private static string Text(ShrunkPicture shrunk)
    {
        var format = shrunk.Quality is { } quality ? Invariant($"JPEG of quality {quality}") : "PNG";
        return Invariant($"a {format}, {ImageLimits.Count(shrunk.Bytes.Length)} bytes and {shrunk.Width} x {shrunk.Height} pixels");
    }
}
