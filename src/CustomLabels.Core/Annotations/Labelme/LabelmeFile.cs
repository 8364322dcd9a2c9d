using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using CustomLabels.Annotations.Content;

namespace CustomLabels.Annotations.Labelme;

/// <summary>A labelme file as it is written, without the picture that may be in it.</summary>
internal sealed class LabelmeFile
{
    private LabelmeFile()
    {
    }

    /// <summary>The image's path as it is written.</summary>
    public string? ImagePath { get; private set; }

    /// <summary>The image's width; null where it isn't said.</summary>
    public int? Width { get; private set; }

    /// <summary>The image's height; null where it isn't said.</summary>
    public int? Height { get; private set; }

    /// <summary>The image's flags that are set: labels of the whole image.</summary>
    public List<string> Flags { get; } = [];

    /// <summary>The shapes, in the order of the file.</summary>
    public List<LabelmeShape> Shapes { get; } = [];

    /// <summary>Reads a file.</summary>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.AnnotationInvalid"/>.</exception>
    public static LabelmeFile Read(AnnotationContent content)
    {
        var file = new LabelmeFile();
        using var items = new JsonItemReader(content);
        var hasShapes = false;
        while (items.Read())
        {
            hasShapes |= items.Member == "shapes";
            if (!items.IsListStart) file.Take(items);
        }

        return hasShapes ? file : throw AnnotationErrors.InvalidAt(content.Path, line: null, "There is no list of shapes in it");
    }

    private void Take(JsonItemReader items)
    {
        if (items.Member is not ("imagePath" or "imageWidth" or "imageHeight" or "flags" or "shapes")) return;
        using var item = items.ParseItem();
        var value = item.RootElement;
        try
        {
            switch (items.Member)
            {
                case "imagePath":
                    ImagePath = value.ValueKind == JsonValueKind.String ? value.GetString() : throw items.Bad("imagePath is no text");
                    break;
                case "imageWidth":
                    Width = Pixels(value);
                    break;
                case "imageHeight":
                    Height = Pixels(value);
                    break;
                case "flags" when value.ValueKind == JsonValueKind.Object:
                    Flags.AddRange(value.EnumerateObject().Where(flag => flag.Value.ValueKind == JsonValueKind.True).Select(flag => flag.Name));
                    break;
                case "shapes":
                    Shapes.Add(Shape(value, items));
                    break;
            }
        }
        catch (InvalidOperationException e)
        {
            throw items.Bad(e.Message);
        }
    }

    private static int? Pixels(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) ? NumberText.Pixels(number) : null;

    private static LabelmeShape Shape(JsonElement value, JsonItemReader items)
    {
        var label = JsonText.Text(value, "label") is { Length: > 0 } text ? text : throw items.Bad("a shape has no label");
        // What is older than shape_type is a polygon.
        var kind = JsonText.Text(value, "shape_type") ?? "polygon";
        var points = (JsonText.List(value, "points") ?? throw items.Bad("a shape has no points"))
            .SelectMany(point => point.ValueKind == JsonValueKind.Array && point.GetArrayLength() == 2 ? point.EnumerateArray().Select(Coordinate) : throw items.Bad("a point is not two numbers"))
            .ToArray();
        return new LabelmeShape(label, kind, points, items.Bad($"a {VisibleText.Of(kind)} has {points.Length / 2} points, or is no shape of labelme's"));

        double Coordinate(JsonElement number) => number.ValueKind == JsonValueKind.Number && number.TryGetDouble(out var coordinate) ? coordinate : throw items.Bad("a point is not two numbers");
    }
}
