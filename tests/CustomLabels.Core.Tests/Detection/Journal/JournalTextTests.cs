using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using CustomLabels.Api.Transport;
using CustomLabels.Detection;
using CustomLabels.Detection.Journal;
using CustomLabels.Images;
using Xunit;

namespace CustomLabels.Core.Tests.Detection.Journal;

/// <summary>How much of others' text a line holds, and what is one image under several names.</summary>
public sealed class JournalTextTests
{
    private const int LongestLine = 4096;

    private static readonly string Much = new('x', 8_000_000);

    [Fact]
    public async Task A_line_has_an_end_however_much_the_service_says()
    {
        using var scene = new JournalScene(() => new ServiceAnswer(400, Encoding.UTF8.GetBytes($$"""{"__type":"InvalidImageFormatException","Message":"{{Much}}"}""")) { RequestId = Much });
        var result = Assert.Single(await scene.RunAsync(scene.File_("a.jpg")));
        Assert.Equal(VisibleText.MaxLength, result.RequestId!.Length);
        Assert.All(scene.Lines, line => Assert.InRange(line.Length, 1, LongestLine));
        Assert.Equal(result.Error, Assert.Single(scene.Import(includeFailed: true)).Error);
    }

    [Fact]
    public async Task A_line_has_an_end_however_long_the_text_that_was_given_as_a_path()
    {
        using var scene = new JournalScene();
        using (var journal = scene.Open())
        {
            var image = new UnresolvedImage(Much);
            await journal.AppendAsync(DetectionResults.Of(image).Failed(ImageErrors.NotFound(Much), DateTime.UtcNow), tag: null);
        }

        Assert.All(scene.Lines, line => Assert.InRange(line.Length, 1, LongestLine));
        Assert.Equal(VisibleText.MaxLength, Assert.Single(scene.Import(includeFailed: true)).Image.Length);
    }

    [Fact]
    public async Task Images_with_long_paths_that_differ_in_the_middle_alone_are_each_found_again()
    {
        using var folder = new TemporaryFolder();
        using var scene = new JournalScene();
        var images = new[] { "1", "2" }.Select(middle => Path.Combine(folder.PathOf(""), new string('a', 200), new string('b', 100) + middle + new string('b', 100), new string('c', 200))).Select(
            place => new FileImage(Path.Combine(Directory.CreateDirectory(place).FullName, "a.jpg"))).ToArray<ImageSource>();
        foreach (var image in images) File.WriteAllBytes(image.LiteralPath!, JournalScene.Content(1));
        Assert.All(images, image => Assert.True(image.LiteralPath!.Length > VisibleText.MaxLength));

        await scene.RunAsync(images);
        var again = await scene.RunAsync(images);
        Assert.Equal(2, scene.Sent);
        Assert.All(again, result => Assert.True(result.FromJournal));
        Assert.Equal(images.Select(image => image.LiteralPath), scene.Import().Select(result => result.LiteralPath));
    }

    [WindowsFact]
    public async Task A_path_with_a_prefix_is_the_same_image_as_without()
    {
        using var scene = new JournalScene();
        var path = scene.File_("a.jpg").LiteralPath;
        await scene.RunAsync(new FileImage(@"\\?\" + path));
        var again = await scene.RunAsync(new FileImage(path), new FileImage(@"\\.\" + path), new FileImage(@"\\?\" + path.ToUpperInvariant()));
        Assert.All(again, result => Assert.True(result.FromJournal));
        Assert.Equal(path, again[0].LiteralPath);
        Assert.Equal(1, scene.Sent);
    }

    [WindowsFact]
    public void A_share_is_one_place_with_a_prefix_and_without()
    {
        static JournalKey Key(string path) => JournalKey.Of(ImageIdentity.OfFile(path), sha256: null, new JournalRequest(JournalScene.Arn, MinConfidence: null, MaxResults: null));
        Assert.Equal(Key(@"\\server\share\a.jpg"), Key(@"\\?\UNC\Server\share\a.jpg"));
        Assert.Equal(Key(@"C:\pics\a.jpg"), Key(@"\\?\c:\pics\a.jpg"));
        Assert.NotEqual(Key(@"C:\pics\a."), Key(@"\\?\C:\pics\a."));
    }
}
