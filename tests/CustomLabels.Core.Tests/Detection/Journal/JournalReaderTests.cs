using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Detection.Journal;
using CustomLabels.Images;
using Xunit;

namespace CustomLabels.Core.Tests.Detection.Journal;

/// <summary>What comes back out of a journal by itself.</summary>
public sealed class JournalReaderTests : IDisposable
{
    private readonly JournalScene _scene = new();

    [Fact]
    public async Task Results_come_back_as_they_were()
    {
        var results = new List<DetectionResult>();
        ImageSource[] images = [_scene.File_("a[1] é.jpg"), new BytesImage(JournalScene.Content(2), "bytes #1"), new S3Image("line", "k/ü.jpg", "v1", "\"e\""), new S3Image("line", "b.jpg"), _scene.NoFile("no.jpg")];
        foreach (var image in images) results.AddRange(await _scene.RunAsync(JournalScene.Ask(image) with { MinConfidence = 33.3, MaxResults = 7 }));

        var imported = _scene.Import(includeFailed: true);

        Assert.Equal(results.Select(Plain), imported.Select(result => Plain(result with { FromJournal = false })));
        Assert.Equal(results.Select(result => result.CustomLabels.ToString()), imported.Select(result => result.CustomLabels.ToString()));
        Assert.Equal(results[0].CustomLabels[0].PixelBox, imported[0].CustomLabels[0].PixelBox);
        Assert.Equal(4, _scene.Import().Length);
        Assert.All(imported, result => Assert.True(result.FromJournal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("serial \"7\"\u2028")]
    [InlineData(true)]
    [InlineData(-7L)]
    [InlineData(0.1)]
    public async Task A_tag_that_json_has_comes_back(object? tag)
    {
        await _scene.RunAsync(JournalScene.Ask(_scene.File_("a.jpg")) with { JournalTag = tag });
        var result = Assert.Single(_scene.Import());
        Assert.Equal(tag, result.Tag);
        Assert.Equal(tag, result.CustomLabels[0].Tag);
    }

    [Fact]
    public async Task A_tag_of_names_comes_back_in_their_order()
    {
        KeyValuePair<string, object?>[] tag = [new("Order", 7L), new("By", "é"), new("None", null), new("Part", 1.50m)];
        await _scene.RunAsync(JournalScene.Ask(_scene.File_("a.jpg")) with { JournalTag = tag });
        Assert.Equal<KeyValuePair<string, object?>>([tag[0], tag[1], tag[2], new("Part", 1.5)], Assert.IsAssignableFrom<IEnumerable<KeyValuePair<string, object?>>>(Assert.Single(_scene.Import()).Tag));
    }

    [Fact]
    public async Task Of_a_source_and_request_the_latest_counts()
    {
        using var scene = new JournalScene(ScriptedTransport.Answer(200, JournalScene.Labels), ScriptedTransport.Answer(200, """{"CustomLabels":[{"Name":"new","Confidence":1}]}"""));
        await scene.RunAsync(scene.File_("a.jpg", 1));
        await scene.RunAsync(scene.File_("b.jpg"), new FileImage(scene.File_("a.jpg", 2).LiteralPath));
        Assert.Equal([("b.jpg", "new 1.0"), ("a.jpg", "new 1.0")], scene.Import().Select(result => (result.Image, result.CustomLabels.ToString())));
    }

    [Fact]
    public async Task A_torn_line_is_left_out_and_left_alone()
    {
        await _scene.RunAsync(_scene.File_("a.jpg"));
        File.AppendAllText(_scene.Path, "{\"Type\":\"Ima");
        using (var reader = JournalReader.Open(_scene.Path)) Assert.Equal(12, reader.TornLength);
        Assert.Single(_scene.Import());
        Assert.EndsWith("{\"Type\":\"Ima", File.ReadAllText(_scene.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_there_is_told()
    {
        Assert.Equal(ErrorId.JournalInvalid, Assert.Throws<CustomLabelsException>(() => _scene.Import()).Error.Id);
        Assert.False(File.Exists(_scene.Path));
    }

    public void Dispose() => _scene.Dispose();

    private static DetectionResult Plain(DetectionResult result) => result with { CustomLabels = CustomLabelCollection.None };
}
