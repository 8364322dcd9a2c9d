using System;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using CustomLabels.Fuzz.Headers;
using CustomLabels.Images;
using Xunit;

namespace CustomLabels.Core.Tests.Detection.Journal;

/// <summary>What a journal has of pictures that were made to fit.</summary>
public sealed class OversizedJournalTests : IDisposable
{
    private static readonly byte[] Large = PngBuilder.Plain(5000, 3000);
    private static readonly byte[] Turned = JpegBuilder.WithExif(5000, 3000, TiffBuilder.Orientation(6));

    private readonly JournalScene _scene = new();
    private readonly FakeShrinker _shrinker = new(PngBuilder.Plain(200, 100));

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task A_picture_that_was_made_to_fit_is_not_made_or_sent_again()
    {
        Shrink();
        var first = Assert.Single(await _scene.RunAsync(_scene.Write("a.png", Large)));
        var again = Assert.Single(await _scene.RunAsync(new FileImage(first.LiteralPath!)));
        Assert.Equal((1, 1), (_scene.Sent, _shrinker.Shrunk.Count));
        Assert.True(again.FromJournal);
        Assert.Equal((first.SentLength, 200, 100), (again.SentLength, again.SentWidth, again.SentHeight));
        Assert.Equal(first.CustomLabels[0].PixelBox, again.CustomLabels[0].PixelBox);
        var imported = Assert.Single(_scene.Import());
        Assert.Equal((first.SentLength, 200, 100), (imported.SentLength, imported.SentWidth, imported.SentHeight));
    }

    [Fact]
    public async Task The_line_names_the_source_and_its_content_the_mode_and_what_was_sent()
    {
        Shrink();
        await _scene.RunAsync(_scene.Write("a.png", Large));
        using var line = JsonDocument.Parse(_scene.Lines.Last());
        var image = line.RootElement;
        Assert.Equal(new ImageDigest().Compute(new BytesImage(Large, "a")), image.GetProperty("Sha256").GetString());
        Assert.Equal(Large.Length, image.GetProperty("Length").GetInt64());
        Assert.Equal("Shrink", image.GetProperty("Request").GetProperty("Oversized").GetString());
        Assert.Equal(new ImageDigest().Compute(new BytesImage(PngBuilder.Plain(200, 100), "a")), image.GetProperty("Sent").GetProperty("Sha256").GetString());
    }

    [Fact]
    public async Task An_answer_about_a_picture_as_it_is_is_none_about_one_that_is_made_to_fit_and_the_other_way_round()
    {
        await _scene.RunAsync(_scene.Write("large.png", Large), _scene.File_("small.jpg"));
        Shrink();
        var shrunk = await _scene.RunAsync(_scene.Write("large.png", Large), _scene.File_("small.jpg"));
        // The small one is the same in both ways.
        Assert.Equal([false, true], shrunk.Select(result => result.FromJournal));
        Assert.Equal([true, true], (await _scene.RunAsync(_scene.Write("large.png", Large), _scene.File_("small.jpg"))).Select(result => result.FromJournal));

        Send();
        var sent = await _scene.RunAsync(_scene.Write("large.png", Large), _scene.File_("small.jpg"));
        Assert.Equal([true, true], sent.Select(result => result.FromJournal));
        Assert.All(sent, result => Assert.Null(result.SentLength));
        Assert.Equal(3, _scene.Sent);
        // Both answers about the large picture are kept.
        Assert.Equal(3, _scene.Import().Length);
    }

    [Fact]
    public async Task Bytes_are_found_by_the_content_that_was_given()
    {
        Shrink();
        await _scene.RunAsync(new BytesImage(Large, "bytes #1"));
        Assert.True(Assert.Single(await _scene.RunAsync(new BytesImage(Large, "bytes #2"))).FromJournal);
        Assert.False(Assert.Single(await _scene.RunAsync(new BytesImage(PngBuilder.Plain(5001, 3000), "bytes #1"))).FromJournal);
    }

    [Fact]
    public async Task Boxes_refer_to_the_displayed_picture_also_when_orientation_is_ignored_later()
    {
        Shrink();
        await _scene.RunAsync(_scene.Write("a.jpg", Turned));
        _scene.Options = _scene.Options with { AppliesOrientation = false };
        var again = Assert.Single(await _scene.RunAsync(new FileImage(_scene.PathOf("a.jpg"))));
        Assert.Equal((true, 3000, 5000), (again.FromJournal, again.ImageWidth, again.ImageHeight));
        var imported = Assert.Single(_scene.Import());
        Assert.Equal((3000, 5000), (imported.ImageWidth, imported.ImageHeight));
    }

    [Fact]
    public async Task A_picture_that_could_not_be_made_to_fit_is_skipped_only_where_that_is_wanted()
    {
        Shrink(new FakeShrinker([], ImageErrors.Incomplete("a.png")));
        await _scene.RunAsync(_scene.Write("a.png", Large));
        _scene.Options = _scene.Options with { SkipsFailed = true };
        Assert.True(Assert.Single(await _scene.RunAsync(new FileImage(_scene.PathOf("a.png")))).FromJournal);
        // As it is, it has not been tried.
        Send();
        Assert.False(Assert.Single(await _scene.RunAsync(new FileImage(_scene.PathOf("a.png")))).FromJournal);
    }

    private void Shrink(FakeShrinker? shrinker = null)
    {
        _scene.Shrinker = shrinker ?? _shrinker;
        _scene.Options = _scene.Options with { Shrinks = true };
    }

    private void Send()
    {
        _scene.Shrinker = null;
        _scene.Options = _scene.Options with { Shrinks = false };
    }
}
