using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Images;
using CustomLabels.Imaging.Drawing;
using CustomLabels.Pictures;
using CustomLabels.Tests;
using SkiaSharp;
using Xunit;

namespace CustomLabels.Imaging.Tests.Drawing;

public sealed class AnnotationTests
{
    private const int Width = 200;
    private const int Height = 120;
    private static readonly SKRectI MarkArea = new(50, 30, 90, 60);
    private static readonly BoundingBox MarkBox = new(50.0 / Width, 30.0 / Height, 40.0 / Width, 30.0 / Height);
    private static readonly PictureEncoding Png = new(PictureFormat.Png, 90, MaxDimension: null, KeepsMetadata: false);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void A_box_lies_on_what_it_is_of_however_the_camera_was_held(int orientation)
    {
        using var displayed = Displayed();
        using var stored = DrawnPictures.Stored(displayed, orientation);
        AssertOnMark(DrawnPictures.WithOrientation(DrawnPictures.Encode(stored, ImageFormat.Jpeg), orientation));
    }

    [Fact]
    public void A_png_is_not_turned_whatever_its_exif_says()
    {
        using var displayed = Displayed();
        AssertOnMark(DrawnPictures.WithChunk(DrawnPictures.Encode(displayed, ImageFormat.Png), "eXIf", DrawnPictures.Tiff(6)));
    }

    [Fact]
    public void A_grey_picture_gets_coloured_boxes()
    {
        using var grey = DrawnPictures.Draw(Width, Height, (_, _) => new SKColor(128, 128, 128));
        using var only = grey.Copy(SKColorType.Gray8);
        using var pixmap = only.PeekPixels();
        using var data = pixmap.Encode(SKEncodedImageFormat.Jpeg, 95);
        using var drawn = Annotate(data!.ToArray(), [new PictureMark("a", null, MarkBox, IsTruth: false)], Style("#0000ff"));
        Assert.Equal(new SKColor(0, 0, 255), drawn.GetPixel(50, 45));
    }

    [Fact]
    public void What_there_really_is_has_a_broken_line()
    {
        using var displayed = Displayed();
        var content = DrawnPictures.Encode(displayed, ImageFormat.Png);
        using var answer = Annotate(content, [new PictureMark("a", null, MarkBox, IsTruth: false)], Style("#0000ff"));
        using var truth = Annotate(content, [new PictureMark("a", null, MarkBox, IsTruth: true)], Style("#0000ff"));
        int Blue(SKBitmap drawn) => Enumerable.Range(35, 20).Count(y => drawn.GetPixel(50, y) == new SKColor(0, 0, 255));
        Assert.Equal(20, Blue(answer));
        Assert.InRange(Blue(truth), 5, 15);
    }

    [Fact]
    public void A_line_is_told_from_any_ground()
    {
        // One colour for the line and the whole picture: its casing is still there.
        using var plain = DrawnPictures.Draw(Width, Height, (_, _) => new SKColor(0, 0, 255));
        using var drawn = Annotate(DrawnPictures.Encode(plain, ImageFormat.Png), [new PictureMark("a", null, MarkBox, IsTruth: false)], Style("#0000ff"));
        var row = Enumerable.Range(40, 20).Select(x => drawn.GetPixel(x, 45)).ToArray();
        Assert.Contains(SKColors.White, row);
        Assert.Contains(SKColors.Black, row);
    }

    [Fact]
    public void Labels_of_the_whole_picture_stand_in_its_corner()
    {
        using var plain = DrawnPictures.Draw(Width, Height, (_, _) => SKColors.White);
        using var drawn = Annotate(DrawnPictures.Encode(plain, ImageFormat.Png), [new PictureMark("blurred", 80, Box: null, IsTruth: false)], Style("#0000ff"));
        Assert.Equal(new SKColor(0, 0, 255), drawn.GetPixel(0, 0));
        Assert.Equal(SKColors.White, drawn.GetPixel(Width - 1, Height - 1));
        // White letters on it.
        Assert.Contains(Enumerable.Range(0, 60 * 12), i => drawn.GetPixel(i % 60, i / 60) == SKColors.White);
    }

    [Fact]
    public void Sizes_follow_the_picture_that_is_written()
    {
        using var large = DrawnPictures.Draw(1200, 900, (_, _) => SKColors.White);
        using var drawn = Annotate(DrawnPictures.Encode(large, ImageFormat.Png), [new PictureMark("a", null, MarkBox, IsTruth: false)], Style("#0000ff", lineWidth: null), Png with { MaxDimension = 400 });
        Assert.Equal((400, 300), (drawn.Width, drawn.Height));
        Assert.Equal(2, Enumerable.Range(90, 20).Count(x => drawn.GetPixel(x, 110) == new SKColor(0, 0, 255)));
    }

    [Fact]
    public void A_thousand_labels_end_in_time_and_those_without_room_are_counted()
    {
        var random = new Random(1);
        using var plain = DrawnPictures.Draw(300, 200, (_, _) => SKColors.White);
        using var folder = new TemporaryFolder();
        var marks = Enumerable.Range(0, 1000).Select(i => new PictureMark($"label {i}", 50, new BoundingBox(random.NextDouble(), random.NextDouble(), 0.1, 0.1), IsTruth: false)).ToArray();
        var drawn = new PictureDrawer().Annotate(folder.Write("a.png", DrawnPictures.Encode(plain, ImageFormat.Png)), marks, Style("orange"), Png);
        Assert.InRange(drawn.NamesWithoutRoom, 900, 999);
    }

    [Fact]
    public void Metadata_is_kept_only_where_that_is_asked_for_and_says_upright()
    {
        using var displayed = Displayed();
        using var stored = DrawnPictures.Stored(displayed, 6);
        using var folder = new TemporaryFolder();
        var path = folder.Write("a.jpg", DrawnPictures.WithOrientation(DrawnPictures.Encode(stored, ImageFormat.Jpeg), 6));
        ImageHeader Drawn(bool keeps) => ImageHeaderReader.Read(new PictureDrawer().Annotate(path, [], Style("orange"), new(PictureFormat.Same, 90, MaxDimension: null, keeps)).Files[0]);
        Assert.Equal((Width, Height, (int?)1), (Drawn(true).Width, Drawn(true).Height, Drawn(true).ExifOrientation));
        Assert.Null(Drawn(false).ExifOrientation);
    }

    private static SKBitmap Displayed() => DrawnPictures.Draw(Width, Height, (x, y) => MarkArea.Contains(x, y) ? SKColors.Red : SKColors.White);

    private static AnnotationStyle Style(string color, double? lineWidth = 2) =>
        new(new LabelColors(new Dictionary<string, PictureColor>(StringComparer.Ordinal) { ["*"] = PictureColor.TryParse(color)!.Value }), FontSize: null, lineWidth, FontPath: null);

    private static SKBitmap Annotate(byte[] content, PictureMark[] marks, AnnotationStyle style, PictureEncoding? encoding = null)
    {
        using var folder = new TemporaryFolder();
        return DrawnPictures.Decode(new PictureDrawer().Annotate(folder.Write("a", content), marks, style, encoding ?? Png).Files[0]);
    }

    // The line of two pixels has one on each side of the mark's edge.
    private static void AssertOnMark(byte[] content)
    {
        using var drawn = Annotate(content, [new PictureMark("a", null, MarkBox, IsTruth: false)], Style("#0000ff"));
        var blue = new SKColor(0, 0, 255);
        Assert.Equal((Width, Height), (drawn.Width, drawn.Height));
        Assert.Equal([49, 50, 89, 90], Enumerable.Range(0, Width).Where(x => drawn.GetPixel(x, 50) == blue));
        Assert.Equal([29, 30, 59, 60], Enumerable.Range(0, Height).Where(y => drawn.GetPixel(80, y) == blue));
        Assert.True(drawn.GetPixel(57, 50) is { Red: > 200, Green: < 60 }, "The mark itself is within.");
        Assert.True(drawn.GetPixel(43, 50) is { Red: > 200, Green: > 200 }, "And nothing of it is outside.");
    }
}
