using System;
using System.Linq;
using CustomLabels.Annotations.Manifests.Lines;
using CustomLabels.Images;

namespace CustomLabels.Annotations.Manifests.Pictures;

/// <summary>Whether the boxes of a line are meant for the image that is there.</summary>
internal static class PictureSize
{
    /// <summary>Compares the sizes that a line states with the image's own.</summary>
    public static void Check(TestedLine line, ImageHeader header, LineFindings findings)
    {
        if (header.DisplayedSize(applyOrientation: true) is not (int width, int height)) return;
        foreach (var attribute in line.BoxAttributes)
        {
            var stated = attribute.ImageSize!.Value;
            // Whole pixels of what was scaled are no integers in every tool.
            if (Math.Round(stated.Width) == width && Math.Round(stated.Height) == height) continue;
            var isStored = header.IsTurnedByQuarter && Math.Round(stated.Width) == height && Math.Round(stated.Height) == width;
            var why = isStored ? " It is stored on its side, and turned by its EXIF orientation." : "";
            findings.Add(ManifestRule.ImageSizeMismatch, FormattableString.Invariant($"The image_size of '{VisibleText.Of(attribute.Name)}' is {stated.Width}x{stated.Height}, and the image is displayed as {width}x{height}.{why}"));
            var outside = attribute.Labels.Where(label => TestedLine.IsInside(label.Box!, stated) && !TestedLine.IsInside(label.Box!, (width, height))).ToArray();
            if (outside.Length == 0) continue;
            var box = outside[0].Box!;
            findings.Add(ManifestRule.BoxOutsideImage, FormattableString.Invariant($"A box of '{VisibleText.Of(attribute.Name)}' is {box.Width}x{box.Height} at {box.Left},{box.Top}; the image is {width}x{height}. {outside.Length} boxes are outside."));
        }
    }
}
