using System;
using System.IO;
using System.Linq;
using System.Text;
using CustomLabels.Detection.Protocol;
using Xunit;

namespace CustomLabels.Core.Tests.Detection.Protocol;

public sealed class DetectRequestStreamTests
{
    private static readonly byte[] Prefix = Encoding.ASCII.GetBytes("{\"Bytes\":\"");
    private static readonly byte[] Suffix = Encoding.ASCII.GetBytes("\"}");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(48 * 1024 - 1)]
    [InlineData(48 * 1024)]
    [InlineData(48 * 1024 + 1)]
    [InlineData(300_001)]
    public void The_stream_is_prefix_base64_and_suffix_and_as_long_as_it_says(int length)
    {
        var image = Image(length);
        using var stream = Frame(image);
        var read = ReadAll(stream, 8192);
        Assert.Equal(Expected(image), Encoding.ASCII.GetString(read));
        Assert.Equal(stream.Length, read.Length);
        Assert.Equal(stream.Length, stream.Position);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(65536)]
    public void Any_size_of_read_gives_the_same_bytes(int readSize)
    {
        var image = Image(100_000);
        using var stream = Frame(image);
        Assert.Equal(Expected(image), Encoding.ASCII.GetString(ReadAll(stream, readSize)));
    }

    [Fact]
    public void An_image_that_comes_in_short_reads_is_encoded_the_same()
    {
        var image = Image(1000);
        using var stream = new DetectRequestStream(Prefix, () => new ShortReads(image), image.Length, Suffix, _ => new IOException("changed"));
        Assert.Equal(Expected(image), Encoding.ASCII.GetString(ReadAll(stream, 4096)));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(50_000)]
    [InlineData(133_400)]
    public void A_rewound_stream_starts_over_wherever_it_was(int readBefore)
    {
        var image = Image(100_000);
        using var stream = Frame(image);
        Assert.True(stream.Read(new byte[readBefore], 0, readBefore) > 0);
        stream.Position = 0;
        Assert.Equal(Expected(image), Encoding.ASCII.GetString(ReadAll(stream, 4096)));
    }

    [Theory]
    [InlineData(99)]
    [InlineData(101)]
    public void An_image_of_another_length_than_announced_is_an_error_and_not_a_wrong_request(int length)
    {
        using var stream = new DetectRequestStream(Prefix, () => new MemoryStream(Image(length)), 100, Suffix, _ => new InvalidDataException("changed"));
        Assert.Throws<InvalidDataException>(() => ReadAll(stream, 4096));
    }

    [Fact]
    public void Disposing_closes_the_image_and_ends_reading()
    {
        var image = new MemoryStream(Image(100));
        var stream = new DetectRequestStream(Prefix, () => image, 100, Suffix, _ => new InvalidDataException("changed"));
        ReadAll(stream, 64);
        stream.Dispose();
        Assert.False(image.CanRead);
        Assert.Throws<ObjectDisposedException>(() => stream.Read(new byte[1], 0, 1));
    }

    private static DetectRequestStream Frame(byte[] image) =>
        new(Prefix, () => new MemoryStream(image), image.Length, Suffix, _ => new InvalidDataException("changed"));

    private static string Expected(byte[] image) => "{\"Bytes\":\"" + Convert.ToBase64String(image) + "\"}";

    private static byte[] Image(int length) => Enumerable.Range(0, length).Select(i => (byte)((i * 31) + (i >> 8))).ToArray();

    private static byte[] ReadAll(Stream stream, int readSize)
    {
        using var all = new MemoryStream();
        stream.CopyTo(all, readSize);
        return all.ToArray();
    }

    private sealed class ShortReads(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 7));
    }
}
