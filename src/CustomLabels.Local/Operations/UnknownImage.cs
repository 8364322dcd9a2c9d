using System.Text.Json;

namespace CustomLabels.Local.Operations;

/// <summary>An image that the labelled data doesn't know.</summary>
/// <param name="Name">The object in S3; null for an image that was sent.</param>
/// <param name="Sha256">The hash of its bytes, in hexadecimal; null for S3.</param>
/// <param name="Length">Its bytes; null for S3.</param>
/// <param name="Width">Pixels as stored; null where it isn't known.</param>
/// <param name="Height">Pixels as stored; null where it isn't known.</param>
internal sealed record UnknownImage(string? Name, string? Sha256, long? Length, int? Width, int? Height)
{
    /// <summary>How many requests were about it.</summary>
    public long Count { get; set; }

    /// <summary>Writes it as a JSON object.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (Name is not null) json.WriteString(nameof(Name), Name);
        if (Sha256 is not null) json.WriteString(nameof(Sha256), Sha256);
        Number(json, nameof(Length), Length);
        Number(json, nameof(Width), Width);
        Number(json, nameof(Height), Height);
        json.WriteNumber(nameof(Count), Count);
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
    }
}
