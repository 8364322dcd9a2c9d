using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using CustomLabels.Text;

namespace CustomLabels.Detection.Protocol;

/// <summary>Writes DetectCustomLabels answers: member order as the service's.</summary>
internal static class DetectResponseWriter
{
    /// <summary>The answer's body.</summary>
    /// <param name="labels">The labels in the order to send.</param>
    public static byte[] Write(IEnumerable<CustomLabel> labels)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
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
        Write(json, "Confidence", label.Confidence);
        if (label.Geometry is { } geometry) Write(json, geometry);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Geometry geometry)
    {
        json.WriteStartObject("Geometry");
        if (geometry.BoundingBox is { } box)
        {
            json.WriteStartObject("BoundingBox");
            Write(json, "Width", box.Width);
            Write(json, "Height", box.Height);
            Write(json, "Left", box.Left);
            Write(json, "Top", box.Top);
            json.WriteEndObject();
        }

        if (geometry.Polygon.Count > 0)
        {
            json.WriteStartArray("Polygon");
            foreach (var point in geometry.Polygon)
            {
                json.WriteStartObject();
                Write(json, "X", point.X);
                Write(json, "Y", point.Y);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    // As the service: a whole number has a fraction too (100.0 in the AWS CLI's examples for Rekognition), and what JSON can't hold is a text.
    private static void Write(Utf8JsonWriter json, string name, double value)
    {
        json.WritePropertyName(name);
        if (double.IsNaN(value)) json.WriteStringValue("NaN");
        else if (double.IsInfinity(value)) json.WriteStringValue(value > 0 ? "Infinity" : "-Infinity");
        else json.WriteRawValue(FloatText.Of(value), skipInputValidation: true);
    }
}
