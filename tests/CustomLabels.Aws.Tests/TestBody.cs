using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace CustomLabels.Aws.Tests;

/// <summary>A body that is made up while it is read, and notes how.</summary>
internal sealed class TestBody : Stream
{
    private const int Period = 23;

    private static readonly byte[] Pattern = Enumerable.Range(0, 64 * 1024).Select(position => ByteAt(position)).ToArray();

    private readonly long _length;
    private readonly TaskCompletionSource<bool> _sending = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _position;

    public TestBody(long length) => _length = length;

    /// <summary>Runs before every read, with the number of the pass: 1 while hashing, 2 while sending.</summary>
    public Func<int, Task> BeforeRead { get; init; } = _ => Task.CompletedTask;

    public int Pass { get; private set; }

    public int LongestRead { get; private set; }

    public bool IsDisposed { get; private set; }

    /// <summary>Completes when the sending pass begins.</summary>
    public Task Sending => _sending.Task;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => _length;

    public override long Position
    {
        get => _position;
        set => _position = value;
    }

    public static byte ByteAt(long position) => (byte)('a' + (position % Period));

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("A body is read asynchronously.");

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Begin(count);
        await BeforeRead(Pass);
        return Fill(buffer, offset, count);
    }

    public override long Seek(long offset, SeekOrigin origin) => _position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => _length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }

    private void Begin(int count)
    {
        LongestRead = Math.Max(LongestRead, count);
        if (_position == 0)
            Pass++;
        if (Pass == 2)
            _sending.TrySetResult(true);
    }

    private int Fill(byte[] buffer, int offset, int count)
    {
        var filled = (int)Math.Min(Math.Min(count, Pattern.Length - Period), _length - _position);
        Buffer.BlockCopy(Pattern, (int)(_position % Period), buffer, offset, filled);
        _position += filled;
        return filled;
    }
}
