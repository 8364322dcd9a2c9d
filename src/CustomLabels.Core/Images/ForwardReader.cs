using System;
using System.Buffers.Binary;
using System.IO;

namespace CustomLabels.Images;

/// <summary>Reads a stream forward, exactly what is asked for and never past <see cref="ImageLimits.MaxBytes"/>: what comes later can't be sent anyway.</summary>
/// <remarks>Every method that returns <see langword="bool"/> returns false when the content ended first. So work is bounded by the bytes there are.</remarks>
internal sealed class ForwardReader
{
    /// <summary>The most that one <see cref="TryRead"/> takes.</summary>
    public const int MaxRead = 16;

    private readonly Stream _stream;
    // Asked once: on a file it costs a system call, and there may be a million empty segments.
    private readonly long? _length;
    private readonly byte[] _bytes = new byte[MaxRead];
    private byte[]? _skipped;

    public ForwardReader(Stream stream)
    {
        _stream = stream;
        _length = stream.CanSeek ? stream.Length - stream.Position : null;
    }

    /// <summary>Bytes read and skipped so far.</summary>
    public long Position { get; private set; }

    /// <summary>Reads bytes, which are then at 0 and up.</summary>
    public bool TryRead(int count)
    {
        if (count > ImageLimits.MaxBytes - Position) return false;
        for (var have = 0; have < count;)
        {
            var read = _stream.Read(_bytes, have, count - have);
            if (read <= 0) return false;
            have += read;
            Position += read;
        }

        return true;
    }

    public byte ByteAt(int index) => _bytes[index];

    public ushort UInt16At(int index, bool bigEndian = true)
    {
        var bytes = _bytes.AsSpan(index);
        return bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);
    }

    public uint UInt32At(int index, bool bigEndian = true)
    {
        var bytes = _bytes.AsSpan(index);
        return bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }

    /// <summary>Whether the bytes at an index and up are these ASCII characters.</summary>
    public bool HasText(string ascii, int index = 0)
    {
        for (var i = 0; i < ascii.Length; i++)
        {
            if (_bytes[index + i] != ascii[i]) return false;
        }

        return true;
    }

    public bool TrySkipTo(long position) => TrySkip(position - Position);

    public bool TrySkip(long count)
    {
        if (count == 0) return true;
        if (count > ImageLimits.MaxBytes - Position) return false;
        if (_length is null) return TrySkipByReading(count);
        if (count > _length - Position) return false;
        _stream.Seek(count, SeekOrigin.Current);
        Position += count;
        return true;
    }

    private bool TrySkipByReading(long count)
    {
        while (count > 0)
        {
            _skipped ??= new byte[4096];
            var read = _stream.Read(_skipped, 0, (int)Math.Min(count, _skipped.Length));
            if (read <= 0) return false;
            count -= read;
            Position += read;
        }

        return true;
    }
}
