using System;
using System.IO;
using System.Linq;
using System.Threading;
using CustomLabels.Fuzz.Headers;
using CustomLabels.Images;
using CustomLabels.Pictures;
using Xunit;

namespace CustomLabels.Core.Tests.Reports.Detections;

public sealed class DetectionReportTests
{
    [Fact]
    public void A_result_is_a_row_with_its_labels_and_a_picture()
    {
        using var scene = new ReportScene();
        using var report = scene.Report();
        report.Add(ReportScene.Result(scene.Picture("a b.png"), ("scratch", 98.5), ("dent", 71)));

        report.Write();

        var row = Assert.Single(scene.Rows);
        Assert.Equal("""{"n":"a b.png","p":"a b.png","u":"a%20b.png","w":4,"h":2,"k":1,"l":[[0,98.5,[0.1,0.2,0.3,0.4]],[1,71,[0.1,0.2,0.3,0.4]]]}""", row.GetRawText());
        Assert.Equal("AQID", Assert.Single(scene.Thumbnails).GetString());
        Assert.Contains("""<dt>Labels</dt><dd>2</dd>""", scene.Page, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(scene.Folder.Path, "*.html"));
    }

    [Fact]
    public void Pictures_keep_their_order_and_few_are_held_at_once()
    {
        using var scene = new ReportScene();
        var busy = new BusyThumbnails();
        using var report = scene.Report(thumbnails: () => busy);
        foreach (var i in Enumerable.Range(0, 60)) report.Add(ReportScene.Result(scene.Picture($"{i:00}.png")));

        report.Write();

        Assert.Equal(Enumerable.Range(0, 60).Select(i => $"{i:00}.png"), scene.Rows.Select(row => row.GetProperty("n").GetString()));
        Assert.Equal(60, scene.Thumbnails.Count);
        Assert.InRange(busy.Most, 1, 4);
    }

    [Fact]
    public void What_failed_is_named_as_the_page_names_it_with_what_to_do()
    {
        using var scene = new ReportScene();
        using var report = scene.Report();
        report.Add(ReportScene.Failure(scene.Folder.PathOf("a<b>.png")));

        report.Write();

        Assert.Contains("<h3>ImageEmpty: 1 picture</h3>\n<p><bdi>&#39;a&lt;b&gt;.png&#39; is empty.</bdi></p>\n<p><strong>What to do:</strong> <bdi>Give another.</bdi></p>", scene.Page, StringComparison.Ordinal);
        Assert.Equal("""["ImageEmpty","'a<b>.png' is empty.","Give another."]""", string.Join(",", scene.Rows[0].GetProperty("e").EnumerateArray().Select(part => $"\"{part.GetString()}\"")).Insert(0, "[") + "]");
        Assert.DoesNotContain(scene.Folder.Path, scene.Page, StringComparison.Ordinal);
        Assert.Equal(1, report.UnreadableCount);
    }

    [Theory]
    [InlineData("</script><script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("<!--")]
    [InlineData("\u202Eabc\u2066")]
    public void Names_labels_tags_and_titles_are_text(string text)
    {
        using var scene = new ReportScene();
        using var report = scene.Report(options => options with { Title = text });
        report.Add(ReportScene.Result(Path.Combine(scene.Folder.Path, text.Replace('/', '_').Replace('<', '(')), (text, 50)) with { Tag = text });
        report.Add(ReportScene.Failure(scene.Folder.PathOf("f.png")) with { Error = new CustomLabelsError(ErrorId.ImageEmpty, text, text), Identity = ImageIdentity.OfName(text) });

        report.Write();

        // What is shown of all of it is the text, with what can't be seen written out; the page's own two elements are all scripts there are.
        Assert.DoesNotContain(text, scene.Page, StringComparison.Ordinal);
        Assert.Equal(VisibleText.Of(text), scene.Rows[0].GetProperty("g").GetString());
        Assert.Equal(4, CountOf(scene.Page, "<script"));
        Assert.Equal(CountOf(scene.Page, "<script"), CountOf(scene.Page, "</script"));
    }

    [Fact]
    public void A_large_report_has_its_pictures_beside_it()
    {
        using var scene = new ReportScene();
        using var report = scene.Report(options => options with { MostPageBytes = 100 });
        report.Add(ReportScene.Result(scene.Picture("a.png")));
        report.Add(ReportScene.Result(scene.Folder.PathOf("gone.png")));
        report.Add(ReportScene.Result(scene.Picture("b.png")));

        report.Write();

        Assert.Equal(["000000.jpg", "000002.jpg"], Directory.GetFiles(scene.Folder.PathOf("report.files")).Select(Path.GetFileName).OrderBy(name => name, StringComparer.Ordinal));
        Assert.Contains("\"folder\":\"report.files\"", scene.Page, StringComparison.Ordinal);
        Assert.Empty(scene.Thumbnails);
        Assert.Equal(3, scene.Rows.Count);
    }

    [Fact]
    public void A_report_that_replaces_another_takes_away_its_pictures_and_nothing_else()
    {
        using var scene = new ReportScene();
        using (var large = scene.Report(options => options with { MostPageBytes = 0 }))
        {
            large.Add(ReportScene.Result(scene.Picture("a.png")));
            large.Write();
        }

        scene.Folder.Write("report.files/mine.txt", "mine");
        using var small = scene.Report(options => options with { Replaces = true });
        small.Add(ReportScene.Result(scene.Picture("a.png")));
        small.Write();

        Assert.Equal("mine.txt", Path.GetFileName(Assert.Single(Directory.GetFiles(scene.Folder.PathOf("report.files")))));
        Assert.Single(scene.Thumbnails);
    }

    [Theory]
    [InlineData("report.html")]
    [InlineData("report.files/000000.jpg")]
    public void What_is_there_is_kept(string name)
    {
        using var scene = new ReportScene();
        var there = scene.Folder.Write(name, "mine");
        using var report = scene.Report();

        Assert.Equal(ErrorId.OutputExists, Assert.Throws<CustomLabelsException>(report.Check).Error.Id);
        report.Add(ReportScene.Result(scene.Picture("a.png")));
        Assert.Equal(ErrorId.OutputExists, Assert.Throws<CustomLabelsException>(report.Write).Error.Id);

        Assert.Equal("mine", File.ReadAllText(there));
    }

    [Fact]
    public void What_is_not_finished_leaves_nothing()
    {
        using var scene = new ReportScene();
        using (var report = scene.Report())
        {
            foreach (var i in Enumerable.Range(0, 20)) report.Add(ReportScene.Result(scene.Picture($"{i}.png")));
            Assert.Single(Directory.GetDirectories(scene.Folder.Path));
        }

        Assert.Empty(Directory.GetDirectories(scene.Folder.Path));
        Assert.False(File.Exists(scene.Path));
    }

    [Fact]
    public void Labels_that_came_one_by_one_come_together_by_picture()
    {
        using var scene = new ReportScene();
        var (one, two) = (ReportScene.Result(scene.Picture("1.png"), ("a", 90), ("b", 80)), ReportScene.Result(scene.Picture("2.png"), ("a", 85)));
        using var report = scene.Report();
        foreach (var label in one.CustomLabels.Concat(two.CustomLabels).OrderByDescending(label => label.Confidence)) report.Add(label);
        Assert.Equal(2, report.Count);

        report.Write();

        Assert.Equal([2, 1], scene.Rows.Select(row => row.GetProperty("l").GetArrayLength()));
        // No result told their sizes: the files do.
        Assert.Equal(4, scene.Rows[0].GetProperty("w").GetInt32());
    }

    [Fact]
    public void Without_what_makes_small_pictures_the_page_has_the_way_to_the_pictures()
    {
        using var scene = new ReportScene();
        using var report = scene.Report(thumbnails: () => throw new CustomLabelsException(new CustomLabelsError(ErrorId.RequestInvalid, "Not here.", "")));
        report.Add(ReportScene.Result(scene.Picture("a.png")));
        report.Write();

        Assert.Equal("a.png", scene.Rows[0].GetProperty("u").GetString());
        Assert.False(scene.Rows[0].TryGetProperty("k", out _));
    }

    [Fact]
    public void A_PNG_that_a_browser_would_turn_is_to_be_shown_unturned()
    {
        using var scene = new ReportScene();
        using var report = scene.Report();
        report.Add(ReportScene.Result(scene.Folder.Write("turned.png", PngBuilder.WithExif(4, 2, TiffBuilder.Orientation(6)))));
        report.Add(ReportScene.Result(scene.Picture("plain.png")));
        report.Write();

        Assert.Equal(6, scene.Rows[0].GetProperty("o").GetInt32());
        Assert.False(scene.Rows[1].TryGetProperty("o", out _));
    }

    private static int CountOf(string text, string part) => (text.Length - text.Replace(part, "").Length) / part.Length;

    private sealed class BusyThumbnails : IThumbnails
    {
        private int _now;
        private int _most;

        public int Most => _most;

        public Thumbnail Make(LocalImage image, int maxDimension)
        {
            var now = Interlocked.Increment(ref _now);
            for (var most = _most; now > most; most = _most) Interlocked.CompareExchange(ref _most, now, most);
            Thread.Yield();
            Interlocked.Decrement(ref _now);
            return new Thumbnail([1], 1, 1);
        }
    }
}
