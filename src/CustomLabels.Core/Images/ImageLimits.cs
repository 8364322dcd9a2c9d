using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace CustomLabels.Images;

/// <summary>What the service documents of the images it takes.</summary>
/// <remarks>Sources: the Amazon Rekognition Custom Labels Guide, "Guidelines and quotas", and the botocore model rekognition/2016-06-27.</remarks>
internal static class ImageLimits
{
    /// <summary>Most bytes of an image in a request by the API's model (<c>ImageBlob</c>): more is never sent.</summary>
    public const int MaxBytes = 5_242_880;

    /// <summary>The guide's "4 MB" for images passed as bytes, at its smallest reading. Which reading applies isn't documented.</summary>
    public const int DocumentedBytesAtLeast = 4_000_000;

    /// <summary>The guide's "4 MB" for images passed as bytes, at its largest reading.</summary>
    public const int DocumentedBytesAtMost = 4_194_304;

    /// <summary>The guide's "15 MB" for images in S3, at its smallest reading. Which reading applies isn't documented.</summary>
    public const int DocumentedS3BytesAtLeast = 15_000_000;

    /// <summary>The guide's "15 MB" for images in S3, at its largest reading.</summary>
    public const int DocumentedS3BytesAtMost = 15_728_640;

    /// <summary>Fewest pixels a side (guide).</summary>
    public const int MinPixels = 64;

    /// <summary>Most pixels a side (guide).</summary>
    public const int MaxPixels = 4096;

    /// <summary>Most times the long side may be the short one (guide: "20:1").</summary>
    public const int MaxAspectRatio = 20;

    /// <summary>Compares an image that would be passed as bytes with each limit.</summary>
    /// <param name="header">The image's header; width and height are compared as displayed.</param>
    /// <param name="length">The image's bytes.</param>
    /// <returns>Every limit, also those that the image is within: Format, Bytes, Width, Height, AspectRatio.</returns>
    public static IReadOnlyList<ImageLimit> Check(ImageHeader header, long length) => Check(header, length, content: null);

    /// <summary>Compares an image in S3 with the one limit that can be checked from here.</summary>
    /// <param name="image">The image.</param>
    /// <returns>Bytes; nothing where the object's size isn't known.</returns>
    public static IReadOnlyList<ImageLimit> Check(S3Image image)
    {
        if (image is null) throw new ArgumentNullException(nameof(image));
        return image.Size is { } size ? new[] { Bytes(size, "15 MB", DocumentedS3BytesAtLeast, DocumentedS3BytesAtMost) } : [];
    }

    /// <summary>Names the limits that an image is, or may be, outside of; for when the service refuses it.</summary>
    /// <param name="limits">What <see cref="Check(ImageHeader, long)"/> found.</param>
    /// <returns>One sentence, or null when the image is within all that can be told.</returns>
    public static string? Explain(IReadOnlyList<ImageLimit> limits)
    {
        var outside = limits.Where(limit => limit.Within == LimitState.No).ToArray();
        // An unknown size only means that the header doesn't tell it; unknown bytes are a likely reason.
        var unclear = limits.Where(limit => limit is { Name: "Bytes", Within: LimitState.Unknown }).ToArray();
        if (outside.Length == 0) return unclear.Length == 0 ? null : $"The image may be outside a documented limit: {unclear[0]}.";
        var noun = outside.Length == 1 ? "a documented limit" : "documented limits";
        var maybe = unclear.Length == 0 ? "" : $"; it may also be outside {unclear[0]}";
        return $"The image is outside {noun}: {string.Join(", ", outside.AsEnumerable())}{maybe}.";
    }

    /// <summary>Compares, and names content that is no image by what it is; a null length is one past <see cref="MaxBytes"/>.</summary>
    internal static IReadOnlyList<ImageLimit> Check(ImageHeader header, long? length, string? content)
    {
        var (width, height) = header.DisplayedSize(applyOrientation: true);
        return new[]
        {
            Format(header, content),
            Bytes(length, "4 MB", DocumentedBytesAtLeast, DocumentedBytesAtMost),
            Pixels("Width", width),
            Pixels("Height", height),
            AspectRatio(width, height),
        };
    }

    internal static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static ImageLimit Format(ImageHeader header, string? content)
    {
        var found = header.Format switch
        {
            ImageFormat.Png => "PNG",
            ImageFormat.Jpeg => "JPEG",
            _ => content ?? "neither",
        };
        if (header.IsTruncated) found += " that ends inside its header";
        if (header.Defect is not null) found += " " + header.Defect;
        var within = header.Format == ImageFormat.Unknown || header.IsTruncated || header.Defect is not null ? LimitState.No : LimitState.Yes;
        return new ImageLimit("Format", found, "PNG or JPEG", within);
    }

    private static ImageLimit Bytes(long? length, string documented, int atLeast, int atMost)
    {
        var found = length is { } bytes ? Count(bytes) : $"over {Count(MaxBytes)}";
        var allowed = $"1 byte to {documented}, which is {Count(atLeast)} or {Count(atMost)} bytes";
        var within = length switch
        {
            null or < 1 => LimitState.No,
            { } known when known <= atLeast => LimitState.Yes,
            { } known when known <= atMost => LimitState.Unknown,
            _ => LimitState.No,
        };
        return new ImageLimit("Bytes", found, allowed, within);
    }

    private static ImageLimit Pixels(string name, int? side)
    {
        var within = side switch
        {
            null => LimitState.Unknown,
            >= MinPixels and <= MaxPixels => LimitState.Yes,
            _ => LimitState.No,
        };
        return new ImageLimit(name, side?.ToString(CultureInfo.InvariantCulture) ?? "unknown", $"{MinPixels} to {MaxPixels} pixels", within);
    }

    private static ImageLimit AspectRatio(int? width, int? height)
    {
        var allowed = $"1:1 to {MaxAspectRatio}:1";
        if (width is not { } w || height is not { } h) return new ImageLimit("AspectRatio", "unknown", allowed, LimitState.Unknown);
        var (longer, shorter) = (Math.Max(w, h), Math.Min(w, h));
        // Rounded up, so that what is over the limit never prints as the limit.
        var ratio = Math.Ceiling(100.0 * longer / shorter) / 100;
        var within = longer <= (long)MaxAspectRatio * shorter ? LimitState.Yes : LimitState.No;
        return new ImageLimit("AspectRatio", string.Format(CultureInfo.InvariantCulture, "{0:0.##}:1", ratio), allowed, within);
    }
}
