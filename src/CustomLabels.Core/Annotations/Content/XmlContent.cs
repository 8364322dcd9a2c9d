using System;
using System.Collections.Generic;
using System.IO;
using System.Xml;

namespace CustomLabels.Annotations.Content;

/// <summary>Opens XML that comes from anywhere: no document type, so no entities of its own, and nothing is fetched.</summary>
internal static class XmlContent
{
    private const int MostDepth = 64;
    private const long MostCharacters = 1L << 32;
    private const int MostText = 65536;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostCharacters,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>Reads XML, and makes every error of it one that names file and line.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="content">The file.</param>
    /// <param name="read">What reads; it is asked for one thing after the other until it gives null.</param>
    public static IEnumerable<T> Read<T>(AnnotationContent content, Func<XmlReader, T?> read)
        where T : class
    {
        using var stream = content.Open();
        // The encoding is looked for when it is made, which may fail as reading may.
        using var reader = Guard(content.Path, reader: null, () => XmlReader.Create(stream, Settings))!;
        while (Guard(content.Path, reader, () => read(reader)) is { } next) yield return next;
    }

    /// <summary>The line at which a reader is.</summary>
    public static int? LineOf(XmlReader? reader) => (reader as IXmlLineInfo)?.LineNumber;

    /// <summary>Goes to the next element that is a child of one at a depth; false when that one has ended. What is inside the children is passed over.</summary>
    /// <param name="reader">The reader, at the parent's start or at a child's end.</param>
    /// <param name="depth">The parent's depth.</param>
    public static bool NextChild(XmlReader reader, int depth)
    {
        if (reader.Depth == depth && (reader.IsEmptyElement || reader.NodeType == XmlNodeType.EndElement)) return false;
        while (reader.Read())
        {
            if (reader.Depth > MostDepth) throw new XmlException($"Elements are nested more than {MostDepth} deep.");
            if (reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth) return false;
            if (reader.NodeType == XmlNodeType.Element && reader.Depth == depth + 1) return true;
        }

        return false;
    }

    /// <summary>The text of the element at which the reader is, which has nothing but text; the reader is then at its end.</summary>
    public static string Text(XmlReader reader)
    {
        if (reader.IsEmptyElement) return "";
        var depth = reader.Depth;
        var text = "";
        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth))
        {
            if (reader.Depth > MostDepth) throw new XmlException($"Elements are nested more than {MostDepth} deep.");
            if (reader.Depth == depth + 1 && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace) text += reader.Value;
            if (text.Length > MostText) throw new XmlException($"A text has over {MostText} characters.");
        }

        return text;
    }

    private static T? Guard<T>(string file, XmlReader? reader, Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (XmlException e)
        {
            throw AnnotationErrors.InvalidAt(file, e.LineNumber > 0 ? e.LineNumber : LineOf(reader), e.Message);
        }
        catch (IOException e)
        {
            throw new CustomLabelsException(AnnotationErrors.Unreadable(file, e.Message), e);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // Bytes that are not of the encoding that the file declares.
            throw AnnotationErrors.InvalidAt(file, LineOf(reader), e.Message);
        }
    }
}
