using System;
using System.IO;
using System.Text;

namespace CustomLabels.Annotations.Content;

/// <summary>Text of another encoding as a stream of UTF-8, forward only.</summary>
/// <param name="reader">The text.</param>
internal sealed class Utf16Stream(TextReader reader) : Stream
{
    private readonly Encoder _encoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetEncoder();
    private readonly char[] _chars = new char[4096];
    private byte[] _bytes = new byte[3 * 4096 + 16];
    private int _at;
    private int _length;
    private bool _isAtEnd;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        while (_at == _length && !_isAtEnd)
        {
            var read = reader.Read(_chars, 0, _chars.Length);
            _isAtEnd = read == 0;
            _length = _encoder.GetBytes(_chars, 0, read, _bytes, 0, flush: _isAtEnd);
            _at = 0;
        }

        var taken = Math.Min(count, _length - _at);
        Buffer.BlockCopy(_bytes, _at, buffer, offset, taken);
        _at += taken;
        return taken;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) reader.Dispose();
        base.Dispose(disposing);
    }
}
