using System.Linq;
using CustomLabels.Annotations.Content;

namespace CustomLabels.Annotations.Csv;

/// <summary>Makes an image of its rows.</summary>
/// <param name="input">What is read.</param>
/// <param name="header">What the columns are.</param>
internal sealed class CsvRowReader(AnnotationInput input, CsvHeader header)
{
    private static readonly string[] Edges = ["xmin", "ymin", "xmax", "ymax"];
    private bool _isCommaReported;

    /// <summary>The image; null for one that is left out.</summary>
    public ImageAnnotation? Read(CsvImage rows)
    {
        var image = new ImageAnnotationBuilder(input, rows.Name, rows.Line);
        var first = rows.Rows[0].Fields;
        image.Locate(Pixels(first, "width", rows.Line), Pixels(first, "height", rows.Line), input.Content.Folder);
        foreach (var (fields, line) in rows.Rows)
        {
            if (header.IsRows)
            {
                if (!AddRow(image, fields, line)) return null;
            }
            else if (header.IsTable)
            {
                AddTable(image, fields, line);
            }
            else
            {
                foreach (var label in fields.Skip(1).Where(label => label.Trim().Length > 0)) image.Add(label);
            }
        }

        return image.Build();
    }

    private bool AddRow(ImageAnnotationBuilder image, string[] fields, int line)
    {
        var label = header.Field(fields, "label");
        var edges = Edges.Select(edge => header.Field(fields, edge)).ToArray();
        var isWhole = edges.All(edge => edge.Trim().Length == 0);
        // A row without a label says that the image has none.
        if (label.Length == 0 && isWhole) return true;
        var score = header.Field(fields, "confidence") is { } text && text.Trim().Length > 0 ? Number(text, line) : (double?)null;
        if (score is not (null or (>= 0 and <= 1))) throw Bad(line, $"The confidence is {score} and may be 0 to 1");
        if (isWhole && header.IsRatios && score == 0)
        {
            image.Report(AnnotationChangeCode.LabelDenied, $"'{VisibleText.Of(label)}' has the confidence 0: Open Images says by it that the label is not on the image; it is left out.");
            return true;
        }

        var confidence = score is { } known ? NumberText.Percent(known) : (double?)null;
        if (isWhole)
        {
            image.Add(label, confidence);
            return true;
        }

        var (left, top, right, bottom) = (Number(edges[0], line), Number(edges[1], line), Number(edges[2], line), Number(edges[3], line));
        if (header.IsRatios)
        {
            image.AddRatios(label, left, top, right - left, bottom - top, confidence);
            return true;
        }

        if (image.Frame is null)
        {
            image.Report(AnnotationChangeCode.ImageSizeMissing, "Its size is not in the file, and no image is there; it is left out. Give -ImageRoot.");
            return false;
        }

        image.AddPixels(label, left, top, right - left, bottom - top, confidence);
        return true;
    }

    private void AddTable(ImageAnnotationBuilder image, string[] fields, int line)
    {
        for (var i = 1; i < header.Fields.Count; i++)
        {
            var mark = i < fields.Length ? fields[i].Trim() : "";
            if (mark == "1") image.Add(header.Fields[i]);
            else if (mark is not ("0" or "")) throw Bad(line, $"The column '{VisibleText.Of(header.Fields[i])}' has '{VisibleText.Of(mark)}'; where each column is a label, it is 0 or 1");
        }
    }

    private int? Pixels(string[] fields, string meaning, int line) => header.Field(fields, meaning).Trim() is { Length: > 0 } text ? NumberText.Pixels(Number(text, line)) : null;

    private double Number(string text, int line)
    {
        if (NumberText.Read(text) is { } number) return number;
        // A spreadsheet of a country that writes 0,5.
        if (text.Contains(',') && NumberText.Read(text.Replace(',', '.')) is { } converted)
        {
            if (!_isCommaReported) input.Report.Add(AnnotationChangeCode.DecimalComma, input.SourceAt(line), image: null, $"Numbers have a comma, such as {VisibleText.Of(text)}; it is taken for the decimal separator.");
            _isCommaReported = true;
            return converted;
        }

        throw Bad(line, $"'{VisibleText.Of(text)}' is no number");
    }

    private CustomLabelsException Bad(int line, string problem) => AnnotationErrors.InvalidAt(input.Content.Path, line, problem);
}
