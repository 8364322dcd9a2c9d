using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using CustomLabels.Arns;
using CustomLabels.Images;
using Xunit;

namespace CustomLabels.Core.Tests.Detection.Journal;

/// <summary>Journals of other versions of the format, and what this one keeps.</summary>
public sealed class JournalVersionTests : IDisposable
{
    private const string Labels = """[{"Name":"dent","Confidence":71.50}]""";

    private readonly JournalScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    public async Task A_journal_of_the_first_version_is_continued_and_becomes_one_of_this(string start)
    {
        var old = _scene.File_("old.jpg");
        var lines = WriteFirstVersion(old, start, """{ "FormatVersion" : 1, "ModuleVersion": "0.1.0", "Type": "Header" }""");

        var first = await _scene.RunAsync(JournalScene.Ask(old) with { MinConfidence = 70.1 }, JournalScene.Ask(old), JournalScene.Ask(_scene.File_("new.jpg", seed: 2)));

        Assert.Equal([true, false, false], first.Select(result => result.FromJournal));
        Assert.Equal(["dent"], first[0].CustomLabels.Name);
        Assert.Equal(2, _scene.Sent);
        var bytes = File.ReadAllBytes(_scene.Path);
        Assert.StartsWith(start + lines.Replace("\" : 1", "\" : 2"), Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.All(await _scene.RunAsync(old, new FileImage(first[2].LiteralPath!)), result => Assert.True(result.FromJournal));
        Assert.Equal(3, _scene.Import().Length);
    }

    [Fact]
    public void Reading_a_journal_of_the_first_version_changes_nothing()
    {
        WriteFirstVersion(_scene.File_("old.jpg"), "", """{"Type":"Header","FormatVersion":1,"ModuleVersion":"0.1.0"}""");
        var before = File.ReadAllBytes(_scene.Path);

        var result = Assert.Single(_scene.Import());

        Assert.Equal((70.1, JournalScene.Arn), (result.MinConfidence, result.ProjectVersionArn));
        Assert.Equal(before, File.ReadAllBytes(_scene.Path));
    }

    [Fact]
    public async Task What_a_later_module_asked_besides_makes_another_request_of_it()
    {
        var image = _scene.File_("a.jpg");
        await _scene.RunAsync(image);
        var lines = File.ReadAllText(_scene.Path);
        File.WriteAllText(_scene.Path, lines.Replace("\"Request\":{", "\"Request\":{\"Oversized\":{\"Mode\":\"Shrink\"},"));

        Assert.False(Assert.Single(await _scene.RunAsync(image)).FromJournal);
        Assert.Equal(2, _scene.Import().Length);
        Assert.True(Assert.Single(await _scene.RunAsync(image)).FromJournal);
    }

    [Fact]
    public async Task What_a_later_module_tells_apart_by_more_than_its_source_is_another_image()
    {
        var image = _scene.File_("a.jpg");
        await _scene.RunAsync(image);
        var lines = File.ReadAllLines(_scene.Path);
        File.WriteAllLines(_scene.Path, [lines[0], .. new[] { 1, 2, 3 }.Select(time => string.Join($"\"Source\":{{\"Time\":{time},", lines[2].Split(["\"Source\":{"], StringSplitOptions.None)))]);

        Assert.Equal(3, _scene.Import().Length);
        Assert.False(Assert.Single(await _scene.RunAsync(image)).FromJournal);
    }

    [Fact]
    public async Task An_image_that_failed_for_a_reason_of_a_later_module_is_tried_again()
    {
        var image = _scene.File_("a.jpg");
        await _scene.RunAsync(image);
        var line = _scene.Lines[2];
        var failed = line.Substring(0, line.IndexOf("\"Answer\"", StringComparison.Ordinal)) + "\"Error\":" + """{"Id":"ShrinkFailed","Message":"It can't be shrunk.","RecommendedAction":"?","Scope":"Frame"},"Attempts":0,"DurationMs":0,"Timestamp":"2026-01-01T00:00:01Z"}""";
        File.WriteAllLines(_scene.Path, [_scene.Lines[0], failed]);

        var imported = Assert.Single(_scene.Import(includeFailed: true));
        Assert.Equal((ErrorId.RequestInvalid, "It can't be shrunk."), (imported.Error!.Id, imported.Error.Message));
        _scene.Options = _scene.Options with { SkipsFailed = true };
        Assert.False(Assert.Single(await _scene.RunAsync(image)).FromJournal);
    }

    [Fact]
    public async Task The_whole_answer_is_kept()
    {
        const string Answer = """{"CustomLabels":[{"Name":"dent","Confidence":71.50}],"ModelNotes":{"a":[1.0]}}""";
        using var scene = new JournalScene(ScriptedTransport.Answer(200, Answer));
        await scene.RunAsync(scene.File_("a.jpg"));

        using var line = JsonDocument.Parse(scene.Lines[2]);

        Assert.Equal(Answer, line.RootElement.GetProperty("Answer").GetRawText());
    }

    /// <summary>A journal as version 0.1.0 of the module wrote it.</summary>
    private string WriteFirstVersion(FileImage image, string start, string header)
    {
        var path = JsonSerializer.Serialize(image.LiteralPath);
        var written = JsonSerializer.Serialize(image.LastWriteTimeUtc);
        var text = $$"""
            {{header}}
            {"Type":"Run","Started":"2026-01-01T00:00:00Z","ProcessId":1,"MachineName":"m","UserName":"u","ModuleVersion":"0.1.0"}
            {"Type":"Image","Source":{"LiteralPath":{{path}}},"Length":{{image.Length}},"LastWriteTimeUtc":{{written}},"ProjectVersionArn":"{{JournalScene.Arn}}","MinConfidence":70.1,"CustomLabels":{{Labels}},"ImageWidth":200,"ImageHeight":100,"RequestId":"r","Attempts":1,"DurationMs":12.5,"Timestamp":"2026-01-01T00:00:01Z"}

            """.Replace("\r\n", "\n");
        File.WriteAllText(_scene.Path, start + text);
        return text;
    }
}
