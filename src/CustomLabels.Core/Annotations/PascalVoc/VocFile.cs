using System.Collections.Generic;
using System.Linq;
using System.Xml;
using CustomLabels.Annotations.Content;

namespace CustomLabels.Annotations.PascalVoc;

/// <summary>A VOC file as it is written. Elements count by their names, in any order.</summary>
internal sealed class VocFile
{
    private static readonly string[] Flags = ["difficult", "truncated", "occluded"];

    private VocFile()
    {
    }

    /// <summary>The image's name; empty where it isn't said.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>The image's width and height; null where they aren't said.</summary>
    public (int? Width, int? Height) Size { get; private set; }

    /// <summary>The objects, in the order of the file.</summary>
    public List<VocObject> Objects { get; } = [];

    /// <summary>Reads a file.</summary>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.AnnotationInvalid"/>.</exception>
    public static VocFile Read(AnnotationContent content)
    {
        var isRead = false;
        return XmlContent.Read(content, xml =>
        {
            if (isRead) return null;
            isRead = true;
            var file = new VocFile();
            xml.MoveToContent();
            if (xml.LocalName != "annotation") throw AnnotationErrors.InvalidAt(content.Path, XmlContent.LineOf(xml), $"The root is '{VisibleText.Of(xml.LocalName)}'; that of PASCAL VOC is 'annotation'");
            while (XmlContent.NextChild(xml, 0)) file.Take(xml, content.Path);
            return file;
        }).Single();
    }

    private void Take(XmlReader xml, string path)
    {
        switch (xml.LocalName)
        {
            case "filename":
                FileName = XmlContent.Text(xml);
                break;
            case "size":
                TakeSize(xml);
                break;
            case "object":
                Objects.Add(ReadObject(xml, path));
                break;
        }
    }

    private void TakeSize(XmlReader xml)
    {
        var depth = xml.Depth;
        (int? width, int? height) = (null, null);
        while (XmlContent.NextChild(xml, depth))
        {
            if (xml.LocalName == "width") width = NumberText.Pixels(NumberText.Read(XmlContent.Text(xml)));
            else if (xml.LocalName == "height") height = NumberText.Pixels(NumberText.Read(XmlContent.Text(xml)));
        }

        Size = (width, height);
    }

    private static VocObject ReadObject(XmlReader xml, string path)
    {
        var line = XmlContent.LineOf(xml);
        var depth = xml.Depth;
        var name = "";
        var flags = new List<string>();
        (double, double, double, double)? box = null;
        while (XmlContent.NextChild(xml, depth))
        {
            // A part has a name and a bndbox of its own, which are not the object's.
            var child = xml.LocalName;
            if (child == "name") name = XmlContent.Text(xml);
            else if (child == "bndbox") box = ReadBox(xml, path);
            else if (Flags.Contains(child, System.StringComparer.Ordinal) && XmlContent.Text(xml).Trim() is not ("" or "0" or "false" or "False")) flags.Add(child);
        }

        return new VocObject(name, line) { Box = box, Flags = string.Join(", ", flags), IsDifficult = flags.Contains(Flags[0]) };
    }

    private static (double XMin, double YMin, double XMax, double YMax) ReadBox(XmlReader xml, string path)
    {
        var line = XmlContent.LineOf(xml);
        var depth = xml.Depth;
        var edges = new Dictionary<string, double>(System.StringComparer.Ordinal);
        while (XmlContent.NextChild(xml, depth))
        {
            var edge = xml.LocalName;
            var text = XmlContent.Text(xml);
            edges[edge] = NumberText.Read(text) ?? (edge is "xmin" or "ymin" or "xmax" or "ymax" ? throw AnnotationErrors.InvalidAt(path, line, $"{edge} of a bndbox is '{VisibleText.Of(text)}', no number") : 0);
        }

        double Edge(string edge) => edges.TryGetValue(edge, out var value) ? value : throw AnnotationErrors.InvalidAt(path, line, $"A bndbox has no {edge}");
        return (Edge("xmin"), Edge("ymin"), Edge("xmax"), Edge("ymax"));
    }
}
