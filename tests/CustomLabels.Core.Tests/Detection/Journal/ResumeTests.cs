using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using CustomLabels.Cli.Output;
using CustomLabels.Fuzz.Headers;
using CustomLabels.Images;
using Xunit;

namespace CustomLabels.Core.Tests.Detection.Journal;

/// <summary>What is finished, and what is new work.</summary>
public sealed class ResumeTests : IDisposable
{
    private readonly JournalScene _scene = new();

    [Fact]
    public async Task A_finished_image_is_not_sent_again_and_its_result_is_the_same()
    {
        var request = JournalScene.Ask(_scene.File_("a.jpg")) with { MinConfidence = 70.1, MaxResults = 3, Tag = "first" };
        var first = Assert.Single(await _scene.RunAsync(request));
        var again = Assert.Single(await _scene.RunAsync(JournalScene.Ask(new FileImage(first.LiteralPath!)) with { MinConfidence = 70.1, MaxResults = 3, Tag = "second" }));

        Assert.Equal(1, _scene.Sent);
        Assert.Equal((false, true), (first.FromJournal, again.FromJournal));
        Assert.Equal(("second", "second"), (again.Tag, again.CustomLabels[0].Tag));
        Assert.Equal(first with { Tag = null, CustomLabels = CustomLabelCollection.None }, again with { Tag = null, CustomLabels = CustomLabelCollection.None, FromJournal = false });
        Assert.Equal(first.CustomLabels.Select(Plain), again.CustomLabels.Select(Plain));
        Assert.Equal(new PixelBox(50, 50, 100, 25), again.CustomLabels[0].PixelBox);
    }

    [Fact]
    public async Task What_the_cli_prints_of_it_is_the_same_to_the_byte()
    {
        // Numbers without fraction, empty polygons, line breaks and members that we don't know.
        string[] answers = ["""{"CustomLabels":[{"Name":"a","Confidence":98,"Geometry":{"Polygon":[]}},{"Confidence":9.80e1,"New":[1]}]}""", "{\n \"CustomLabels\": [\r\n]}", "{}", """{"CustomLabels":null}"""];
        using var scene = new JournalScene(answers.Select(answer => ScriptedTransport.Answer(200, answer)).ToArray());
        var images = Enumerable.Range(0, answers.Length).Select(i => scene.File_($"{i}.jpg")).ToArray<ImageSource>();
        var first = await scene.RunAsync(images);
        var again = await scene.RunAsync(images);

        Assert.Equal(answers.Length, scene.Sent);
        foreach (var format in new[] { CliOutputFormat.Json, CliOutputFormat.Text, CliOutputFormat.Table, CliOutputFormat.Yaml, CliOutputFormat.YamlStream })
            Assert.Equal(first.Select(result => CliText.Of(result.CustomLabels, format)), again.Select(result => CliText.Of(result.CustomLabels, format)));
    }

    [Fact]
    public async Task Another_request_is_new_work()
    {
        var image = _scene.File_("a.jpg");
        var requests = new[]
        {
            JournalScene.Ask(image),
            JournalScene.Ask(image, JournalScene.Arn + "2"),
            JournalScene.Ask(image) with { MinConfidence = 0 },
            JournalScene.Ask(image) with { MinConfidence = 50 },
            JournalScene.Ask(image) with { MaxResults = 0 },
            JournalScene.Ask(image) with { MaxResults = 50 },
        };
        // A run each: what a run has done itself it doesn't look up.
        foreach (var request in requests) await _scene.RunAsync(request);
        Assert.Equal(requests.Length, _scene.Sent);
        Assert.All(await _scene.RunAsync(requests), result => Assert.True(result.FromJournal));
        Assert.Equal(requests.Length, _scene.Sent);
    }

    [Fact]
    public async Task Changed_content_is_new_work_and_the_old_content_is_still_finished()
    {
        await _scene.RunAsync(_scene.File_("a.jpg", seed: 1));
        Assert.False(Assert.Single(await _scene.RunAsync(Later(_scene.File_("a.jpg", seed: 2), 1))).FromJournal);
        Assert.True(Assert.Single(await _scene.RunAsync(Later(_scene.File_("a.jpg", seed: 1), 2))).FromJournal);
        Assert.Equal(2, _scene.Sent);
        // It is the last word on that path again.
        Assert.Equal(3, _scene.Lines.Count(line => line.Contains("\"Image\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_file_of_another_time_is_compared_by_content_once()
    {
        var path = _scene.File_("a.jpg").LiteralPath;
        await _scene.RunAsync(new FileImage(path));
        Later(new FileImage(path), 1);
        Assert.True(Assert.Single(await _scene.RunAsync(new FileImage(path))).FromJournal);
        var lines = _scene.Lines.Length;
        Assert.True(Assert.Single(await _scene.RunAsync(new FileImage(path))).FromJournal);
        // Only the run's own line is new: by its new time the file was recognised.
        Assert.Equal(lines + 1, _scene.Lines.Length);
        Assert.Equal(1, _scene.Sent);
        Assert.Single(_scene.Import());
    }

    [Fact]
    public async Task Content_that_hides_behind_length_and_time_is_found_when_it_is_verified()
    {
        var image = _scene.File_("a.jpg", seed: 1);
        // In whole seconds, which is all that Mono sets.
        var time = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(image.LiteralPath, time);
        await _scene.RunAsync(image);
        _scene.File_("a.jpg", seed: 2);
        File.SetLastWriteTimeUtc(image.LiteralPath, time);

        Assert.True(Assert.Single(await _scene.RunAsync(new FileImage(image.LiteralPath))).FromJournal);
        _scene.Options = _scene.Options with { VerifiesContent = true };
        Assert.False(Assert.Single(await _scene.RunAsync(new FileImage(image.LiteralPath))).FromJournal);
        Assert.True(Assert.Single(await _scene.RunAsync(new FileImage(image.LiteralPath))).FromJournal);
        Assert.Equal(2, _scene.Sent);
    }

    [Fact]
    public async Task Bytes_and_streams_are_found_by_content()
    {
        var (one, other) = (JournalScene.Content(1), JournalScene.Content(2));
        await _scene.RunAsync(new BytesImage(one, "bytes #1"));
        var again = await _scene.RunAsync(new BytesImage(other, "bytes #1"), new BytesImage(one, "bytes #2"), new StreamImage(new MemoryStream(one), "stream #1"));
        Assert.Equal([false, true, true], again.Select(result => result.FromJournal));
        Assert.Equal(["bytes #1", "bytes #2", "stream #1"], again.Select(result => result.Image));
        Assert.Equal(2, _scene.Sent);
    }

    [Fact]
    public async Task An_s3_object_is_finished_only_if_something_tells_it_from_its_next_version()
    {
        ImageSource[] images =
        [
            new S3Image("line", "a.jpg"), new S3Image("line", "a.jpg", "v1"), new S3Image("line", "a.jpg", "v2"), new S3Image("line", "a.jpg", versionId: null, "\"e1\""),
            new S3Image("line", "a.jpg", versionId: null, "\"e2\""), new S3Image("line", "a.jpg", "null"), new S3Image("line", "a.jpg", "null", "\"e3\""), new S3Image("lines", "a.jpg", "v1"),
        ];
        await _scene.RunAsync(images);
        Assert.Equal(images.Length, _scene.Sent);
        var again = await _scene.RunAsync(images);
        Assert.Equal([false, true, true, true, true, false, true, true], again.Select(result => result.FromJournal));
    }

    [Fact]
    public async Task Failed_images_are_tried_again_unless_they_are_to_be_skipped()
    {
        using var scene = new JournalScene(ScriptedTransport.Error("ImageTooLargeException"), ScriptedTransport.Answer(200, JournalScene.Labels));
        var image = scene.File_("a.jpg");
        var missing = scene.NoFile("b.jpg");
        var failed = await scene.RunAsync(image, missing);
        Assert.Equal([ErrorId.ImageTooLarge, ErrorId.ImageNotFound], failed.Select(result => result.Error!.Id));

        scene.Options = scene.Options with { SkipsFailed = true };
        var skipped = await scene.RunAsync(image, missing);
        Assert.Equal((1, true), (scene.Sent, skipped.All(result => result.FromJournal)));
        Assert.Equal(failed.Select(result => result.Error), skipped.Select(result => result.Error));

        // What was missing and is there now has not failed.
        Assert.Equal(DetectionStatus.Succeeded, Assert.Single(await scene.RunAsync(scene.File_("b.jpg"))).Status);
        scene.Options = scene.Options with { SkipsFailed = false };
        Assert.Equal((DetectionStatus.Succeeded, false), (await scene.RunAsync(image)) switch { [var result] => (result.Status, result.FromJournal), _ => default });
        Assert.Equal(3, scene.Sent);
        Assert.Equal(2, scene.Import(includeFailed: true).Length);
    }

    [Fact]
    public async Task What_ended_the_run_or_a_model_is_no_failure_of_an_image_to_skip()
    {
        using var scene = new JournalScene(ScriptedTransport.Error("AccessDeniedException"), ScriptedTransport.Error("ResourceNotReadyException"), ScriptedTransport.Answer(200, JournalScene.Labels));
        scene.Options = scene.Options with { SkipsFailed = true };
        var image = scene.File_("a.jpg");
        Assert.Equal(ErrorScope.Run, Assert.Single(await scene.RunAsync(image)).Error!.Scope);
        Assert.Empty(scene.Import(includeFailed: true));
        Assert.Equal(ErrorScope.Model, Assert.Single(await scene.RunAsync(image)).Error!.Scope);
        Assert.Equal(ErrorScope.Model, Assert.Single(scene.Import(includeFailed: true)).Error!.Scope);
        Assert.Equal(DetectionStatus.Succeeded, Assert.Single(await scene.RunAsync(image)).Status);
    }

    [Theory]
    [InlineData(true, 100, 200)]
    [InlineData(false, 200, 100)]
    public async Task Pixels_are_those_of_the_orientation_that_this_run_asks_for(bool appliedFirst, int width, int height)
    {
        using var folder = new TemporaryFolder();
        var image = new FileImage(folder.Write("a.jpg", JournalScene.Content(1, TiffBuilder.Orientation(6))));
        _scene.Options = _scene.Options with { AppliesOrientation = appliedFirst };
        var first = Assert.Single(await _scene.RunAsync(image));
        Assert.Equal((width, height), (first.ImageWidth, first.ImageHeight));
        Assert.Equal((width, height), _scene.Import() switch { [var imported] => (imported.ImageWidth, imported.ImageHeight), _ => default });

        _scene.Options = _scene.Options with { AppliesOrientation = !appliedFirst };
        var again = Assert.Single(await _scene.RunAsync(image));
        Assert.True(again.FromJournal);
        Assert.Equal((height, width), (again.ImageWidth, again.ImageHeight));
        Assert.Equal(PixelBox.From(again.CustomLabels[0].Geometry!.BoundingBox!, height, width), again.CustomLabels[0].PixelBox);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_PNG_keeps_its_pixels_whatever_this_run_asks_for(bool appliedFirst)
    {
        using var folder = new TemporaryFolder();
        var image = new FileImage(folder.Write("a.png", PngBuilder.WithExif(200, 100, TiffBuilder.Orientation(6))));
        foreach (var isApplied in (bool[])[appliedFirst, !appliedFirst])
        {
            _scene.Options = _scene.Options with { AppliesOrientation = isApplied };
            var result = Assert.Single(await _scene.RunAsync(image));
            Assert.Equal((isApplied != appliedFirst, 200, 100, 6), (result.FromJournal, result.ImageWidth, result.ImageHeight, result.ExifOrientation));
            Assert.Equal((200, 100), _scene.Import() switch { [var imported] => (imported.ImageWidth, imported.ImageHeight), _ => default });
        }
    }

    [Fact]
    public async Task An_image_that_is_given_twice_is_asked_about_twice()
    {
        var image = _scene.File_("a.jpg");
        await _scene.RunAsync(image, image);
        Assert.Equal(2, _scene.Sent);
        Assert.All(await _scene.RunAsync(image, image), result => Assert.True(result.FromJournal));
    }

    public void Dispose() => _scene.Dispose();

    private static FileImage Later(FileImage image, int hours)
    {
        File.SetLastWriteTimeUtc(image.LiteralPath, DateTime.UtcNow.AddHours(hours));
        return new FileImage(image.LiteralPath);
    }

    private static CustomLabel Plain(CustomLabel label) => label with { Tag = null, Geometry = null };
}
