using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Annotations.Content;

namespace CustomLabels.Annotations.Csv;

/// <summary>Reads CSV: a row a label with edges in pixels (TensorFlow's, VoTT's and this module's columns) or as ratios (Open Images), a row an image with a column a label, or without a header an image and its labels.</summary>
internal sealed class CsvReader : IAnnotationReader
{
    /// <inheritdoc/>
    public AnnotationFormat Format => AnnotationFormat.Csv;

    /// <inheritdoc/>
    public IEnumerable<ImageAnnotation> Read(AnnotationInput input)
    {
        using var rows = new CsvRows(input.Content).Read().GetEnumerator();
        if (!rows.MoveNext()) throw AnnotationErrors.InvalidAt(input.Content.Path, line: null, "It is empty");
        var header = CsvHeader.Of(rows.Current.Fields);
        if (!header.IsRows && !header.IsTable && !header.IsBare)
            throw AnnotationErrors.InvalidAt(input.Content.Path, rows.Current.Line, "The first row has no columns for an image and a label, such as filename and class");
        var reader = new CsvRowReader(input, header);
        foreach (var image in ByImage(input, header, rows))
        {
            if (reader.Read(image) is { } annotation) yield return annotation;
        }
    }

    // All rows are held: those of an image may be anywhere.
    private static List<CsvImage> ByImage(AnnotationInput input, CsvHeader header, IEnumerator<(string[] Fields, int Line)> rows)
    {
        var images = new List<CsvImage>();
        var byName = new Dictionary<string, CsvImage>(StringComparer.Ordinal);
        for (var isLeft = header.IsBare || rows.MoveNext(); isLeft; isLeft = rows.MoveNext())
        {
            var (fields, line) = rows.Current;
            var name = ImageAnnotationBuilder.Checked(input, header.IsBare ? fields[0] : header.Field(fields, "image"), line, "The name of an image");
            if (!byName.TryGetValue(name, out var image))
            {
                byName.Add(name, image = new CsvImage(name, line, []));
                images.Add(image);
            }

            image.Rows.Add((fields, line));
        }

        return images;
    }
}
