using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace CustomLabels.Local.Images;

/// <summary>An image file with its labels. The file is hashed only when its hash is asked for, and again when it has changed.</summary>
internal sealed class LabelledImage
{
    /// <summary>What <see cref="Length"/> is without a file.</summary>
    public const long NoFile = -1;

    private DateTime _lastWrite;
    private byte[]? _hash;

    /// <summary>An image.</summary>
    /// <param name="key">Its key in the bucket.</param>
    /// <param name="file">Its full path, whether or not there is a file.</param>
    /// <param name="labels">What is on it, highest confidence first.</param>
    public LabelledImage(string key, string file, IReadOnlyList<LabelAnnotation> labels)
    {
        Key = key;
        File = file;
        Labels = labels.Select(Answer).ToArray();
        Refresh();
    }

    /// <summary>The key in the bucket.</summary>
    public string Key { get; }

    /// <summary>The full path.</summary>
    public string File { get; }

    /// <summary>What is answered for it, highest confidence first.</summary>
    public IReadOnlyList<CustomLabel> Labels { get; }

    /// <summary>The file's length in bytes when it was last looked at.</summary>
    public long Length { get; private set; } = NoFile;

    /// <summary>Another number whenever the file has changed.</summary>
    public long Version { get; private set; }

    /// <summary>Looks at the file; true when it is another than before, by length or time.</summary>
    public bool Refresh()
    {
        var info = new FileInfo(File);
        var length = info.Exists ? info.Length : NoFile;
        if (length == Length && info.LastWriteTimeUtc == _lastWrite) return false;
        Length = length;
        _lastWrite = info.LastWriteTimeUtc;
        _hash = null;
        Version++;
        return true;
    }

    /// <summary>Whether the file's content has this SHA-256 hash; a file that can't be read has none.</summary>
    public bool HasContent(byte[] hash)
    {
        try
        {
            _hash ??= ContentHash.OfFile(File);
            return _hash.AsSpan().SequenceEqual(hash);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // A truth that says nothing of its confidence is meant to be one. The service's numbers are floats of 32 bits, written as if they had 64: 67.56399536132812.
    private static CustomLabel Answer(LabelAnnotation label) => new()
    {
        Name = label.Name,
        Confidence = (float)(label.Confidence ?? 100),
        Geometry = label.BoundingBox is { } box ? new Geometry(new BoundingBox((float)box.Left, (float)box.Top, (float)box.Width, (float)box.Height)) : null,
    };
}
