using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using CustomLabels.Annotations.Content;

namespace CustomLabels.Annotations.Labelme;

/// <summary>Reads labelme JSON: a file, or a folder of them. A picture inside the file is passed over, whatever its size.</summary>
internal sealed class LabelmeReader : IAnnotationReader
{
    /// <inheritdoc/>
    public AnnotationFormat Format => AnnotationFormat.Labelme;

    /// <inheritdoc/>
    public IEnumerable<ImageAnnotation> Read(AnnotationInput input)
    {
        if (!Directory.Exists(input.Content.Path)) return [ReadFile(input)];
        var folder = input.Content.Path;
        return ImageFiles.Below(folder, name => name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)).Select(name => ReadFile(input with { Content = input.Content.Beside(ImagePlace.PathOf(folder, name)) }));
    }

    private static ImageAnnotation ReadFile(AnnotationInput input)
    {
        var file = LabelmeFile.Read(input.Content);
        var image = new ImageAnnotationBuilder(input, file.ImagePath, line: null);
        image.Locate(file.Width, file.Height, input.Content.Folder);
        if (image.Frame is null) throw AnnotationErrors.InvalidAt(input.Content.Path, line: null, "It has no imageWidth and imageHeight, and no image is there");
        foreach (var flag in file.Flags) image.Add(flag);
        foreach (var shape in file.Shapes) Add(image, shape);
        return image.Build();
    }

    private static void Add(ImageAnnotationBuilder image, LabelmeShape shape)
    {
        var points = shape.Points;
        switch (shape.Kind)
        {
            // Corners in any order: which is which doesn't matter to the box around them.
            case "rectangle" when points.Count == 4:
                break;
            case "circle" when points.Count == 4:
                var radius = Math.Sqrt(Math.Pow(points[2] - points[0], 2) + Math.Pow(points[3] - points[1], 2));
                points = [points[0] - radius, points[1] - radius, points[0] + radius, points[1] + radius];
                image.Report(AnnotationChangeCode.OutlineBoxed, $"A circle of '{VisibleText.Of(shape.Label)}' became the box around it.");
                break;
            case "polygon" or "rotation" or "oriented_rectangle" when points.Count >= 6:
                image.Report(AnnotationChangeCode.OutlineBoxed, $"A polygon of '{VisibleText.Of(shape.Label)}' became the box around it.");
                break;
            case "mask" when points.Count == 4:
                image.Report(AnnotationChangeCode.OutlineBoxed, $"A mask of '{VisibleText.Of(shape.Label)}' became the box around it.");
                break;
            case "point" or "points" or "line" or "linestrip":
                image.Report(AnnotationChangeCode.ShapeLeftOut, $"A {shape.Kind} of '{VisibleText.Of(shape.Label)}' is no box; it is left out.");
                return;
            default:
                throw shape.Bad;
        }

        var box = Outline.Around(points);
        image.AddPixels(shape.Label, box.Left, box.Top, box.Width, box.Height);
    }
}
