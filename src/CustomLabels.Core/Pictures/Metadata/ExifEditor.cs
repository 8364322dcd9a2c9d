using System;
using System.Buffers.Binary;

namespace CustomLabels.Pictures.Metadata;

/// <summary>Changes EXIF data in place, so that every offset in it stays true, those of makers' notes too: CIPA DC-008; TIFF 6.0.</summary>
internal sealed class ExifEditor
{
    private const int EntryLength = 12;
    private const ushort ShortType = 3;
    private const ushort LongType = 4;
    private readonly byte[] _tiff;
    private readonly bool _isBigEndian;
    private int _length;

    private ExifEditor(byte[] tiff)
    {
        _tiff = tiff;
        _isBigEndian = tiff[0] == (byte)'M';
        _length = tiff.Length;
    }

    /// <summary>The EXIF data of a copy: orientation 1, the copy's size, and no thumbnail.</summary>
    /// <param name="tiff">The source's, from its TIFF head on; not changed.</param>
    /// <param name="width">The copy's width in pixels.</param>
    /// <param name="height">The copy's height in pixels.</param>
    /// <returns>Null for what is no EXIF data.</returns>
    public static byte[]? OfCopy(byte[] tiff, int width, int height)
    {
        if (tiff.Length < 8 || !(tiff is [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..])) return null;
        var editor = new ExifEditor((byte[])tiff.Clone());
        return editor.TryEdit(width, height) ? editor._tiff.AsSpan(0, editor._length).ToArray() : null;
    }

    private bool TryEdit(int width, int height)
    {
        var first = UInt32(4);
        if (!TryCount(first, out var count)) return false;
        for (var i = 0; i < count; i++)
        {
            var entry = Entry(first, i);
            switch (UInt16(entry))
            {
                case 0x0100: SetNumber(entry, width); break;
                case 0x0101: SetNumber(entry, height); break;
                case 0x0112: SetNumber(entry, 1); break;
                case 0x8769: SetSize(UInt32(entry + 8), width, height); break;
            }
        }

        // The second directory is the thumbnail's.
        var next = Entry(first, count);
        if (next + 4 > _tiff.Length) return false;
        RemoveThumbnail(UInt32(next));
        _tiff.AsSpan(next, 4).Clear();
        return true;
    }

    // PixelXDimension and PixelYDimension, in the directory of EXIF's own tags.
    private void SetSize(uint directory, int width, int height)
    {
        if (!TryCount(directory, out var count)) return;
        for (var i = 0; i < count; i++)
        {
            var entry = Entry(directory, i);
            if (UInt16(entry) == 0xA002) SetNumber(entry, width);
            else if (UInt16(entry) == 0xA003) SetNumber(entry, height);
        }
    }

    private void RemoveThumbnail(uint directory)
    {
        if (!TryCount(directory, out var count)) return;
        var (start, length) = (0L, 0L);
        for (var i = 0; i < count; i++)
        {
            var entry = Entry(directory, i);
            // A JPEG's offset and length, or those of a strip of pixels.
            if (UInt16(entry) is 0x0201 or 0x0111) start = Number(entry);
            else if (UInt16(entry) is 0x0202 or 0x0117) length = Number(entry);
        }

        _tiff.AsSpan((int)directory, 2 + count * EntryLength).Clear();
        if (start < 8 || start >= _tiff.Length) return;
        length = Math.Min(length, _tiff.Length - start);
        _tiff.AsSpan((int)start, (int)length).Clear();
        if (start + length == _tiff.Length) _length = (int)start;
    }

    private bool TryCount(uint directory, out int count)
    {
        count = 0;
        if (directory < 8 || directory > _tiff.Length - 2) return false;
        count = UInt16((int)directory);
        return Entry(directory, count) <= _tiff.Length;
    }

    private static int Entry(uint directory, int index) => (int)directory + 2 + index * EntryLength;

    private long Number(int entry) => UInt16(entry + 2) == ShortType ? UInt16(entry + 8) : UInt32(entry + 8);

    private void SetNumber(int entry, int value)
    {
        if (UInt32(entry + 4) != 1) return;
        var at = _tiff.AsSpan(entry + 8, 4);
        if (UInt16(entry + 2) == LongType)
        {
            if (_isBigEndian) BinaryPrimitives.WriteInt32BigEndian(at, value);
            else BinaryPrimitives.WriteInt32LittleEndian(at, value);
        }
        else if (UInt16(entry + 2) == ShortType && value <= ushort.MaxValue)
        {
            if (_isBigEndian) BinaryPrimitives.WriteUInt16BigEndian(at, (ushort)value);
            else BinaryPrimitives.WriteUInt16LittleEndian(at, (ushort)value);
        }
    }

    private ushort UInt16(int at) => _isBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(_tiff.AsSpan(at)) : BinaryPrimitives.ReadUInt16LittleEndian(_tiff.AsSpan(at));

    private uint UInt32(int at) => _isBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(_tiff.AsSpan(at)) : BinaryPrimitives.ReadUInt32LittleEndian(_tiff.AsSpan(at));
}
