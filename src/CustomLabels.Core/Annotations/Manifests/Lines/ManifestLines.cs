using System;
using System.IO;
using System.Text;
using CustomLabels.Annotations.GroundTruth;

namespace CustomLabels.Annotations.Manifests.Lines;

/// <summary>Cuts a manifest into lines, also one with lines that are too long or no text: those are told, and the next one is read.</summary>
/// <param name="stream">The file, behind its byte order mark.</param>
internal sealed class ManifestLines(Stream stream)
{
    // A character of UTF-16 is three bytes of UTF-8 at most. One more for the CR of a line end, and one that makes a line too long.
    private const int MaxBytes = (3 * ManifestReader.LineLimit) + 2;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] _buffer = new byte[65536];
    private readonly byte[] _line = new byte[MaxBytes];
    private int _at;
    private int _end;
    private int _length;

    /// <summary>Reads the next line, which ends in LF or CR LF; false where there is none.</summary>
    /// <exception cref="IOException">The file can't be read.</exception>
    public bool TryRead(out RawLine line)
    {
        var hasLine = Advance();
        line = hasLine ? Decode() : default;
        return hasLine;
    }

    /// <summary>Passes over the next line; false where there is none.</summary>
    /// <exception cref="IOException">The file can't be read.</exception>
    public bool TrySkip() => Advance();

    private bool Advance()
    {
        _length = 0;
        for (var hasBytes = false; ; hasBytes = true)
        {
            if (_at == _end)
            {
                _at = 0;
                _end = stream.Read(_buffer, 0, _buffer.Length);
                if (_end == 0) return hasBytes;
            }

            var newline = Array.IndexOf(_buffer, (byte)'\n', _at, _end - _at);
            var stop = newline < 0 ? _end : newline;
            var room = Math.Min(stop - _at, MaxBytes - _length);
            Buffer.BlockCopy(_buffer, _at, _line, _length, room);
            _length += room;
            _at = newline < 0 ? _end : newline + 1;
            if (newline >= 0) return true;
        }
    }

    private RawLine Decode()
    {
        if (_length == MaxBytes) return new RawLine(Text: null, IsTooLong: true);
        if (_length > 0 && _line[_length - 1] == '\r') _length--;
        try
        {
            var text = Utf8.GetString(_line, 0, _length);
            return text.Length > ManifestReader.LineLimit ? new RawLine(Text: null, IsTooLong: true) : new RawLine(text, IsTooLong: false);
        }
        catch (DecoderFallbackException)
        {
            return new RawLine(Text: null, IsTooLong: false);
        }
    }
}
