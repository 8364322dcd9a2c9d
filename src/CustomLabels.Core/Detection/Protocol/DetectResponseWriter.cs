using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using CustomLabels.Api.Protocol;

namespace CustomLabels.Detection.Protocol;

/// <summary>Writes DetectCustomLabels answers: member order as the service's.</summary>
internal static class DetectResponseWriter
{
    /// <summary>The answer's body.</summary>
    /// <param name="labels">The labels in the order to send.</param>
    public static byte[] Write(IEnumerable<CustomLabel> labels)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonMemberWriter.AsTheService))
        {
            json.WriteStartObject();
            json.WriteStartArray("CustomLabels");
            foreach (var label in labels) Write(json, label);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static void Write(Utf8JsonWriter json, CustomLabel label)
    {
        json.WriteStartObject();
        json.WriteString("Name", label.Name);
        json.Float("Confidence", label.Confidence);
        if (label.Geometry is { } geometry) Write(json, geometry);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Geometry geometry)
    {
        json.WriteStartObject("Geometry");
        if (geometry.BoundingBox is { } box)
        {
            json.WriteStartObject("BoundingBox");
            json.Float("Width", box.Width);
            json.Float("Height", box.Height);
            json.Float("Left", box.Left);
            json.Float("Top", box.Top);
            json.WriteEndObject();
        }

        if (geometry.Polygon.Count > 0)
        {
            json.WriteStartArray("Polygon");
            foreach (var point in geometry.Polygon)
            {
                json.WriteStartObject();
                json.Float("X", point.X);
                json.Float("Y", point.Y);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
