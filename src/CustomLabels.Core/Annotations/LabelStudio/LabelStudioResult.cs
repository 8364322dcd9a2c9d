using System.Linq;
using System.Text.Json;
using CustomLabels.Annotations.Content;

namespace CustomLabels.Annotations.LabelStudio;

/// <summary>Reads one result of a task into its image.</summary>
/// <param name="image">The image.</param>
/// <param name="items">Where it is, for errors.</param>
internal sealed class LabelStudioResult(ImageAnnotationBuilder image, JsonItemReader items)
{
    /// <summary>Adds what a result says.</summary>
    public void Add(JsonElement result)
    {
        var value = JsonText.Member(result, "value") is { ValueKind: JsonValueKind.Object } found ? found : default;
        switch (JsonText.Text(result, "type"))
        {
            case "rectanglelabels" or "rectangle":
                AddRectangle(result, value);
                break;
            case "ellipselabels" or "ellipse":
                AddEllipse(result, value);
                break;
            case "polygonlabels" or "polygon":
                AddPolygon(result, value);
                break;
            case "choices":
                // Without it nothing tells whether the choice is about the image or about one of its regions.
                if (JsonText.Text(result, "to_name") is null) throw items.Bad("a choice doesn't say what it is about (to_name)");
                foreach (var choice in Names(value, "choices")) image.Add(choice, Score(result));
                break;
            case { } other:
                image.Report(AnnotationChangeCode.ShapeLeftOut, $"A result of the type '{VisibleText.Of(other)}' is no label with a box; it is left out.");
                break;
            default:
                throw items.Bad("a result has no type");
        }
    }

    private void AddRectangle(JsonElement result, JsonElement value)
    {
        var box = new BoundingBox(Percent(value, "x"), Percent(value, "y"), Percent(value, "width"), Percent(value, "height"));
        var degrees = JsonText.Number(value, "rotation") ?? JsonText.Number(result, "rotation") ?? 0;
        if (degrees % 360 != 0) box = Turned(box, degrees);
        AddBox(result, Names(value, "rectanglelabels"), box);
    }

    // Percent of the width and of the height are not the same length: what turns, turns in pixels.
    private BoundingBox Turned(BoundingBox box, double degrees)
    {
        var (width, height) = image.Frame ?? throw items.Bad("a rectangle is turned, and the image's size is not known (original_width, original_height)");
        var turned = Outline.Turned(new BoundingBox(box.Left * width, box.Top * height, box.Width * width, box.Height * height), degrees);
        image.Report(AnnotationChangeCode.RotationBoxed, "A rotated rectangle became the upright box around it.");
        return new BoundingBox(turned.Left / width, turned.Top / height, turned.Width / width, turned.Height / height);
    }

    private void AddEllipse(JsonElement result, JsonElement value)
    {
        var (x, y, radiusX, radiusY) = (Percent(value, "x"), Percent(value, "y"), Percent(value, "radiusX"), Percent(value, "radiusY"));
        image.Report(AnnotationChangeCode.OutlineBoxed, "An ellipse became the box around it.");
        AddBox(result, Names(value, "ellipselabels"), new BoundingBox(x - radiusX, y - radiusY, 2 * radiusX, 2 * radiusY));
    }

    private void AddPolygon(JsonElement result, JsonElement value)
    {
        var points = JsonText.List(value, "points")?.ToList() ?? [];
        if (points.Count < 3) throw items.Bad("a polygon has fewer than three points");
        var numbers = points.SelectMany(point => point.ValueKind == JsonValueKind.Array && point.GetArrayLength() == 2 ? point.EnumerateArray().Select(Coordinate) : throw items.Bad("a point is not two numbers")).ToArray();
        image.Report(AnnotationChangeCode.OutlineBoxed, "A polygon became the box around it.");
        AddBox(result, Names(value, "polygonlabels"), Outline.Around(numbers));
    }

    private void AddBox(JsonElement result, string[] names, BoundingBox box)
    {
        if (names.Length == 0) image.Report(AnnotationChangeCode.LabelUnknown, "A region has no label; it is left out.");
        foreach (var name in names) image.AddRatios(name, box.Left, box.Top, box.Width, box.Height, Score(result));
    }

    private double Percent(JsonElement value, string member) => (JsonText.Number(value, member) ?? throw items.Bad($"{member} of a region is no number")) / 100;

    private double Coordinate(JsonElement number) => number.ValueKind == JsonValueKind.Number && number.TryGetDouble(out var coordinate) ? coordinate / 100 : throw items.Bad("a point is not two numbers");

    // Tools put a label of another kind of region under its own name, or under labels.
    private string[] Names(JsonElement value, string member) => (JsonText.List(value, member) ?? JsonText.List(value, "labels"))
        ?.Select(name => name.ValueKind == JsonValueKind.String ? name.GetString()! : throw items.Bad("a label is no text")).ToArray() ?? [];

    private static double? Score(JsonElement result) => JsonText.Number(result, "score") is { } score and >= 0 and <= 1 ? NumberText.Percent(score) : null;
}
