using System;
using System.Text.Json;
using CustomLabels.CliInput;

namespace CustomLabels.Journal;

/// <summary>Reads lines: members in any order, unknown ones passed over, and null as good as absent.</summary>
/// <remarks>Throws <see cref="JsonException"/>, <see cref="FormatException"/> or <see cref="InvalidOperationException"/> where a line is not one.</remarks>
internal static class JournalJson
{
    /// <summary>The line's type; empty where it has none.</summary>
    public static string Type(ReadOnlySpan<byte> line)
    {
        var type = "";
        var json = Object(line);
        while (NextMember(ref json) is { } name)
        {
            if (name == "Type") type = json.GetString()!;
            else json.Skip();
        }

        // Something behind the object is an error of the reader's.
        json.Read();
        return type;
    }

    /// <summary>The format's version that a header says; null where it says none.</summary>
    public static (int? FormatVersion, string? ModuleVersion) Header(ReadOnlySpan<byte> line)
    {
        int? version = null;
        string? module = null;
        var json = Object(line);
        while (NextMember(ref json) is { } name)
        {
            switch (name)
            {
                case "FormatVersion": version = json.GetInt32(); break;
                case "ModuleVersion": module = json.GetString(); break;
                default: json.Skip(); break;
            }
        }

        return (version, module);
    }

    /// <summary>The run that a line tells of.</summary>
    public static JournalRun Run(ReadOnlySpan<byte> line)
    {
        var run = new JournalRun(default, 0, "", "");
        var json = Object(line);
        while (NextMember(ref json) is { } name)
        {
            switch (name)
            {
                case nameof(JournalRun.Started): run = run with { Started = json.GetDateTime() }; break;
                case nameof(JournalRun.ProcessId): run = run with { ProcessId = json.GetInt32() }; break;
                case nameof(JournalRun.MachineName): run = run with { MachineName = json.GetString()! }; break;
                case nameof(JournalRun.UserName): run = run with { UserName = json.GetString()! }; break;
                default: json.Skip(); break;
            }
        }

        return run;
    }

    /// <summary>The image that a line tells of. Its labels are a part of the line's own bytes.</summary>
    public static JournalImage Image(ReadOnlyMemory<byte> line)
    {
        var image = new JournalImage();
        var hasSource = false;
        var json = Object(line.Span);
        while (NextMember(ref json) is { } name)
        {
            switch (name)
            {
                case nameof(image.Source):
                    image.Source = Source(ref json);
                    hasSource = true;
                    break;
                case nameof(image.Sha256): image.Sha256 = json.GetString(); break;
                case nameof(image.Length): image.Length = json.GetInt64(); break;
                case nameof(image.LastWriteTimeUtc): image.LastWriteTimeUtc = json.GetDateTime(); break;
                case nameof(image.ProjectVersionArn): image.ProjectVersionArn = json.GetString()!; break;
                case nameof(image.MinConfidence): image.MinConfidence = json.GetDouble(); break;
                case nameof(image.MaxResults): image.MaxResults = json.GetInt32(); break;
                case nameof(image.Tag): image.Tag = JournalTag.Read(ref json); break;
                case "CustomLabels": image.Labels = Raw(ref json, line); break;
                case nameof(image.Error): image.Error = Error(ref json); break;
                case nameof(image.ImageFormat): image.ImageFormat = Named<ImageFormat>(json.GetString()!); break;
                case nameof(image.ImageWidth): image.ImageWidth = json.GetInt32(); break;
                case nameof(image.ImageHeight): image.ImageHeight = json.GetInt32(); break;
                case nameof(image.ExifOrientation): image.ExifOrientation = json.GetInt32(); break;
                case "ExifHandling": image.IgnoresOrientation = json.GetString() == "Ignore"; break;
                case nameof(image.RequestId): image.RequestId = json.GetString(); break;
                case nameof(image.Attempts): image.Attempts = json.GetInt32(); break;
                case "DurationMs": image.Duration = TimeSpan.FromTicks((long)Math.Round(json.GetDouble() * TimeSpan.TicksPerMillisecond)); break;
                case nameof(image.Timestamp): image.Timestamp = json.GetDateTime(); break;
                default: json.Skip(); break;
            }
        }

        if (!hasSource) throw new FormatException("an image without a Source");
        if (image.Error is null && image.Labels.IsEmpty) throw new FormatException("an image without CustomLabels and without an Error");
        return image;
    }

    private static JournalSource Source(ref Utf8JsonReader json)
    {
        var source = new JournalSource(LiteralPath: null, Bucket: null, Key: null, VersionId: null, ETag: null, Name: null);
        Enter(ref json);
        while (NextMember(ref json) is { } name)
        {
            switch (name)
            {
                case nameof(source.LiteralPath): source = source with { LiteralPath = json.GetString() }; break;
                case nameof(source.Bucket): source = source with { Bucket = json.GetString() }; break;
                case nameof(source.Key): source = source with { Key = json.GetString() }; break;
                case nameof(source.VersionId): source = source with { VersionId = json.GetString() }; break;
                case nameof(source.ETag): source = source with { ETag = json.GetString() }; break;
                case nameof(source.Name): source = source with { Name = json.GetString() }; break;
                default: json.Skip(); break;
            }
        }

        return source.Bucket is null == source.Key is null ? source : throw new FormatException("a Source with half of Bucket and Key");
    }

    private static DetectionError Error(ref Utf8JsonReader json)
    {
        var error = new DetectionError(default, "", "");
        ErrorId? id = null;
        Enter(ref json);
        while (NextMember(ref json) is { } name)
        {
            switch (name)
            {
                case nameof(error.Id): id = Named<ErrorId>(json.GetString()!); break;
                case nameof(error.Code): error = error with { Code = json.GetString() }; break;
                case nameof(error.Message): error = error with { Message = json.GetString()! }; break;
                case nameof(error.RecommendedAction): error = error with { RecommendedAction = json.GetString()! }; break;
                case nameof(error.Scope): error = error with { Scope = Named<ErrorScope>(json.GetString()!) }; break;
                default: json.Skip(); break;
            }
        }

        return error with { Id = id ?? throw new FormatException("an Error without an Id") };
    }

    private static T Named<T>(string name)
        where T : struct, Enum =>
        Enum.TryParse<T>(name, out var value) ? value : throw new FormatException($"the {typeof(T).Name} '{InputValue.Shown(name)}', which this version doesn't know");

    private static ReadOnlyMemory<byte> Raw(ref Utf8JsonReader json, ReadOnlyMemory<byte> line)
    {
        var start = (int)json.TokenStartIndex;
        json.Skip();
        return line.Slice(start, (int)json.BytesConsumed - start);
    }

    private static Utf8JsonReader Object(ReadOnlySpan<byte> line)
    {
        var json = new Utf8JsonReader(line);
        json.Read();
        Enter(ref json);
        return json;
    }

    private static void Enter(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject) throw new FormatException($"a JSON {json.TokenType} where an object belongs");
    }

    /// <summary>Goes to the next member's value; null at the object's end.</summary>
    private static string? NextMember(ref Utf8JsonReader json)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            json.Read();
            // An answer without labels is null, and an answer.
            if (json.TokenType != JsonTokenType.Null || name == "CustomLabels") return name;
        }

        return null;
    }
}
