using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using CustomLabels.Arns;
using CustomLabels.Images;

namespace CustomLabels.Detection.Journal;

/// <summary>Reads lines: members in any order, unknown ones passed over, and null as good as absent.</summary>
/// <remarks>Throws <see cref="JsonException"/>, <see cref="FormatException"/> or <see cref="InvalidOperationException"/> where a line is not one.</remarks>
internal static class JournalJson
{
    private const string Labels = "CustomLabels";

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

    /// <summary>What a header says; null where it says none.</summary>
    /// <returns>The format's version, where on the line it stands, and the module that began the file.</returns>
    public static (int? FormatVersion, int VersionOffset, string? ModuleVersion) Header(ReadOnlySpan<byte> line)
    {
        int? version = null;
        var offset = 0;
        string? module = null;
        var json = Object(line);
        while (NextMember(ref json) is { } name)
        {
            switch (name)
            {
                case "FormatVersion":
                    version = json.GetInt32();
                    offset = (int)json.TokenStartIndex;
                    break;
                case "ModuleVersion": module = json.GetString(); break;
                default: json.Skip(); break;
            }
        }

        return (version, offset, module);
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

    /// <summary>The image that a line tells of. Its answer is a part of the line's own bytes.</summary>
    public static JournalImage Image(ReadOnlyMemory<byte> line)
    {
        var image = new JournalImage();
        var hasSource = false;
        var sourceOthers = "";
        var json = Object(line.Span);
        while (NextMember(ref json) is { } name)
        {
            switch (name)
            {
                case nameof(image.Source):
                    (image.Source, sourceOthers) = Source(ref json, line);
                    hasSource = true;
                    break;
                case nameof(image.Sha256): image.Sha256 = json.GetString(); break;
                case nameof(image.Length): image.Length = json.GetInt64(); break;
                case nameof(image.LastWriteTimeUtc): image.LastWriteTimeUtc = json.GetDateTime(); break;
                case nameof(image.Request): image.Request = Request(ref json, line); break;
                // Until format version 2 the request was not a value of its own.
                case nameof(JournalRequest.ProjectVersionArn): image.Request = image.Request with { ProjectVersionArn = json.GetString()! }; break;
                case nameof(JournalRequest.MinConfidence): image.Request = image.Request with { MinConfidence = json.GetDouble() }; break;
                case nameof(JournalRequest.MaxResults): image.Request = image.Request with { MaxResults = json.GetInt32() }; break;
                case nameof(image.Tag): image.Tag = JournalTag.Read(ref json); break;
                case nameof(image.Answer): image.Answer = Raw(ref json, line); break;
                // Nor was the answer kept whole.
                case Labels: image.Answer = JournalAnswer.Of(Raw(ref json, line)); break;
                case nameof(image.Error): image.Error = Error(ref json); break;
                case nameof(image.ImageFormat): image.ImageFormat = Known<ImageFormat>(json.GetString()); break;
                case nameof(image.ImageWidth): image.ImageWidth = json.GetInt32(); break;
                case nameof(image.ImageHeight): image.ImageHeight = json.GetInt32(); break;
                case nameof(image.ExifOrientation): image.ExifOrientation = json.GetInt32(); break;
                case "ExifHandling": image.IgnoresOrientation = json.GetString() == "Ignore"; break;
                case nameof(image.Sent): image.Sent = JournalSent.Read(ref json); break;
                case nameof(image.RequestId): image.RequestId = json.GetString(); break;
                case nameof(image.Attempts): image.Attempts = json.GetInt32(); break;
                case "DurationMs": image.Duration = TimeSpan.FromTicks((long)Math.Round(json.GetDouble() * TimeSpan.TicksPerMillisecond)); break;
                case nameof(image.Timestamp): image.Timestamp = json.GetDateTime(); break;
                default: json.Skip(); break;
            }
        }

        if (!hasSource) throw new FormatException("an image without a Source");
        if (image.Error is null && image.Answer.IsEmpty) throw new FormatException("an image without an Answer and without an Error");
        if (sourceOthers.Length > 0) image.Request = image.Request with { Others = $"{image.Request.Others};{sourceOthers}" };
        return image;
    }

    private static (ImageIdentity Source, string Others) Source(ref Utf8JsonReader json, ReadOnlyMemory<byte> line)
    {
        string? path = null, bucket = null, key = null, version = null, etag = null, text = null;
        var others = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Enter(ref json);
        while (NextMember(ref json) is { } name)
        {
            switch (name)
            {
                case nameof(ImageIdentity.LiteralPath): path = json.GetString(); break;
                case nameof(ImageIdentity.Bucket): bucket = json.GetString(); break;
                case nameof(ImageIdentity.Key): key = json.GetString(); break;
                case nameof(ImageIdentity.VersionId): version = json.GetString(); break;
                case nameof(ImageIdentity.ETag): etag = json.GetString(); break;
                case nameof(ImageIdentity.Name): text = json.GetString(); break;
                default: others[name] = Text(Raw(ref json, line)); break;
            }
        }

        if (bucket is null != key is null) throw new FormatException("a Source with half of Bucket and Key");
        return (path is not null ? ImageIdentity.OfFile(path) : bucket is not null ? ImageIdentity.OfS3(bucket, key!, version, etag) : ImageIdentity.OfName(text ?? ""), OneText(others));
    }

    private static JournalRequest Request(ref Utf8JsonReader json, ReadOnlyMemory<byte> line)
    {
        var request = new JournalRequest("", MinConfidence: null, MaxResults: null);
        var others = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Enter(ref json);
        while (NextMember(ref json) is { } name)
        {
            switch (name)
            {
                case nameof(request.ProjectVersionArn): request = request with { ProjectVersionArn = json.GetString()! }; break;
                case nameof(request.MinConfidence): request = request with { MinConfidence = json.GetDouble() }; break;
                case nameof(request.Oversized) when json.TokenType == JsonTokenType.String: request = request with { Oversized = json.GetString() }; break;
                case nameof(request.MaxResults): request = request with { MaxResults = json.GetInt32() }; break;
                default: others[name] = Text(Raw(ref json, line)); break;
            }
        }

        return request with { Others = OneText(others) };
    }

    private static string Text(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.ToArray());

    private static string OneText(SortedDictionary<string, string> members) => string.Join(",", members.Select(member => $"{member.Key}:{member.Value}"));

    private static CustomLabelsError Error(ref Utf8JsonReader json)
    {
        var error = new CustomLabelsError(default, "", "");
        ErrorId? id = null;
        Enter(ref json);
        while (NextMember(ref json) is { } name)
        {
            switch (name)
            {
                case nameof(error.Id):
                    id = Known<ErrorId>(json.GetString()) ?? ErrorId.RequestInvalid;
                    // What a later module's error means is not known here: the image is tried again, whatever is asked for.
                    if (id.ToString() != json.GetString()) error = error with { Scope = ErrorScope.Run };
                    break;
                case nameof(error.Code): error = error with { Code = json.GetString() }; break;
                case nameof(error.Message): error = error with { Message = json.GetString()! }; break;
                case nameof(error.RecommendedAction): error = error with { RecommendedAction = json.GetString()! }; break;
                case nameof(error.Scope): error = error with { Scope = Known<ErrorScope>(json.GetString()) ?? ErrorScope.Run }; break;
                default: json.Skip(); break;
            }
        }

        return error with { Id = id ?? throw new FormatException("an Error without an Id") };
    }

    /// <summary>What a name means; null where only a later module knows it.</summary>
    private static T? Known<T>(string? name)
        where T : struct, Enum => Enum.TryParse<T>(name, out var value) ? value : null;

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

    internal static void Enter(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject) throw new FormatException($"a JSON {json.TokenType} where an object belongs");
    }

    /// <summary>Goes to the next member's value; null at the object's end.</summary>
    internal static string? NextMember(ref Utf8JsonReader json)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            json.Read();
            // An answer without labels is null, and an answer.
            if (json.TokenType != JsonTokenType.Null || name == Labels) return name;
        }

        return null;
    }
}
