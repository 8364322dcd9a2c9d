using System;
using System.IO;
using System.Security.Cryptography;

namespace CustomLabels.Images;

/// <summary>Hashes what is read of a stream from its start to its end.</summary>
/// <param name="stream">The stream, at its first byte; it is disposed with this one.</param>
/// <param name="finish">Takes the hash and the number of bytes when all were read.</param>
internal sealed class DigestingStream(Stream stream, Action<IncrementalHash, long> finish) : Stream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly long _length = stream.Length;
    private long _read;

    public override bool CanRead => stream.CanRead;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => stream.Length;

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = stream.Read(buffer, offset, count);
        _hash.AppendData(buffer, offset, read);
        _read += read;
        // Who knows the length asks for no more than that: the end isn't read past.
        if (read > 0 && _read == _length) finish(_hash, _read);
        return read;
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash.Dispose();
            stream.Dispose();
        }

        base.Dispose(disposing);
    }
}
