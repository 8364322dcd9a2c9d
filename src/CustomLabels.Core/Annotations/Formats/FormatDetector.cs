using System;
using System.IO;
using System.Linq;
using System.Xml;
using CustomLabels.Annotations.Content;
using CustomLabels.Annotations.Csv;
using CustomLabels.Annotations.Yolo;

namespace CustomLabels.Annotations.Formats;

/// <summary>Finds the format of a file or a folder by its content. Reads no further than it has to.</summary>
internal static class FormatDetector
{
    /// <summary>The format; null where the content is in none that is known.</summary>
    /// <param name="content">The file or folder.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.AnnotationUnreadable"/>, or <see cref="ErrorId.AnnotationInvalid"/> for what ends before its format can be told.</exception>
    public static AnnotationFormat? Find(AnnotationContent content)
    {
        if (Directory.Exists(content.Path)) return OfFolder(content);
        switch (FirstByte(content))
        {
            case '{' or '[':
                return OfJson(content);
            case '<':
                return OfXml(content);
            case < 0:
                return null;
            default:
                return YoloSetReader.IsYaml(content.Path) || YoloSetReader.IsData(content.Path) ? AnnotationFormat.Yolo : OfText(content);
        }
    }

    private static AnnotationFormat? OfFolder(AnnotationContent content)
    {
        var folder = content.Path;
        if (YoloSetReader.FileOf(folder) is not null) return AnnotationFormat.Yolo;
        var files = ImageFiles.Below(folder, name => name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || ImageFiles.IsImage(name));
        var labels = files.FirstOrDefault(name => !ImageFiles.IsImage(name));
        var found = labels is null ? null : Find(content.Beside(ImagePlace.PathOf(folder, labels)));
        if (found is AnnotationFormat.PascalVoc or AnnotationFormat.Labelme) return found;
        return files.Any(ImageFiles.IsImage) ? AnnotationFormat.Folder : null;
    }

    private static int FirstByte(AnnotationContent content)
    {
        using var stream = content.OpenUtf8();
        try
        {
            int next;
            while ((next = stream.ReadByte()) is ' ' or '\t' or '\r' or '\n')
            {
            }

            return next;
        }
        catch (ArgumentException)
        {
            throw AnnotationErrors.InvalidAt(content.Path, line: null, "It is neither UTF-8 nor UTF-16 with a byte order mark");
        }
        catch (IOException e)
        {
            throw new CustomLabelsException(AnnotationErrors.Unreadable(content.Path, e.Message), e);
        }
    }

    /// <summary>By the names of its members. A picture inside, or a list of any length before them, is passed over.</summary>
    private static AnnotationFormat? OfJson(AnnotationContent content)
    {
        using var items = new JsonItemReader(content);
        while (items.Read())
        {
            switch (items.Member)
            {
                case null:
                    return OfElement(items);
                case "source-ref":
                    return AnnotationFormat.GroundTruth;
                case "Labels":
                    return AnnotationFormat.JsonLines;
                case "shapes" or "imageData":
                    return AnnotationFormat.Labelme;
                case "images" or "annotations" or "categories" when items.IsListStart:
                    return AnnotationFormat.Coco;
                case var member when member.EndsWith("-metadata", StringComparison.Ordinal):
                    return AnnotationFormat.GroundTruth;
            }
        }

        return null;
    }

    private static AnnotationFormat? OfElement(JsonItemReader items)
    {
        using var item = items.ParseItem();
        if (JsonText.Member(item.RootElement, "image_id") is not null) return AnnotationFormat.Coco;
        return JsonText.Member(item.RootElement, "data") is not null ? AnnotationFormat.LabelStudio : null;
    }

    private static AnnotationFormat? OfXml(AnnotationContent content)
    {
        var isRead = false;
        var root = XmlContent.Read(content, xml =>
        {
            if (isRead) return null;
            isRead = true;
            return xml.MoveToContent() == XmlNodeType.Element ? xml.LocalName : "";
        }).FirstOrDefault();
        return root switch
        {
            "annotation" => AnnotationFormat.PascalVoc,
            "annotations" => AnnotationFormat.Cvat,
            _ => null,
        };
    }

    private static AnnotationFormat? OfText(AnnotationContent content)
    {
        var header = new CsvRows(content).Read().Select(row => CsvHeader.Of(row.Fields)).FirstOrDefault();
        return header is not null && (header.IsRows || header.IsTable || header.IsBare) ? AnnotationFormat.Csv : null;
    }
}
