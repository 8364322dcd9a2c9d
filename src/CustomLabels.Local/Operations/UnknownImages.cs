using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using CustomLabels.Images;
using CustomLabels.Local.Http;
using CustomLabels.Local.Images;

namespace CustomLabels.Local.Operations;

/// <summary>Notes the images that the labelled data doesn't know, and has no labels for. Safe for concurrent use.</summary>
/// <param name="counters">Where they are counted.</param>
internal sealed class UnknownImages(RequestCounters counters)
{
    // Who sends other images for ever is not to fill the memory.
    private const int NamedAtMost = 1000;

    private readonly Dictionary<string, UnknownImage> _images = new(StringComparer.Ordinal);

    /// <summary>Notes an image that was sent.</summary>
    public void Add(ArraySegment<byte> content)
    {
        counters.CountUnknownImage();
        var sha256 = ContentHash.HexOf(content);
        Add(sha256, () =>
        {
            using var stream = new MemoryStream(content.Array!, content.Offset, content.Count, writable: false);
            var header = ImageHeaderReader.Read(stream);
            return new UnknownImage(Name: null, sha256, content.Count, header.Width, header.Height);
        });
    }

    /// <summary>Notes an object in S3.</summary>
    public void Add(S3ObjectReference source)
    {
        counters.CountUnknownImage();
        var name = $"s3://{source.Bucket}/{source.Name}";
        Add(name, () => new UnknownImage(name, Sha256: null, Length: null, Width: null, Height: null));
    }

    /// <summary>Writes them as members of a JSON object: how many requests were about such images, and the first of the images.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteNumber(nameof(UnknownImages), counters.Snapshot().UnknownImages);
        json.WriteStartArray("Images");
        lock (_images)
        {
            foreach (var image in _images.Values) image.Write(json);
        }

        json.WriteEndArray();
    }

    private void Add(string key, Func<UnknownImage> make)
    {
        lock (_images)
        {
            if (!_images.TryGetValue(key, out var image))
            {
                if (_images.Count >= NamedAtMost) return;
                _images.Add(key, image = make());
            }

            image.Count++;
        }
    }
}
