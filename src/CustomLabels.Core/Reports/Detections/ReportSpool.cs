using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace CustomLabels.Reports.Detections;

/// <summary>Keeps rows and small pictures on the disk until the page can be written: what comes before them in it is known last.</summary>
/// <param name="folder">A folder of its own.</param>
internal sealed class ReportSpool(string folder) : IDisposable
{
    private readonly StreamWriter _rows = new(Path.Combine(folder, "rows"), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 65536);
    private readonly BinaryWriter _thumbnails = new(new FileStream(Path.Combine(folder, "thumbnails"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 65536));

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes of the page that holds all of it.</summary>
    public long PageBytes { get; private set; }

    /// <summary>Takes a picture.</summary>
    /// <param name="row">Its row, one line.</param>
    /// <param name="thumbnail">Its small picture; null for none.</param>
    public void Add(string row, byte[]? thumbnail)
    {
        Count++;
        _rows.Write(row);
        _rows.Write('\n');
        _thumbnails.Write(thumbnail?.Length ?? -1);
        if (thumbnail is not null) _thumbnails.Write(thumbnail);
        PageBytes += Encoding.UTF8.GetByteCount(row) + 8 + ((thumbnail?.Length ?? 0) + 2) / 3 * 4;
    }

    /// <summary>The rows. Nothing comes any more.</summary>
    public IEnumerable<string> Rows()
    {
        _rows.Dispose();
        using var reader = new StreamReader(Path.Combine(folder, "rows"), Encoding.UTF8);
        while (reader.ReadLine() is { } row) yield return row;
    }

    /// <summary>The small pictures, one a row; null where there is none. Nothing comes any more.</summary>
    public IEnumerable<byte[]?> Thumbnails()
    {
        _thumbnails.Dispose();
        using var reader = new BinaryReader(File.OpenRead(Path.Combine(folder, "thumbnails")));
        for (var i = 0; i < Count; i++) yield return reader.ReadInt32() is >= 0 and var length ? reader.ReadBytes(length) : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _rows.Dispose();
        _thumbnails.Dispose();
    }
}
