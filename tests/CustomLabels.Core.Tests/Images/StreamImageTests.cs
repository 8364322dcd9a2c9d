using System;
using System.IO;
using System.Linq;
using CustomLabels.Fuzz.Headers;
using CustomLabels.Images;
using Xunit;

namespace CustomLabels.Core.Tests.Images;

public sealed class StreamImageTests
{
    private static readonly byte[] Content = PngBuilder.Plain(640, 480);

    [Fact]
    public void A_stream_that_can_seek_is_read_from_where_it_stands_as_often_as_needed()
    {
        using var stream = new MemoryStream([1, 2, 3, .. Content]) { Position = 3 };
        var image = new StreamImage(stream, "stream 1");
        Assert.Equal(("stream 1", (long)Content.Length), (image.Name, image.Length));
        Assert.Equal(Content, ReadAll(image));
        stream.Position = 0;
        Assert.Equal(Content, ReadAll(image));
    }

    [Fact]
    public void A_stream_that_can_seek_is_not_copied_and_stays_open()
    {
        using var stream = new MeteredStream(new byte[3_000_000], canSeek: true);
        var image = new StreamImage(stream, "stream");
        using (var open = image.OpenRead()) Assert.Equal(0, open.ReadByte());
        Assert.InRange(stream.BytesRead, 1, 4096);
        Assert.Equal(3_000_000, image.Length);
    }

    [Fact]
    public void Disposing_an_opening_leaves_the_caller_s_stream_alone()
    {
        using var stream = new MemoryStream(Content);
        new StreamImage(stream, "stream").OpenRead().Dispose();
        Assert.True(stream.CanRead);
    }

    [Fact]
    public void An_opening_can_seek_within_the_image_only()
    {
        using var stream = new MemoryStream([1, 2, 3, .. Content]) { Position = 3 };
        using var open = new StreamImage(stream, "stream").OpenRead();
        Assert.Equal(Content.Length, open.Length);
        Assert.Equal(Content.Length - 1, open.Seek(-1, SeekOrigin.End));
        Assert.Equal(Content[Content.Length - 1], open.ReadByte());
        Assert.Equal(-1, open.ReadByte());
        Assert.Equal(1, open.Seek(1, SeekOrigin.Begin));
        Assert.Equal(3, open.Seek(2, SeekOrigin.Current));
        Assert.Equal(Content[3], open.ReadByte());
        open.Position = long.MaxValue;
        Assert.Equal(-1, open.ReadByte());
        Assert.Throws<ArgumentOutOfRangeException>(() => open.Seek(-1, SeekOrigin.Begin));
    }

    [Fact]
    public void A_stream_that_grew_is_not_the_image_any_more()
    {
        using var stream = new MemoryStream();
        stream.Write(Content, 0, Content.Length);
        stream.Position = 0;
        var image = new StreamImage(stream, "stream");
        image.OpenRead().Dispose();
        stream.SetLength(Content.Length + 1);
        Assert.Contains("'stream' was changed", Error(() => image.OpenRead(), ErrorId.ImageUnreadable).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stream_that_stands_behind_its_end_is_empty()
    {
        using var stream = new MemoryStream(Content) { Position = Content.Length + 10 };
        var image = new StreamImage(stream, "stream");
        Assert.Equal(0, image.Length);
        Error(() => ImageInspector.Inspect(image), ErrorId.ImageEmpty);
    }

    [Fact]
    public void A_stream_that_cannot_seek_is_read_once_and_opens_again()
    {
        using var stream = new MeteredStream(Content, canSeek: false);
        var image = new StreamImage(stream, "stream");
        Assert.Equal(Content, ReadAll(image));
        Assert.Equal(Content, ReadAll(image));
        Assert.Equal(Content.Length, image.Length);
        Assert.Equal(Content.Length, stream.BytesRead);
    }

    [Fact]
    public void A_stream_that_cannot_seek_may_have_as_many_bytes_as_the_API_takes()
    {
        using var stream = new MeteredStream(new byte[ImageLimits.MaxBytes], canSeek: false);
        var image = new StreamImage(stream, "stream");
        using var open = image.OpenRead();
        Assert.Equal(ImageLimits.MaxBytes, open.Length);
    }

    [Fact]
    public void An_endless_stream_is_too_large_one_byte_past_the_limit()
    {
        using var stream = new EndlessStream(Content, 0);
        var image = new StreamImage(stream, "stream");
        var error = Error(() => image.OpenRead(), ErrorId.ImageTooLarge);
        Assert.Equal("'stream' has more than the 5,242,880 bytes that the API takes.", error.Message);
        Error(() => _ = image.Length, ErrorId.ImageTooLarge);
        Assert.Equal(ImageLimits.MaxBytes + 1, stream.BytesRead);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_disposed_stream_is_unreadable(bool disposedBefore)
    {
        var stream = new MemoryStream(Content);
        if (disposedBefore) stream.Dispose();
        var image = new StreamImage(stream, "stream");
        stream.Dispose();
        Assert.Contains("The stream is closed", Error(() => image.OpenRead(), ErrorId.ImageUnreadable).Message, StringComparison.Ordinal);
        Error(() => _ = image.Length, ErrorId.ImageUnreadable);
    }

    [Fact]
    public void What_is_left_of_a_stream_that_failed_halfway_is_not_the_image()
    {
        using var stream = new FailingStream(Content, failAt: 20);
        var image = new StreamImage(stream, "stream");
        Assert.Equal("'stream' can't be read: The line is cut.", Error(() => image.OpenRead(), ErrorId.ImageUnreadable).Message);
        Error(() => image.OpenRead(), ErrorId.ImageUnreadable);
        Error(() => ImageInspector.Inspect(image), ErrorId.ImageUnreadable);
    }

    [Fact]
    public void Bytes_are_not_copied()
    {
        var bytes = Content.ToArray();
        var image = new BytesImage(bytes, "bytes 1");
        bytes[0] = 42;
        using var open = image.OpenRead();
        Assert.Equal(("bytes 1", (long)bytes.Length, 42), (image.Name, image.Length, open.ReadByte()));
    }

    private static CustomLabelsError Error(Action action, ErrorId id)
    {
        var error = Assert.Throws<CustomLabelsException>(action).Error;
        Assert.Equal((id, ErrorScope.Image), (error.Id, error.Scope));
        return error;
    }

    private static byte[] ReadAll(StreamImage image)
    {
        using var stream = image.OpenRead();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
