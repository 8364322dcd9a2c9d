using System;
using System.Linq;

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
                var found = FormattableString.Invariant($"A box of '{VisibleText.Of(attribute.Name)}' is {box.Width}x{box.Height} at {box.Left},{box.Top}; the image is {image.Width}x{image.Height}.");
                if (!TestedLine.IsInside(box, image)) findings.Add(ManifestRule.BoxOffFrame, $"The bounding box has off frame values. {found}");
                else if (!TestedLine.IsLargeEnough(box, image)) findings.Add(ManifestRule.BoxTooSmall, $"The height and width of the bounding box is too small. {found}{Scaled(image)}");
            }
        }

        if (findings.LostBoxes > 0 && !line.UsableLabels.Any()) findings.Add(ManifestRule.AnnotationsInvalid, "No valid annotations found: none of the boxes can be used.");
    }

    private static string Scaled((double Width, double Height) image) =>
        TestedLine.Scale(image) is < 1 and var scale ? FormattableString.Invariant($" It is trained with at {scale:0.###} of that size.") : "";
}
