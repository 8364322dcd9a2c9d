using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml;
using CustomLabels.Annotations.Content;
using static System.FormattableString;

namespace CustomLabels.Annotations.Cvat;

/// <summary>Reads CVAT for images 1.1: an element an image, with boxes in pixels and tags for the whole image.</summary>
internal sealed class CvatReader : IAnnotationReader
{
    private static readonly char[] PointMarks = [';', ','];

    /// <inheritdoc/>
    public AnnotationFormat Format => AnnotationFormat.Cvat;

    /// <inheritdoc/>
    public IEnumerable<ImageAnnotation> Read(AnnotationInput input)
    {
        var isStarted = false;
        return XmlContent.Read(input.Content, xml =>
        {
            if (!isStarted)
            {
                isStarted = true;
                xml.MoveToContent();
                if (xml.LocalName != "annotations") throw AnnotationErrors.InvalidAt(input.Content.Path, XmlContent.LineOf(xml), $"The root is '{VisibleText.Of(xml.LocalName)}'; that of CVAT is 'annotations'");
            }

            while (XmlContent.NextChild(xml, 0))
            {
                if (xml.LocalName == "track") throw AnnotationErrors.InvalidAt(input.Content.Path, XmlContent.LineOf(xml), "It is CVAT for video, whose tracks have no images. Export the task as CVAT for images");
                if (xml.LocalName == "image") return ReadImage(input, xml);
            }

            return null;
        });
    }

    private static ImageAnnotation ReadImage(AnnotationInput input, XmlReader xml)
    {
        var image = new ImageAnnotationBuilder(input, xml.GetAttribute("name"), XmlContent.LineOf(xml));
        image.Locate(NumberText.Pixels(NumberText.Read(xml.GetAttribute("width"))), NumberText.Pixels(NumberText.Read(xml.GetAttribute("height"))), input.Content.Folder, System.IO.Path.Combine(input.Content.Folder, "images"));
        if (image.Frame is null) throw Bad(input, xml, "An image has no width and height");
        var depth = xml.Depth;
        while (XmlContent.NextChild(xml, depth)) ReadShape(input, xml, image);
        return image.Build();
    }

    private static void ReadShape(AnnotationInput input, XmlReader xml, ImageAnnotationBuilder image)
    {
        var label = xml.GetAttribute("label");
        if (string.IsNullOrEmpty(label))
        {
            image.Report(AnnotationChangeCode.LabelUnknown, $"A {VisibleText.Of(xml.LocalName)} has no label; it is left out.");
            return;
        }

        if (xml.GetAttribute("occluded") == "1") image.Report(AnnotationChangeCode.FlagLost, $"'{VisibleText.Of(label)}' is marked occluded, which is not kept.");
        switch (xml.LocalName)
        {
            case "box":
                var (left, top) = (Number(input, xml, "xtl"), Number(input, xml, "ytl"));
                var box = new BoundingBox(left, top, Number(input, xml, "xbr") - left, Number(input, xml, "ybr") - top);
                var degrees = NumberText.Read(xml.GetAttribute("rotation")) ?? 0;
                if (degrees % 360 != 0) box = Turned(image, box, degrees);
                image.AddPixels(label, box.Left, box.Top, box.Width, box.Height);
                break;
            case "polygon":
                AddOutline(image, label, Points(input, xml, least: 3), "A polygon");
                break;
            case "ellipse":
                var (x, y, radiusX, radiusY) = (Number(input, xml, "cx"), Number(input, xml, "cy"), Number(input, xml, "rx"), Number(input, xml, "ry"));
                AddOutline(image, label, [x - radiusX, y - radiusY, x + radiusX, y + radiusY], "An ellipse");
                break;
            case "mask":
                var (maskLeft, maskTop) = (Number(input, xml, "left"), Number(input, xml, "top"));
                AddOutline(image, label, [maskLeft, maskTop, maskLeft + Number(input, xml, "width"), maskTop + Number(input, xml, "height")], "A mask");
                break;
            case "tag":
                image.Add(label);
                break;
            case var other:
                image.Report(AnnotationChangeCode.ShapeLeftOut, $"A {VisibleText.Of(other)} of '{VisibleText.Of(label)}' is no box; it is left out.");
                break;
        }
    }

    private static void AddOutline(ImageAnnotationBuilder image, string? label, double[] points, string what)
    {
        var box = Outline.Around(points);
        image.Report(AnnotationChangeCode.OutlineBoxed, $"{what} of '{VisibleText.Of(label)}' became the box around it.");
        image.AddPixels(label, box.Left, box.Top, box.Width, box.Height);
    }

    // CVAT turns a box about its middle.
    private static BoundingBox Turned(ImageAnnotationBuilder image, BoundingBox box, double degrees)
    {
        var corner = Outline.Turned(new BoundingBox(0, 0, box.Width, box.Height), degrees);
        image.Report(AnnotationChangeCode.RotationBoxed, Invariant($"A box that is turned by {degrees} degrees became the upright box around it."));
        return new BoundingBox(box.Left + (box.Width / 2) - (corner.Width / 2), box.Top + (box.Height / 2) - (corner.Height / 2), corner.Width, corner.Height);
    }

    private static double[] Points(AnnotationInput input, XmlReader xml, int least)
    {
        var numbers = (xml.GetAttribute("points") ?? "").Split(PointMarks, StringSplitOptions.RemoveEmptyEntries).Select(text => NumberText.Read(text) ?? throw Bad(input, xml, $"A point has '{VisibleText.Of(text)}', no number")).ToArray();
        return numbers.Length % 2 == 0 && numbers.Length >= 2 * least ? numbers : throw Bad(input, xml, string.Format(CultureInfo.InvariantCulture, "A {0} has fewer than {1} points", xml.LocalName, least));
    }

    private static double Number(AnnotationInput input, XmlReader xml, string attribute) =>
        NumberText.Read(xml.GetAttribute(attribute)) ?? throw Bad(input, xml, $"{attribute} of a {VisibleText.Of(xml.LocalName)} is '{VisibleText.Of(xml.GetAttribute(attribute))}', no number");

    private static CustomLabelsException Bad(AnnotationInput input, XmlReader xml, string problem) => AnnotationErrors.InvalidAt(input.Content.Path, XmlContent.LineOf(xml), problem);
}
