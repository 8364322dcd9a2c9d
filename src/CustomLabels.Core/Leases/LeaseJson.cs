using System;
using System.Globalization;
using System.IO;
using System.Text.Encodings.Web;
using System.Text.Json;
using CustomLabels.Arns;
using CustomLabels.Leases.Identity;

namespace CustomLabels.Leases;

/// <summary>A lease as a file: docs/reference/leases.md.</summary>
internal static class LeaseJson
{
    /// <summary>The version of the format that is written, and the only one that is read.</summary>
    public const int FormatVersion = 1;

    private const int LongestText = 4096;

    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The file's content. Members that have no value are left out.</summary>
    public static byte[] Write(ModelLease lease)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("FormatVersion", FormatVersion);
            json.WriteString("ModuleVersion", ModuleVersion.Text);
            json.WriteString("Id", lease.Id);
            json.WriteString("Kind", lease.Kind.ToString());
            json.WriteString("State", lease.State.ToString());
            json.WriteString("ProjectVersionArn", lease.ProjectVersionArn);
            json.WriteString("EndpointUrl", lease.EndpointUrl);
            json.WriteString("Account", lease.Account);
            json.WriteString("Region", lease.Region);
            Text(json, "ProfileName", lease.ProfileName);
            Text(json, "ProfileLocation", lease.ProfileLocation);
            json.WriteNumber("MinInferenceUnits", lease.MinInferenceUnits);
            json.WriteString("StartedAt", lease.StartedAt);
            json.WriteString("StopAt", lease.StopAt);
            if (lease.UnconfirmedSince is { } since) json.WriteString("UnconfirmedSince", since);
            Text(json, "Tag", lease.Tag);
            if (lease.ProcessId is { } process) json.WriteNumber("ProcessId", process);
            Text(json, "ProcessStart", lease.ProcessStart);
            Text(json, "MachineName", lease.MachineName);
            Text(json, "MachineId", lease.MachineId);
            Text(json, "BootId", lease.BootId);
            Text(json, "PidNamespace", lease.PidNamespace);
            Text(json, "User", lease.User);
            Text(json, "LastError", lease.LastError);
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    /// <summary>Reads a file's content.</summary>
    /// <param name="content">The content.</param>
    /// <param name="id">The id that the file's name says.</param>
    /// <exception cref="FormatException">It is no lease, one of another format, or of another id; the message ends a sentence that begins with the file.</exception>
    public static ModelLease Read(byte[] content, string id)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            return Read(document.RootElement, id);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The parser's message may show what stands in a file that is somebody's secret and no lease at all.
            throw new FormatException("it is no lease, or only a part of one.", e);
        }
    }

    private static ModelLease Read(JsonElement json, string id)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("FormatVersion", out var version) || !version.TryGetInt32(out var format)) throw new FormatException("it is no lease.");
        if (format > FormatVersion) throw LeaseErrors.Newer(format);
        if (format < 1 || Text(json, "Id") != id) throw new FormatException("it is no lease of the name that the file has.");
        var arn = ProjectVersionArn.TryParse(Text(json, "ProjectVersionArn")) ?? throw Bad("ProjectVersionArn");
        var lease = new ModelLease(id, new LeasePlace(Endpoint(json), arn))
        {
            Kind = Word<LeaseKind>(json, "Kind"),
            State = Word<LeaseState>(json, "State"),
            ProfileName = Text(json, "ProfileName"),
            ProfileLocation = Text(json, "ProfileLocation"),
            MinInferenceUnits = Number(json, "MinInferenceUnits") ?? throw Bad("MinInferenceUnits"),
            StartedAt = Time(json, "StartedAt") ?? throw Bad("StartedAt"),
            StopAt = Time(json, "StopAt") ?? throw Bad("StopAt"),
            UnconfirmedSince = Time(json, "UnconfirmedSince"),
            Tag = Text(json, "Tag"),
            ProcessId = Number(json, "ProcessId"),
            ProcessStart = Text(json, "ProcessStart"),
            MachineName = Text(json, "MachineName"),
            Host = new HostIdentity(Text(json, "MachineId"), Text(json, "BootId"), Text(json, "PidNamespace"), Text(json, "User")),
            LastError = Text(json, "LastError"),
        };
        // They stand there for whoever reads the file; what counts is the ARN.
        if (Text(json, "Account") != lease.Account) throw Bad("Account");
        return Text(json, "Region") == lease.Region ? lease : throw Bad("Region");
    }

    private static string Endpoint(JsonElement json) =>
        Uri.TryCreate(Text(json, "EndpointUrl"), UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp) ? url.AbsoluteUri : throw Bad("EndpointUrl");

    private static T Word<T>(JsonElement json, string name)
        where T : struct, Enum => Enum.TryParse<T>(Text(json, name), out var word) && word.ToString() == Text(json, name) ? word : throw Bad(name);

    private static string? Text(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var member) || member.ValueKind == JsonValueKind.Null) return null;
        return member.GetString() is { Length: > 0 and <= LongestText } text ? text : throw Bad(name);
    }

    private static int? Number(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var member)) return null;
        return member.TryGetInt32(out var number) && number > 0 ? number : throw Bad(name);
    }

    private static DateTime? Time(JsonElement json, string name)
    {
        if (Text(json, name) is not { } text) return null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.UtcDateTime : throw Bad(name);
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) json.WriteString(name, value);
    }

    private static FormatException Bad(string member) => new($"its {member} is missing or is not one.");
}
