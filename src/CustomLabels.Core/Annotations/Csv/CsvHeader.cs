using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Annotations.Content;

namespace CustomLabels.Annotations.Csv;

/// <summary>What the columns of a CSV file are, by the names that tools give them.</summary>
internal sealed class CsvHeader
{
    private static readonly Dictionary<string, string> Meanings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["filename"] = "image", ["file_name"] = "image", ["image"] = "image", ["imageid"] = "image", ["image_id"] = "image", ["image_path"] = "image", ["filepath"] = "image", ["path"] = "image",
        ["class"] = "label", ["label"] = "label", ["labelname"] = "label", ["class_name"] = "label", ["category"] = "label",
        ["xmin"] = "xmin", ["x_min"] = "xmin", ["boxxmin"] = "xmin", ["ymin"] = "ymin", ["y_min"] = "ymin", ["boxymin"] = "ymin",
        ["xmax"] = "xmax", ["x_max"] = "xmax", ["boxxmax"] = "xmax", ["ymax"] = "ymax", ["y_max"] = "ymax", ["boxymax"] = "ymax",
        ["width"] = "width", ["image_width"] = "width", ["imagewidth"] = "width", ["height"] = "height", ["image_height"] = "height", ["imageheight"] = "height",
        ["confidence"] = "confidence", ["score"] = "confidence",
    };

    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    private CsvHeader(string[] fields)
    {
        Fields = fields.Select(field => field.Trim()).ToArray();
        for (var i = 0; i < Fields.Count; i++)
        {
            if (Meanings.TryGetValue(Fields[i], out var meaning) && !_columns.ContainsKey(meaning)) _columns.Add(meaning, i);
        }
    }

    /// <summary>The first row's fields.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>Whether each row is a label, and there are the columns of one.</summary>
    public bool IsRows => _columns.ContainsKey("image") && _columns.ContainsKey("label");

    /// <summary>Whether each row is an image, and each other column a label that is 0 or 1.</summary>
    public bool IsTable => !IsRows && _columns.Count == 1 && _columns.TryGetValue("image", out var image) && image == 0 && Fields.Count > 1;

    /// <summary>Whether there is no header: an image and its labels in each row, as AWS's script for manifests reads them.</summary>
    public bool IsBare => !IsRows && !IsTable && ImageFiles.IsImage(Fields[0]) && Fields.Count > 1;

    /// <summary>Whether edges are parts of the image's width and height, as in Open Images.</summary>
    public bool IsRatios => _columns.TryGetValue("image", out var image) && Fields[image].Equals("ImageID", StringComparison.OrdinalIgnoreCase);

    /// <summary>Takes the first row of a file.</summary>
    public static CsvHeader Of(string[] fields) => new(fields);

    /// <summary>A field of a row by its column's meaning; empty where there is none.</summary>
    public string Field(string[] row, string meaning) => _columns.TryGetValue(meaning, out var column) && column < row.Length ? row[column] : "";
}
