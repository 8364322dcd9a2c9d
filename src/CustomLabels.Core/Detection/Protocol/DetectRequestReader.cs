using System;
using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using CustomLabels.Api.Protocol;
using CustomLabels.Api.Transport;
using CustomLabels.Arns;
using CustomLabels.Images;

namespace CustomLabels.Detection.Protocol;

/// <summary>Reads DetectCustomLabels requests as a server does: unknown members are ignored, and null is as good as absent.</summary>
/// <remarks>
/// Checks the JSON and its types, not the model's constraints. AWS doesn't document the messages of a SerializationException; these are
/// those of its JSON 1.1 services: none for text that isn't JSON, and the found and wanted type for a member of the wrong type.
/// </remarks>
internal static class DetectRequestReader
{
    private const string ListFound = "Start of list found where not expected";

    /// <summary>Reads one request.</summary>
    /// <param name="body">The whole body, UTF-8.</param>
    /// <param name="imageBuffer">Where to decode an image that fits; null, or one that is too short, allocates. A server of many large images allocates none.</param>
    /// <exception cref="ServiceException"><c>SerializationException</c>: not JSON, or a member has the wrong type.</exception>
    public static DetectRequest Read(ReadOnlySpan<byte> body, byte[]? imageBuffer = null)
    {
        try
        {
            var json = new Utf8JsonReader(body);
            json.Read();
            var request = ReadRequest(ref json, imageBuffer);
            json.Read();
            return request;
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            // In this order: not JSON, not base64, not UTF-8.
            throw SerializationErrors.Malformed();
        }
    }

    private static DetectRequest ReadRequest(ref Utf8JsonReader json, byte[]? imageBuffer)
    {
        var request = new DetectRequest();
        if (json.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray)) throw SerializationErrors.Malformed();
        ExpectStructure(ref json);
        while (NextMember(ref json, out var name))
        {
            request = name switch
            {
                "ProjectVersionArn" => request with { ProjectVersionArn = ReadString(ref json) },
                "Image" => ReadImage(ref json, request, imageBuffer),
                "MinConfidence" => request with { MinConfidence = ReadFloat(ref json) },
                "MaxResults" => request with { MaxResults = ReadInteger(ref json) },
                _ => Ignore(ref json, request),
            };
        }

        return request;
    }

    private static DetectRequest ReadImage(ref Utf8JsonReader json, DetectRequest request, byte[]? imageBuffer)
    {
        if (json.TokenType == JsonTokenType.Null) return request;
        ExpectStructure(ref json);
        request = request with { HasImage = true };
        while (NextMember(ref json, out var name))
        {
            request = name switch
            {
                "Bytes" => request with { Bytes = ReadBlob(ref json, imageBuffer) },
                "S3Object" => request with { S3Object = ReadS3Object(ref json) },
                _ => Ignore(ref json, request),
            };
        }

        return request;
    }

    private static S3ObjectReference? ReadS3Object(ref Utf8JsonReader json)
    {
        if (json.TokenType == JsonTokenType.Null) return null;
        ExpectStructure(ref json);
        var reference = new S3ObjectReference("", "", Version: null);
        while (NextMember(ref json, out var name))
        {
            reference = name switch
            {
                "Bucket" => reference with { Bucket = ReadString(ref json) ?? "" },
                "Name" => reference with { Name = ReadString(ref json) ?? "" },
                "Version" => reference with { Version = ReadString(ref json) },
                _ => Ignore(ref json, reference),
            };
        }

        return reference;
    }

    /// <summary>Steps to the next member's value; false at the structure's end.</summary>
    private static bool NextMember(ref Utf8JsonReader json, out string? name)
    {
        json.Read();
        name = null;
        if (json.TokenType == JsonTokenType.EndObject) return false;
        name = json.GetString();
        json.Read();
        return true;
    }

    private static T Ignore<T>(ref Utf8JsonReader json, T unchanged)
    {
        json.Skip();
        return unchanged;
    }

    private static void ExpectStructure(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject) throw SerializationErrors.StructureExpected(json.TokenType);
    }

    private static string? ReadString(ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String => json.GetString(),
        _ => throw SerializationErrors.Mismatch(json.TokenType, "a String"),
    };

    private static ArraySegment<byte>? ReadBlob(ref Utf8JsonReader json, byte[]? buffer) => json.TokenType switch
    {
        JsonTokenType.Null => default(ArraySegment<byte>?),
        JsonTokenType.String when json.ValueIsEscaped => new ArraySegment<byte>(json.GetBytesFromBase64()),
        JsonTokenType.String => Decode(json.ValueSpan, buffer),
        _ => throw SerializationErrors.Mismatch(json.TokenType, "a Blob"),
    };

    /// <summary>Decodes straight into the result: the JSON reader's own way has two more copies of an image, and takes as long as all the rest.</summary>
    private static ArraySegment<byte> Decode(ReadOnlySpan<byte> base64, byte[]? buffer)
    {
        if (base64.Length % 4 != 0) throw new FormatException();
        var padding = base64.EndsWith("=="u8) ? 2 : base64.EndsWith("="u8) ? 1 : 0;
        var length = (base64.Length / 4 * 3) - padding;
        var bytes = new ArraySegment<byte>(buffer?.Length >= length ? buffer : new byte[length], 0, length);
        var status = Base64.DecodeFromUtf8(base64, bytes, out _, out var written);
        return status == OperationStatus.Done && written == length ? bytes : throw new FormatException();
    }

    /// <summary>The protocol writes what JSON numbers can't hold as strings.</summary>
    private static double? ReadFloat(ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.Number => json.GetDouble(),
        JsonTokenType.String when json.ValueTextEquals("NaN"u8) => double.NaN,
        JsonTokenType.String when json.ValueTextEquals("Infinity"u8) => double.PositiveInfinity,
        JsonTokenType.String when json.ValueTextEquals("-Infinity"u8) => double.NegativeInfinity,
        _ => throw SerializationErrors.Mismatch(json.TokenType, "a Float"),
    };

    /// <summary>A fraction is cut off and a number out of range stays at the range's end, as AWS's services do.</summary>
    private static int? ReadInteger(ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.Number when json.TryGetInt32(out var value) => value,
        JsonTokenType.Number => json.GetDouble() switch
        {
            >= int.MaxValue => int.MaxValue,
            <= int.MinValue => int.MinValue,
            var value => (int)value,
        },
        _ => throw SerializationErrors.Mismatch(json.TokenType, "an Integer"),
    };
}
