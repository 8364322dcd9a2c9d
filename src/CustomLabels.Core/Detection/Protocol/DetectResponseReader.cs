using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;

namespace CustomLabels.Detection.Protocol;

/// <summary>Reads DetectCustomLabels answers.</summary>
/// <remarks>
/// As the protocol asks of clients (Smithy, AWS JSON 1.1): unknown members are ignored, a null member is an absent one, and numbers that
/// JSON can't hold come as the texts NaN, Infinity and -Infinity.
/// </remarks>
internal static class DetectResponseReader
{
    /// <summary>Reads the labels out of a successful answer.</summary>
    /// <param name="body">The whole body.</param>
    /// <returns>The labels in the service's order, with the service's members only. They keep the body: its bytes must not change.</returns>
    /// <exception cref="FormatException">The body is not a DetectCustomLabels answer.</exception>
    public static CustomLabelCollection Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var labels = new List<CustomLabel>();
            foreach (var label in Items(document.RootElement, "CustomLabels")) labels.Add(ReadLabel(label));
            return new CustomLabelCollection(labels) { Answer = body };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // InvalidOperationException is JsonElement's word for a member of another kind than was asked for.
            throw new FormatException("The answer is not what DetectCustomLabels answers: " + exception.Message, exception);
        }
    }

    private static CustomLabel ReadLabel(JsonElement label) => new()
    {
        Name = Member(label, "Name") is { } name ? name.GetString() ?? "" : "",
        Confidence = Number(label, "Confidence"),
        Geometry = Member(label, "Geometry") is { } geometry ? ReadGeometry(geometry) : null,
    };

    private static Geometry ReadGeometry(JsonElement geometry)
    {
        var polygon = new List<Point>();
        foreach (var point in Items(geometry, "Polygon")) polygon.Add(new Point(Number(point, "X"), Number(point, "Y")));
        var box = Member(geometry, "BoundingBox") is { } b
            ? new BoundingBox(Number(b, "Left"), Number(b, "Top"), Number(b, "Width"), Number(b, "Height"))
            : null;
        return new Geometry(box, polygon);
    }

    private static JsonElement? Member(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;

    private static JsonElement.ArrayEnumerator Items(JsonElement parent, string name) =>
        Member(parent, name) is { } list ? list.EnumerateArray() : default;

    private static double Number(JsonElement parent, string name) => Member(parent, name) switch
    {
        null => 0,
        { ValueKind: JsonValueKind.String } text => Special(text.GetString()),
        { } number => number.GetDouble(),
    };

    private static double Special(string? text) => text switch
    {
        "NaN" => double.NaN,
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        _ => throw new FormatException(string.Format(CultureInfo.InvariantCulture, "The answer has the text '{0}' where a number belongs.", text)),
    };
}
