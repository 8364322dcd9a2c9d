using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using CustomLabels.Annotations.GroundTruth;

namespace CustomLabels.Annotations.Manifests.Lines;

/// <summary>A line that is a JSON object, while it is tested.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Text">The line.</param>
/// <param name="Json">The object; not to be used once the line is tested.</param>
/// <param name="Content">What could be read of it.</param>
internal sealed record TestedLine(int Number, string Text, JsonElement Json, ManifestLine Content)
{
    /// <summary>The longer side to which the service scales larger images down before it trains.</summary>
    private const double TrainingSide = 1280;

    /// <summary>Its labels that can be used: those of whole images, and those whose boxes are inside the image and large enough.</summary>
    public IEnumerable<ManifestLabel> UsableLabels =>
        Content.Attributes.SelectMany(attribute => attribute.Labels.Where(label => label.Box is null || (IsInside(label.Box, attribute.ImageSize!.Value) && IsLargeEnough(label.Box, attribute.ImageSize.Value))));

    /// <summary>The attributes that hold boxes.</summary>
    public IEnumerable<ManifestAttribute> BoxAttributes => Content.Attributes.Where(attribute => attribute.ImageSize is not null);

    /// <summary>Whether a box is inside an image, without a negative number.</summary>
    public static bool IsInside(ManifestBox box, (double Width, double Height) image) =>
        box is { Left: >= 0, Top: >= 0, Width: >= 0, Height: >= 0 } && box.Left + box.Width <= image.Width && box.Top + box.Height <= image.Height;

    /// <summary>Whether a box is over 1 pixel wide and high in the image that the service trains with.</summary>
    public static bool IsLargeEnough(ManifestBox box, (double Width, double Height) image) => Scale(image) is var scale && box.Width * scale > 1 && box.Height * scale > 1;

    /// <summary>By how much the service scales an image before it trains; 1 for none. The guide says that it does, and not how: one factor for both sides is assumed.</summary>
    public static double Scale((double Width, double Height) image) => System.Math.Max(image.Width, image.Height) is var side && side > TrainingSide ? TrainingSide / side : 1;
}
