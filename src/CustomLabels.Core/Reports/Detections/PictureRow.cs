using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;
using CustomLabels.Images;
using CustomLabels.Reports.Page;

namespace CustomLabels.Reports.Detections;

/// <summary>Writes a picture as the page's script reads it: members of one letter, because there are thousands of them. detections-rows.js says what each is.</summary>
/// <param name="labels">The report's labels.</param>
internal sealed class PictureRow(LabelFindings labels)
{
    // Text of all rows is in the page at once.
    private const int MostTag = 200;

    /// <summary>A picture's row, as one line.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="preview">What it looks like.</param>
    /// <param name="truth">What people say of it; null where nothing is known.</param>
    /// <param name="model">The number of its model version; null for none.</param>
    public string Of(ReportPicture picture, Preview preview, IReadOnlyList<ReportLabel>? truth, int? model) => PageJson.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("n", VisibleText.Of(picture.Name));
        WritePlace(json, picture);
        WriteSize(json, picture, preview);
        if (model is { } number) json.WriteNumber("m", number);
        if (picture.Tag is { } tag && VisibleText.Cut(VisibleText.Of(System.Convert.ToString(tag, CultureInfo.InvariantCulture)), MostTag) is { Length: > 0 } text) json.WriteString("g", text);
        if (picture.Result is { } result) WriteResult(json, result);
        if (picture.Error is { } error) WriteError(json, error);
        WriteLabels(json, "l", picture.Labels);
        if (truth is not null) WriteLabels(json, "y", truth);
        json.WriteEndObject();
    });

    private static void WritePlace(Utf8JsonWriter json, ReportPicture picture)
    {
        if (picture.Link is { } link)
        {
            json.WriteString("p", VisibleText.Of(link.Text));
            json.WriteString("u", link.Address);
            if (!link.CanBeShown) json.WriteNumber("x", 1);
        }
        else if (picture.Bucket is not null)
        {
            json.WriteString("p", VisibleText.Of($"s3://{picture.Bucket}/{picture.Key}"));
        }
    }

    private static void WriteSize(Utf8JsonWriter json, ReportPicture picture, Preview preview)
    {
        var size = preview.Header?.DisplayedSize(applyOrientation: true);
        if ((picture.Width ?? size?.Width) is { } width && (picture.Height ?? size?.Height) is { } height)
        {
            json.WriteNumber("w", width);
            json.WriteNumber("h", height);
        }

        if (preview.Thumbnail is not null) json.WriteNumber("k", 1);
        // A browser would turn it by its eXIf; its boxes are of the picture unturned.
        if (preview.Header is { Format: ImageFormat.Png, ExifOrientation: { } orientation and > 1 }) json.WriteNumber("o", orientation);
        if (preview.Header is null && picture.LiteralPath is not null) json.WriteNumber("z", 1);
    }

    private static void WriteError(Utf8JsonWriter json, CustomLabelsError error)
    {
        json.WriteStartArray("e");
        json.WriteStringValue(error.Id.ToString());
        json.WriteStringValue(VisibleText.Whole(error.Message));
        json.WriteStringValue(VisibleText.Whole(error.RecommendedAction));
        json.WriteEndArray();
    }

    private static void WriteResult(Utf8JsonWriter json, DetectionResult result)
    {
        if (result.MinConfidence is { } asked) json.WriteNumber("c", asked);
        if (result.Timestamp != default) json.WriteString("t", result.Timestamp.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
        if (result.Duration > System.TimeSpan.Zero) json.WriteNumber("d", (long)result.Duration.TotalMilliseconds);
        if (result.RequestId is { } request) json.WriteString("r", VisibleText.Of(request));
        if (result.FromJournal) json.WriteNumber("j", 1);
    }

    private void WriteLabels(Utf8JsonWriter json, string name, IReadOnlyList<ReportLabel> list)
    {
        json.WriteStartArray(name);
        foreach (var label in list)
        {
            json.WriteStartArray();
            json.WriteNumberValue(labels.Of(label.Name).Index);
            if (label.Confidence is { } confidence) json.WriteNumberValue(confidence);
            else json.WriteNullValue();
            if (label.Box is { } box) WriteNumbers(json, box.Left, box.Top, box.Width, box.Height);
            if (label is { Box: not null, Polygon.Count: > 0 }) WritePolygon(json, label.Polygon);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WritePolygon(Utf8JsonWriter json, IReadOnlyList<Point> polygon)
    {
        json.WriteStartArray();
        foreach (var point in polygon)
        {
            json.WriteNumberValue(Shown(point.X));
            json.WriteNumberValue(Shown(point.Y));
        }

        json.WriteEndArray();
    }

    private static void WriteNumbers(Utf8JsonWriter json, params double[] numbers)
    {
        json.WriteStartArray();
        foreach (var number in numbers) json.WriteNumberValue(Shown(number));
        json.WriteEndArray();
    }

    // A hundredth of a pixel of the largest picture there is; JSON has no infinity, and nothing can be seen so far outside. A decimal has the same digits on both frameworks.
    private static decimal Shown(double ratio) => double.IsNaN(ratio) ? 0 : (decimal)Math.Round(Math.Max(-1000, Math.Min(1000, ratio)), 6);
}
