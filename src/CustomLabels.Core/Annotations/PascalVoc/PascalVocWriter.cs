using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Xml;
using CustomLabels.Annotations.Content;

namespace CustomLabels.Annotations.PascalVoc;

/// <summary>Writes PASCAL VOC: an XML file an image, in folders as the images are. Boxes are in whole pixels, without the offset of 1 of the first VOC years.</summary>
internal sealed class PascalVocWriter : IAnnotationWriter
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize,
        OmitXmlDeclaration = true,
    };

    /// <inheritdoc/>
    public AnnotationFormat Format => AnnotationFormat.PascalVoc;

    /// <inheritdoc/>
    public bool IsFolder => true;

    /// <inheritdoc/>
    public bool NeedsImageSize => true;

    /// <inheritdoc/>
    public void Write(IReadOnlyList<ImageAnnotation> images, AnnotationOutput output, AnnotationReport report)
    {
        foreach (var image in images)
        {
            using var stream = output.CreateFile(ImageFiles.StemOf(image.Image) + ".xml", image.Image);
            using var xml = XmlWriter.Create(stream, Settings);
            Write(xml, image, report);
        }
    }

    private static void Write(XmlWriter xml, ImageAnnotation image, AnnotationReport report)
    {
        xml.WriteStartElement("annotation");
        xml.WriteElementString("filename", Held(image.Image, image, report));
        xml.WriteStartElement("size");
        Write(xml, "width", image.ImageWidth!.Value);
        Write(xml, "height", image.ImageHeight!.Value);
        Write(xml, "depth", 3);
        xml.WriteEndElement();
        Write(xml, "segmented", 0);
        foreach (var label in image.Labels) Write(xml, image, label, report);
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, ImageAnnotation image, LabelAnnotation label, AnnotationReport report)
    {
        if (label.BoundingBox is null)
        {
            report.Add(AnnotationChangeCode.ImageLabelLost, image.Source, image.Image, $"'{VisibleText.Of(label.Name)}' is of the whole image, and PASCAL VOC has boxes only; it is left out.");
            return;
        }

        if (PixelBoxes.Whole(image, label, report) is not { } box) return;
        if (label.Confidence is not null) report.Add(AnnotationChangeCode.ConfidenceLost, image.Source, image.Image, $"PASCAL VOC has no place for the confidence of '{VisibleText.Of(label.Name)}'.");
        xml.WriteStartElement("object");
        xml.WriteElementString("name", Held(label.Name, image, report));
        xml.WriteElementString("pose", "Unspecified");
        Write(xml, "truncated", 0);
        Write(xml, "difficult", 0);
        xml.WriteStartElement("bndbox");
        Write(xml, "xmin", box.Left);
        Write(xml, "ymin", box.Top);
        Write(xml, "xmax", box.Left + box.Width);
        Write(xml, "ymax", box.Top + box.Height);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, string name, int value) => xml.WriteElementString(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A name without the characters that XML can't hold at all, escaped or not.</summary>
    private static string Held(string name, ImageAnnotation image, AnnotationReport report)
    {
        var held = new string(name.Select((letter, i) => XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter) ? letter : '\uFFFD').ToArray());
        if (held != name) report.Add(AnnotationChangeCode.NameChanged, image.Source, image.Image, $"'{VisibleText.Of(name)}' has characters that XML can't hold; they were replaced.");
        return held;
    }
}
