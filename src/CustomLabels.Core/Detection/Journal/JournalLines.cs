using System;
using System.Globalization;
using System.IO;
using System.Text.Encodings.Web;
using System.Text.Json;
using CustomLabels.Arns;
using CustomLabels.Images;

namespace CustomLabels.Detection.Journal;

/// <summary>Writes the lines of a journal, each with its line end. Members that have no value are left out.</summary>
internal static class JournalLines
{
    /// <summary>The version of the format that is written. Version 1 is read, and continued as this one.</summary>
    /// <remarks>Version 1 had the request's members on the line itself, and of an answer the value of CustomLabels alone.</remarks>
    public const int FormatVersion = 2;

    // For people and jq, not for HTML: names stay readable.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The first line.</summary>
    public static byte[] Header() => Line("Header", static json =>
    {
        json.WriteNumber("FormatVersion", FormatVersion);
        json.WriteString("ModuleVersion", ModuleVersion.Text);
    });

    /// <summary>The line that a run begins with.</summary>
    public static byte[] Run(JournalRun run) => Line("Run", json =>
    {
        json.WriteString("Started", run.Started);
        json.WriteNumber("ProcessId", run.ProcessId);
        json.WriteString("MachineName", run.MachineName);
        json.WriteString("UserName", run.UserName);
        json.WriteString("ModuleVersion", ModuleVersion.Text);
    });

    /// <summary>The line of a finished image.</summary>
    public static byte[] Image(JournalImage image) => Line("Image", json =>
    {
        Source(json, image.Source);
        Text(json, "Sha256", image.Sha256);
        if (image.Length is { } length) json.WriteNumber("Length", length);
        if (image.LastWriteTimeUtc is { } written) json.WriteString("LastWriteTimeUtc", written);
        Request(json, image.Request);
        if (image.Tag is { } tag)
        {
            json.WritePropertyName("Tag");
            JournalTag.Write(json, tag);
        }

        if (image.Error is { } error)
        {
            Error(json, error);
        }
        else
        {
            json.WritePropertyName("Answer");
            json.WriteRawValue(image.Answer.Span, skipInputValidation: true);
        }

        if (image.ImageFormat is { } format) json.WriteString("ImageFormat", format.ToString());
        Number(json, "ImageWidth", image.ImageWidth);
        Number(json, "ImageHeight", image.ImageHeight);
        Number(json, "ExifOrientation", image.ExifOrientation);
        if (image.IgnoresOrientation) json.WriteString("ExifHandling", "Ignore");
        if (image.Sent is { } sent) JournalSent.Write(json, sent);
        Text(json, "RequestId", image.RequestId);
        json.WriteNumber("Attempts", image.Attempts);
        Number(json, "DurationMs", image.Duration.TotalMilliseconds);
        json.WriteString("Timestamp", image.Timestamp);
    });

    /// <summary>A number that JSON can hold, in the digits that read back as the same.</summary>
    public static string Number(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        // .NET Framework's R loses the last bit of some numbers.
        return double.Parse(text, CultureInfo.InvariantCulture).Equals(value) ? text : value.ToString("G17", CultureInfo.InvariantCulture);
    }

    private static void Source(Utf8JsonWriter json, ImageIdentity source)
    {
        json.WriteStartObject("Source");
        Text(json, "LiteralPath", source.LiteralPath);
        Text(json, "Bucket", source.Bucket);
        Text(json, "Key", source.Key);
        Text(json, "VersionId", source.VersionId);
        Text(json, "ETag", source.ETag);
        if (!source.HasPlace) json.WriteString("Name", source.Name);
        json.WriteEndObject();
    }

    private static void Request(Utf8JsonWriter json, JournalRequest request)
    {
        json.WriteStartObject("Request");
        json.WriteString("ProjectVersionArn", request.ProjectVersionArn);
        if (request.MinConfidence is { } confidence) Number(json, "MinConfidence", confidence);
        Number(json, "MaxResults", request.MaxResults);
        Text(json, "Oversized", request.Oversized);
        json.WriteEndObject();
    }

    private static void Error(Utf8JsonWriter json, CustomLabelsError error)
    {
        json.WriteStartObject("Error");
        json.WriteString("Id", error.Id.ToString());
        Text(json, "Code", error.Code);
        json.WriteString("Message", error.Message);
        json.WriteString("RecommendedAction", error.RecommendedAction);
        if (error.Scope != ErrorScope.Image) json.WriteString("Scope", error.Scope.ToString());
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }

    private static void Number(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
    }

    private static void Number(Utf8JsonWriter json, string name, double value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(Number(value), skipInputValidation: true);
    }

    private static byte[] Line(string type, Action<Utf8JsonWriter> members)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line, Options))
        {
            json.WriteStartObject();
            json.WriteString("Type", type);
            members(json);
            json.WriteEndObject();
        }

        line.WriteByte((byte)'\n');
        return line.ToArray();
    }
}
