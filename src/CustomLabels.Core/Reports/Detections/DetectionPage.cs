using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using CustomLabels.Pictures;
using CustomLabels.Reports.Page;
using static System.FormattableString;

namespace CustomLabels.Reports.Detections;

/// <summary>Writes the page. What people look at first comes first: the small pictures are its last part, and it works while a browser still reads them.</summary>
/// <param name="options">How.</param>
/// <param name="run">What the run came to.</param>
/// <param name="labels">Its labels.</param>
/// <param name="truth">What people say of the pictures; null for nothing.</param>
internal sealed class DetectionPage(ReportOptions options, RunTally run, LabelFindings labels, GroundTruthIndex? truth)
{
    // So that a browser takes apart what it shows, and not everything.
    private const int RowsPerBlock = 1000;
    private const int ThumbnailsPerBlock = 50;

    private static readonly PageFrame Frame = new(
        ["detections.css"],
        ["detections-rows.js", "detections-labels.js", "detections-boxes.js", "detections-gallery.js", "detections-large.js", "detections.js"]);

    private readonly LabelColors _colors = new(new Dictionary<string, PictureColor>(StringComparer.Ordinal));

    /// <summary>Writes it.</summary>
    /// <param name="spool">Rows and small pictures.</param>
    /// <param name="files">Where to.</param>
    public void Write(ReportSpool spool, ReportOutput files)
    {
        var isInside = spool.PageBytes <= options.MostPageBytes;
        using var output = files.CreatePage();
        Frame.Begin(output, options.Title);
        new PageTemplate(PageResource.Text("detections.html")).Write(output, new Dictionary<string, Action<TextWriter>>(StringComparer.Ordinal)
        {
            ["title"] = part => part.Write(PageText.Of(options.Title)),
            ["summary"] = part => SummarySection.Write(part, run, truth),
            ["failures"] = part => FailureSection.Write(part, run),
            ["labels"] = part => LabelSection.Write(part, labels, Color, truth is not null),
        });
        PageFrame.Data(output, "meta", part => part.Write(Meta(isInside ? null : files.FolderName)));
        WriteBlocks(output, "rows", spool.Rows(), RowsPerBlock);
        Frame.Script(output);
        if (isInside) WriteBlocks(output, "thumbnails", spool.Thumbnails().Select(Text), ThumbnailsPerBlock);
        else WriteFiles(spool, files);
        PageFrame.End(output);
    }

    private static string Text(byte[]? thumbnail) => thumbnail is null ? "null" : $"\"{Convert.ToBase64String(thumbnail)}\"";

    private static void WriteFiles(ReportSpool spool, ReportOutput files)
    {
        var index = 0;
        foreach (var thumbnail in spool.Thumbnails())
        {
            if (thumbnail is not null) files.WritePicture(index, thumbnail);
            index++;
        }
    }

    private static void WriteBlocks(TextWriter output, string name, IEnumerable<string> values, int size)
    {
        using var rest = values.GetEnumerator();
        var hasMore = rest.MoveNext();
        for (var block = 0; hasMore; block++)
        {
            PageFrame.Data(output, Invariant($"{name}-{block}"), part =>
            {
                part.Write("[\n");
                for (var i = 0; i < size && hasMore; i++)
                {
                    if (i > 0) part.Write(",\n");
                    part.Write(rest.Current);
                    hasMore = rest.MoveNext();
                }

                part.Write("\n]");
            });
        }
    }

    private string Color(string label)
    {
        var color = _colors[label];
        return Invariant($"#{color.Red:x2}{color.Green:x2}{color.Blue:x2}");
    }

    private string Meta(string? folder) => PageJson.Of(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("count", run.Count);
        json.WriteNumber("thumbnailsPerBlock", ThumbnailsPerBlock);
        if (folder is not null) json.WriteString("folder", PageLink.Encoded([folder]));
        json.WriteStartArray("labels");
        foreach (var label in labels.All)
        {
            json.WriteStartArray();
            json.WriteStringValue(VisibleText.Of(label.Name));
            json.WriteStringValue(Color(label.Name));
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("models");
        foreach (var model in run.Models) json.WriteStringValue(VisibleText.Of(model));
        json.WriteEndArray();
        json.WriteEndObject();
    });
}
