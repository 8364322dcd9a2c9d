using System;
using System.IO;

namespace CustomLabels.Images;

/// <summary>What a JPEG's markers say of the work that its pixels are: ITU-T T.81 annex B. Nothing is decoded.</summary>
/// <param name="Count">Its scans: one of most files, about ten of a progressive one.</param>
/// <param name="IsProgressive">Whether its coefficients are all kept until the last scan.</param>
/// <param name="HasEnd">Whether the image ends as it should.</param>
internal sealed record JpegScans(int Count, bool IsProgressive, bool HasEnd)
{
    private const byte Eoi = 0xD9;
    private const byte Sos = 0xDA;
    private const byte Soi = 0xD8;
    private const int ChunkLength = 1 << 16;

    /// <summary>Reads markers up to the image's end, or to one scan more than is wanted.</summary>
    /// <param name="stream">A readable stream that can seek, at the image's first byte; left open, and wherever reading ended.</param>
    /// <param name="most">How many scans are of interest.</param>
    public static JpegScans Read(Stream stream, int most)
    {
        var reader = new Reader(stream);
        var (count, isProgressive) = (0, false);
        while (count <= most && reader.TryFindMarker(out var marker))
        {
            if (marker == Eoi) return new JpegScans(count, isProgressive, HasEnd: true);
            // SOF2, 6, 10 and 14.
            if (marker is 0xC2 or 0xC6 or 0xCA or 0xCE) isProgressive = true;
            if (marker == Sos) count++;
            // Neither a length nor content; what follows a scan's own head is found as the next marker.
            if (marker is Soi or 0x01 or (>= 0xD0 and <= 0xD7)) continue;
            if (!reader.TrySkipSegment()) break;
        }

        return new JpegScans(count, isProgressive, HasEnd: false);
    }

    private sealed class Reader(Stream stream)
    {
        private readonly byte[] _chunk = new byte[ChunkLength];
        private int _length;
        private int _at;

        /// <summary>Goes to the byte behind the next marker.</summary>
        public bool TryFindMarker(out byte marker)
        {
            marker = 0;
            while (TryRead(out var value))
            {
                if (value != 0xFF)
                {
                    // Most of a file is this: pixels.
                    var next = Array.IndexOf(_chunk, (byte)0xFF, _at, _length - _at);
                    _at = next < 0 ? _length : next;
                    continue;
                }

                do
                {
                    if (!TryRead(out marker)) return false;
                }
                while (marker == 0xFF);

                // FF 00 is how data writes the byte FF.
                if (marker != 0) return true;
            }

            return false;
        }

        /// <summary>Passes over a segment: its length counts itself.</summary>
        public bool TrySkipSegment()
        {
            if (!TryRead(out var high) || !TryRead(out var low)) return false;
            for (var left = ((high << 8) | low) - 2; left > 0;)
            {
                if (_at == _length && !TryFill()) return false;
                var step = Math.Min(left, _length - _at);
                _at += step;
                left -= step;
            }

            return true;
        }

        private bool TryRead(out byte value)
        {
            value = 0;
            if (_at == _length && !TryFill()) return false;
            value = _chunk[_at++];
            return true;
        }

        private bool TryFill()
        {
            _at = 0;
            _length = stream.Read(_chunk, 0, _chunk.Length);
            return _length > 0;
        }
    }
}
