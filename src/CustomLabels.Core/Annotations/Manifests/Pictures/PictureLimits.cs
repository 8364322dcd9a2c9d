using System;
using CustomLabels.Annotations.Manifests.Lines;
using CustomLabels.Images;

namespace CustomLabels.Annotations.Manifests.Pictures;

/// <summary>The limits of images to train with (guide, "Guidelines and quotas"). Exactly at a limit, ERROR_INVALID_IMAGE has it otherwise: "less than", "greater".</summary>
internal static class PictureLimits
{
    /// <summary>Compares an image with each limit.</summary>
    /// <param name="header">What its file says of it.</param>
    /// <param name="length">The bytes of the file.</param>
    /// <param name="instead">What the content is that is no image; null for an image, and for nothing at all.</param>
    /// <param name="hasBoxes">Whether its line has boxes: then there is a code of its own for its sides.</param>
    /// <param name="findings">Told what is wrong.</param>
    public static void Check(ImageHeader header, long length, string? instead, bool hasBoxes, LineFindings findings)
    {
        if (header.Format == ImageFormat.Unknown) Invalid($"It is {instead ?? "empty"}, not PNG or JPEG.");
        else if (header.IsTruncated) Invalid("It ends inside its header.");
        else if (header.Defect is not null) Invalid($"It is a file {header.Defect}, which no decoder opens.");
        if (length > ImageLimits.DocumentedS3BytesAtMost) Invalid($"It has {ImageLimits.Count(length)} bytes; 15 MB are allowed.");
        else if (length > ImageLimits.DocumentedS3BytesAtLeast) AtLimit($"It has {ImageLimits.Count(length)} bytes, and 15 MB are {ImageLimits.Count(ImageLimits.DocumentedS3BytesAtLeast)} or {ImageLimits.Count(ImageLimits.DocumentedS3BytesAtMost)}.");
        if (header is not { Width: { } width, Height: { } height }) return;

        var (longer, shorter) = (Math.Max(width, height), Math.Min(width, height));
        var size = FormattableString.Invariant($"It is {width}x{height}");
        if (shorter < ImageLimits.MinPixels || longer > ImageLimits.MaxPixels)
            findings.Add(hasBoxes ? ManifestRule.ImageDimensionInvalid : ManifestRule.ImageInvalid, $"{(hasBoxes ? "The image dimensions are invalid" : "The image is invalid")}. {size}; 64 to 4096 pixels a side are allowed.");
        else if (shorter == ImageLimits.MinPixels || longer == ImageLimits.MaxPixels) AtLimit($"{size}; one page allows 64 to 4096 pixels a side, another more than 64 and less than 4096.");
        var most = (long)ImageLimits.MaxAspectRatio * shorter;
        if (longer > most) Invalid($"{size}; a side may be 20 times the other at most.");
        else if (longer == most) AtLimit($"{size}; one page allows 20:1, another less than that.");

        void Invalid(string found) => findings.Add(ManifestRule.ImageInvalid, $"The image is invalid. {found}");
        void AtLimit(string found) => findings.Add(ManifestRule.ImageAtLimit, found);
    }
}
