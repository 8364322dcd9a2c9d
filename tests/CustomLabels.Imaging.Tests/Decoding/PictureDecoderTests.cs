using System;
using System.IO;
using System.Linq;
using CustomLabels.Images;
using CustomLabels.Imaging.Decoding;
using CustomLabels.Pictures;
using SkiaSharp;
using Xunit;

namespace CustomLabels.Imaging.Tests.Decoding;

public sealed class PictureDecoderTests
{
    private static readonly byte[] Stripes = TestPictures.Draw(160, 120, ImageFormat.Jpeg, (x, y) => y < 60 ? SKColors.Red : SKColors.Blue);

    [Theory]
    [InlineData(ImageFormat.Png)]
    [InlineData(ImageFormat.Jpeg)]
    public void What_is_encoded_is_decoded(ImageFormat format)
    {
        var file = TestPictures.Draw(40, 30, format, (x, y) => SKColors.Red);

        using var picture = TestPictures.Decode(file, maxDimension: 20);

        Assert.Equal((20, 15, false), (picture.Bitmap.Width, picture.Bitmap.Height, picture.IsIncomplete));
        Assert.InRange(picture.Bitmap.GetPixel(10, 7).Red, 250, 255);
    }

    [Fact]
    public void A_JPEG_without_its_last_marker_is_incomplete_and_has_all_its_rows()
    {
        var noise = new Random(1);
        var file = TestPictures.Draw(640, 480, ImageFormat.Jpeg, (x, y) => new SKColor(200, (byte)noise.Next(256), 30));

        using var picture = TestPictures.Decode([.. file.Take(file.Length - 2)]);

        Assert.True(picture.IsIncomplete);
        Assert.Equal(255, picture.Bitmap.GetPixel(639, 479).Alpha);
    }

    [Fact]
    public void A_JPEG_that_is_cut_off_has_the_rows_that_are_there()
    {
        var noise = new Random(1);
        var file = TestPictures.Draw(160, 120, ImageFormat.Jpeg, (x, y) => new SKColor(200, (byte)noise.Next(256), 30));

        using var picture = TestPictures.Decode([.. file.Take(file.Length / 2)]);

        Assert.True(picture.IsIncomplete);
        Assert.InRange(picture.Bitmap.GetPixel(80, 8).Red, 150, 255);
    }

    [Fact]
    public void A_PNG_that_is_cut_off_is_incomplete()
    {
        var noise = new Random(1);
        var file = TestPictures.Draw(60, 60, ImageFormat.Png, (x, y) => new SKColor(200, (byte)noise.Next(256), 30));

        using var picture = TestPictures.Decode([.. file.Take(file.Length / 2)]);

        Assert.True(picture.IsIncomplete);
        Assert.Equal((200, 0), (picture.Bitmap.GetPixel(30, 2).Red, picture.Bitmap.GetPixel(30, 59).Alpha));
    }

    [Fact]
    public void Without_any_pixel_there_is_no_picture()
    {
        var scan = Enumerable.Range(0, Stripes.Length).First(i => Stripes[i] == 0xFF && Stripes[i + 1] == 0xDA);

        Assert.Equal(ErrorId.ImageTruncated, TestPictures.Refused([.. Stripes.Take(scan)]).Id);
        Assert.Equal(ErrorId.ImageTruncated, TestPictures.Refused([.. Stripes.Take(scan + 14)]).Id);
        Assert.Equal(ErrorId.ImageTruncated, TestPictures.Refused([.. Stripes.Take(30)]).Id);
    }

    [Fact]
    public void What_is_no_picture_is_named()
    {
        Assert.Equal(ErrorId.ImageEmpty, TestPictures.Refused([]).Id);
        var text = TestPictures.Refused(System.Text.Encoding.ASCII.GetBytes("GIF89a and so on"));
        Assert.Equal(ErrorId.ImageFormat, text.Id);
        Assert.Contains("GIF", text.Message);
    }

    [Fact]
    public void A_picture_of_too_many_pixels_is_refused_by_its_header()
    {
        var error = TestPictures.Refused(new TestPng(50_000, 50_000, 8, 6).WithRows(0));

        Assert.Equal(ErrorId.ImageTooLarge, error.Id);
        Assert.Contains("50000 x 50000 pixels by its header; pictures of at most 400,000,000 pixels", error.Message);
    }

    [Fact]
    public void A_picture_that_takes_more_memory_than_there_is_is_refused()
    {
        var room = new PictureRoom(1_000_000);

        var error = TestPictures.Refused(TestPictures.Draw(400, 400, ImageFormat.Png, (x, y) => SKColors.Red), room);

        Assert.Equal(ErrorId.ImageTooLarge, error.Id);
        Assert.Contains("2 MB of memory to decode; pictures may use 1 MB here", error.Message);
        Assert.Equal(0, room.Taken);
    }

    [Fact]
    public void A_decoded_picture_takes_the_memory_of_its_pixels_until_it_is_disposed()
    {
        var room = new PictureRoom(10_000_000);

        using (TestPictures.Decode(Stripes, room: room)) Assert.Equal(160 * 120 * 4, room.Taken);

        Assert.Equal(0, room.Taken);
    }

    [Fact]
    public void A_JPEG_of_too_many_scans_is_refused_before_it_is_decoded()
    {
        var scan = IndexOfMarker(Fixtures.ProgressiveJpeg, 0xDA, last: true);
        var last = Fixtures.ProgressiveJpeg.Skip(scan).Take(Fixtures.ProgressiveJpeg.Length - 2 - scan).ToArray();
        byte[] file = [.. Fixtures.ProgressiveJpeg.Take(scan), .. Enumerable.Repeat(last, PictureBounds.MaxScans).SelectMany(bytes => bytes), 0xFF, 0xD9];

        var error = TestPictures.Refused(file);

        Assert.Equal(ErrorId.ImageUnreadable, error.Id);
        Assert.Contains("more than 100 scans", error.Message);
    }

    [Fact]
    public void Garbage_behind_a_header_is_that_pictures_error()
    {
        var file = new TestPng(4, 4, 8, 2).WithRows(0);
        Array.Clear(file, file.Length - 25, 10);

        Assert.Contains(TestPictures.Refused(file).Id, new[] { ErrorId.ImageUnreadable, ErrorId.ImageTruncated });
    }

    [Fact]
    public void A_stream_that_fails_in_the_middle_is_that_pictures_error()
    {
        using var failing = new FailingStream(Stripes, Stripes.Length / 2);

        var error = Assert.Throws<CustomLabelsException>(() => PictureDecoder.Decode(new StreamImage(failing, "a"))).Error;

        Assert.Equal(ErrorId.ImageUnreadable, error.Id);
        Assert.Contains("The share has gone", error.Message);
    }

    private static int IndexOfMarker(byte[] file, byte marker, bool last)
    {
        var places = Enumerable.Range(0, file.Length - 1).Where(i => file[i] == 0xFF && file[i + 1] == marker);
        return last ? places.Last() : places.First();
    }

    private sealed class FailingStream(byte[] content, int good) : MemoryStream(content, writable: false)
    {
        private int _reads;

        // The marker of the end is looked for first, and found: only what is read again fails.
        public override int Read(byte[] buffer, int offset, int count) =>
            Position >= good && ++_reads > 2 ? throw new IOException("The share has gone.") : base.Read(buffer, offset, (int)Math.Min(count, Math.Max(1, good - Position)));
    }
}
