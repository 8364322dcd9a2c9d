using System;
using System.Linq;
using CustomLabels.Annotations.GroundTruth;

namespace CustomLabels.Annotations.Manifests.Lines;

/// <summary>Boxes that the service leaves out.</summary>
internal sealed class BoxRule : ILineRule
{
    /// <inheritdoc/>
    public void Check(TestedLine line, LineFindings findings)
    {
        foreach (var attribute in line.BoxAttributes)
        {
            var image = attribute.ImageSize!.Value;
            foreach (var box in attribute.Labels.Select(label => label.Box!))
            {
                if (!TestedLine.IsInside(box, image)) findings.Add(ManifestRule.BoxOffFrame, $"The bounding box has off frame values. {Found(attribute.Name, box, image)}");
                else if (!TestedLine.IsLargeEnough(box, image)) findings.Add(ManifestRule.BoxTooSmall, $"The height and width of the bounding box is too small. {Found(attribute.Name, box, image)}{Scaled(image)}");
            }
        }

        if (findings.LostBoxes > 0 && !line.UsableLabels.Any()) findings.Add(ManifestRule.AnnotationsInvalid, "No valid annotations found: none of the boxes can be used.");
    }

    private static string Found(string attribute, ManifestBox box, (double Width, double Height) image) =>
        FormattableString.Invariant($"A box of '{VisibleText.Of(attribute)}' is {box.Width}x{box.Height} at {box.Left},{box.Top}; the image is {image.Width}x{image.Height}.");

    private static string Scaled((double Width, double Height) image) =>
        TestedLine.Scale(image) is < 1 and var scale ? FormattableString.Invariant($" It is trained with at {scale:0.###} of that size.") : "";
}
