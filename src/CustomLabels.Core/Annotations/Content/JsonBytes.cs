using System;
using System.IO;

namespace CustomLabels.Annotations.Content;

/// <summary>Cuts values out of a stream of JSON by brackets and quotes alone, and keeps one of them.</summary>
internal sealed class JsonBytes(Stream stream, string file) : IDisposable
{
    // More than any name, and far less than a picture as text.
    private const int MostText = 65536;
    // More than one image's labels, with outlines of thousands of points.
    private const int MostKept = 16 * 1024 * 1024;
    private const int MostDepth = 64;

    private readonly byte[] _chunk = new byte[16384];
    private byte[] _kept = new byte[4096];
    private int _length;
    private int _at;
    private int _end;

    /// <summary>The line that is being read, from 1.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>The value that was kept last.</summary>
    public ReadOnlyMemory<byte> Kept => new(_kept, 0, _length);

    /// <summary>The next byte that is no blank, without taking it; -1 at the end.</summary>
    public int PeekToken()
    {
        while (true)
        {
            if (_at == _end && !Fill()) return -1;
            var next = _chunk[_at];
            if (next == '\n') Line++;
            else if (next is not ((byte)' ' or (byte)'\t' or (byte)'\r')) return next;
            _at++;
        }
    }

    /// <summary>Takes the byte that was looked at.</summary>
    public void Take() => _at++;

    /// <summary>Forgets what was kept.</summary>
    public void KeepNothing() => _length = 0;

    /// <summary>Takes the value that begins here, and keeps it; of each text in it only the beginning.</summary>
    public void KeepValue()
    {
        _length = 0;
        var first = PeekToken();
        if (first == '"') KeepText();
        else if (first is '{' or '[') KeepNested();
        else KeepScalar();
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    private void KeepScalar()
    {
        while ((_at < _end || Fill()) && _chunk[_at] is not ((byte)',' or (byte)']' or (byte)'}' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')) Keep(_chunk[_at++]);
        if (_length == 0) throw Bad("a value is expected");
    }

    private void KeepNested()
    {
        var depth = 0;
        do
        {
            if (_at == _end && !Fill()) throw Bad("it ends too early");
            var start = _at;
            var next = 0;
            for (; _at < _end; _at++)
            {
                next = _chunk[_at];
                if (next is '"' or '{' or '[' or '}' or ']') break;
                if (next == '\n') Line++;
            }

            Keep(start, _at - start);
            if (_at == _end) continue;
            if (next == '"')
            {
                KeepText();
                continue;
            }

            depth += next is '{' or '[' ? 1 : -1;
            if (depth > MostDepth) throw Bad($"values are nested more than {MostDepth} deep");
            Keep(_chunk[_at++]);
        }
        while (depth > 0);
    }

    private void KeepText()
    {
        Keep(_chunk[_at++]);
        var room = MostText;
        while (true)
        {
            if (_at == _end && !Fill()) throw Bad("a text has no end");
            var start = _at;
            var run = _chunk.AsSpan(_at, _end - _at).IndexOfAny((byte)'"', (byte)'\\');
            var length = run < 0 ? _end - _at : run;
            _at += length;
            KeepRun(start, length, ref room);
            if (run < 0) continue;
            var mark = _chunk[_at++];
            if (mark == '"')
            {
                Keep(mark);
                return;
            }

            KeepEscape(ref room);
        }
    }

    /// <summary>Keeps of plain text what there is room for, and no part of a character.</summary>
    private void KeepRun(int start, int length, ref int room)
    {
        if (length > room)
        {
            length = room;
            room = 0;
            while (length > 0 && (_chunk[start + length] & 0xC0) == 0x80) length--;
        }
        else
        {
            room -= length;
        }

        Keep(start, length);
    }

    private void KeepEscape(ref int room)
    {
        var kept = _length;
        Keep((byte)'\\');
        var kind = Next();
        Keep(kind);
        for (var digits = kind == 'u' ? 4 : 0; digits > 0; digits--) Keep(Next());
        room = Math.Max(0, room - (_length - kept));
        if (room == 0) _length = kept;
    }

    private byte Next() => _at < _end || Fill() ? _chunk[_at++] : throw Bad("a text has no end");

    private void Keep(byte value)
    {
        Reserve(1);
        _kept[_length++] = value;
    }

    private void Keep(int start, int length)
    {
        Reserve(length);
        Buffer.BlockCopy(_chunk, start, _kept, _length, length);
        _length += length;
    }

    private void Reserve(int length)
    {
        if (_length + length > MostKept) throw Bad($"one value has over {MostKept} bytes");
        if (_length + length > _kept.Length) Array.Resize(ref _kept, Math.Max(_length + length, Math.Min(MostKept, _kept.Length * 2)));
    }

    private bool Fill()
    {
        try
        {
            _end = stream.Read(_chunk, 0, _chunk.Length);
        }
        catch (IOException e)
        {
            throw new CustomLabelsException(AnnotationErrors.Unreadable(file, e.Message), e);
        }

        _at = 0;
        return _end > 0;
    }

    private CustomLabelsException Bad(string problem) => AnnotationErrors.InvalidAt(file, Line, problem);
}
