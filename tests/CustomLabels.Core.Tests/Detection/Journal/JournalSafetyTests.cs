using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Arns;
using CustomLabels.Detection.Journal;
using CustomLabels.Images;
using Xunit;

namespace CustomLabels.Core.Tests.Detection.Journal;

/// <summary>Journals that were torn, spoilt, or are in use.</summary>
public sealed class JournalSafetyTests : IDisposable
{
    private const string Header = """{"Type":"Header","FormatVersion":1,"ModuleVersion":"9.9.9"}""" + "\n";
    private const string Image = """{"Type":"Image","Source":{"LiteralPath":"/x"},"ProjectVersionArn":"a","CustomLabels":[]}""" + "\n";

    private readonly JournalScene _scene = new();

    [Fact]
    public async Task Cut_anywhere_it_is_repaired_and_only_what_was_cut_off_is_sent_again()
    {
        ImageSource[] images = [.. Enumerable.Range(1, 3).Select(i => _scene.File_($"{i}.jpg", (byte)i))];
        await _scene.RunAsync(images);
        var whole = File.ReadAllBytes(_scene.Path);
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(_scene.Path, whole.AsSpan(0, length).ToArray());
            var (sent, kept) = (_scene.Sent, CountImages(whole.AsSpan(0, length)));
            var results = await _scene.RunAsync(images);
            Assert.Equal(length - 1 - whole.AsSpan(0, length).LastIndexOf((byte)'\n'), _scene.LastTornLength);
            Assert.Equal((length, images.Length - kept), (length, _scene.Sent - sent));
            Assert.All(results, result => Assert.Equal("dent 71.5; éA 60.0", result.CustomLabels.ToString()));
            Assert.Equal(images.Select(image => image.LiteralPath), _scene.Import().Select(result => result.LiteralPath).OrderBy(path => path, StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("{\"Type\":\"Hea", 12)]
    [InlineData("{\"Type\":\"Header\",\"FormatVersion\":1,\"Modu", 40)]
    [InlineData("\0\0\0\0\0", 5)]
    [InlineData("{\"Type\":\"Header\"\0\0\0", 19)]
    [InlineData(Header + "\0\0\0\0", 4)]
    [InlineData(Header + Image + "{\"Type\":\"Image\",\0\0\0\0}\n", 22)]
    public async Task What_a_lost_power_leaves_is_cut_off(string content, long torn)
    {
        File.WriteAllText(_scene.Path, content);
        using (var journal = _scene.Open()) Assert.Equal(torn, journal.TornLength);
        await _scene.RunAsync(_scene.File_("a.jpg"));
        Assert.Contains(_scene.Import(), result => result.Image == "a.jpg");
    }

    [Theory]
    [InlineData("\uFEFF", 0)]
    [InlineData("\uFEFF{\"Type\":\"Hea", 12)]
    [InlineData("\uFEFF" + Header, 0)]
    [InlineData("\uFEFF" + Header + Image, 0)]
    [InlineData("\uFEFF" + Header + Image + "{\"Type\":\"Ima", 12)]
    [InlineData("\uFEFF" + Header + Image + "{\"Type\":\"Image\",\0\0\0\0}\n", 22)]
    public async Task A_byte_order_mark_is_passed_over_and_the_torn_line_behind_it_is_cut_off_where_it_begins(string content, long torn)
    {
        File.WriteAllText(_scene.Path, content);
        var image = _scene.File_("a.jpg");
        await _scene.RunAsync(image);
        Assert.Equal(torn, _scene.LastTornLength);
        await _scene.RunAsync(image);
        Assert.Equal((0, 1), (_scene.LastTornLength, _scene.Sent));
        Assert.Equal(content.Contains(Image, StringComparison.Ordinal) ? ["/x", image.LiteralPath] : [image.LiteralPath], _scene.Import().Select(result => result.LiteralPath));
    }

    [Fact]
    public async Task Saved_with_a_byte_order_mark_and_cut_anywhere_it_is_repaired_to_the_byte()
    {
        ImageSource[] images = [.. Enumerable.Range(1, 3).Select(i => _scene.File_($"{i}.jpg", (byte)i))];
        await _scene.RunAsync(images);
        byte[] whole = [0xEF, 0xBB, 0xBF, .. File.ReadAllBytes(_scene.Path)];
        for (var length = whole.AsSpan(0, whole.Length - 1).LastIndexOf((byte)'\n') - 1; length < whole.Length; length++)
        {
            var cut = whole.AsSpan(0, length).ToArray();
            var end = Array.LastIndexOf(cut, (byte)'\n') + 1;
            File.WriteAllBytes(_scene.Path, cut);
            var (sent, kept) = (_scene.Sent, CountImages(cut));
            Assert.Equal(kept, _scene.Import().Length);
            var results = await _scene.RunAsync(images);
            Assert.Equal((length, length - end, images.Length - kept), (length, (int)_scene.LastTornLength, _scene.Sent - sent));
            Assert.Equal(cut.AsSpan(0, end).ToArray(), File.ReadAllBytes(_scene.Path).AsSpan(0, end).ToArray());
            Assert.All(results, result => Assert.Equal("dent 71.5; éA 60.0", result.CustomLabels.ToString()));
            Assert.Equal(images.Length, _scene.Import().Length);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Text_in_utf_16_is_named_and_not_changed(bool bigEndian)
    {
        File.WriteAllText(_scene.Path, Header + Image, new UnicodeEncoding(bigEndian, byteOrderMark: true));
        var before = File.ReadAllBytes(_scene.Path);
        foreach (var error in new[] { Assert.Throws<CustomLabelsException>(() => _scene.Open()), Assert.Throws<CustomLabelsException>(() => _scene.Import()) })
        {
            Assert.Equal(ErrorId.JournalInvalid, error.Error.Id);
            Assert.Contains("UTF-16", error.Message, StringComparison.Ordinal);
        }

        Assert.Equal(before, File.ReadAllBytes(_scene.Path));
    }

    [Theory]
    [InlineData("hello", "not a journal")]
    [InlineData("hello\n", "not a journal")]
    [InlineData("{\"Type\":\"Image\"}\n", "not a journal")]
    [InlineData("{}\n" + Header, "not a journal")]
    [InlineData("{\"Typ\0\"", "not a journal")]
    [InlineData("{\"Type\":\"Header\",\"FormatVersion\":3,\"ModuleVersion\":\"8.1\"}\n", "format version 3")]
    [InlineData("{\"Type\":\"Header\",\"FormatVersion\":0,\"ModuleVersion\":\"8.1\"}\n", "format version 0")]
    [InlineData("{\"Type\":\"Header\"}\n", "not a journal")]
    [InlineData(Header + "{\"Type\":\"Ima\n" + Image, "line 2")]
    [InlineData(Header + Image + "{\"Type\":\"Image\",\0\0}\n" + Image, "line 3")]
    [InlineData(Header + "{\"Type\":\"Footer\"}\n", "'Footer'")]
    [InlineData(Header + "{\"Type\":\"Image\"}\n", "without a Source")]
    [InlineData(Header + "{\"Type\":\"Image\",\"Source\":{\"LiteralPath\":\"/x\"}}\n", "without an Answer")]
    [InlineData(Header + "{\"Type\":\"Image\",\"Source\":{\"Bucket\":\"b\"},\"CustomLabels\":[]}\n", "half of Bucket and Key")]
    [InlineData(Header + "{\"Type\":\"Image\",\"Source\":{\"LiteralPath\":\"/x\"},\"CustomLabels\":[],\"Length\":\"long\"}\n", "line 2")]
    [InlineData(Header + Header, "line 2")]
    [InlineData(Header + Image + "[1]\n", "line 3")]
    [InlineData(Header + Image + "{} {}\n", "line 3")]
    public void What_is_no_journal_is_refused_and_not_changed(string content, string said)
    {
        File.WriteAllText(_scene.Path, content);
        var refused = Assert.Throws<CustomLabelsException>(_scene.Open);
        Assert.Equal((ErrorId.JournalInvalid, ErrorScope.Run), (refused.Error.Id, refused.Error.Scope));
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(_scene.Path));
        Assert.False(File.Exists(_scene.Path + ".lock"));
        Assert.Equal(ErrorId.JournalInvalid, Assert.Throws<CustomLabelsException>(() => _scene.Import()).Error.Id);
    }

    [Fact]
    public void A_torn_line_that_is_longer_than_what_follows_leaves_nothing()
    {
        File.WriteAllText(_scene.Path, Header + Image + "{\"Type\":\"" + new string('x', 5000));
        using (var journal = _scene.Open()) Assert.Equal(5009, journal.TornLength);
        Assert.Equal(3, _scene.Lines.Length);
        Assert.Single(_scene.Import());
    }

    [Fact]
    public void A_large_file_without_line_ends_is_not_read_through()
    {
        File.WriteAllBytes(_scene.Path, new byte[1024 * 1024]);
        Assert.Equal(ErrorId.JournalInvalid, Assert.Throws<CustomLabelsException>(_scene.Open).Error.Id);
        Assert.Equal(1024 * 1024, new FileInfo(_scene.Path).Length);
    }

    [Fact]
    public async Task Members_that_a_later_version_adds_are_passed_over()
    {
        var image = _scene.File_("a.jpg");
        await _scene.RunAsync(image);
        File.WriteAllText(_scene.Path, string.Join("\r\n", _scene.Lines.Select(line => line.Replace("{\"Type\"", "{\"New\":{\"x\":[1,{}]},\"Old\":null,\"Type\""))) + "\r\n\r\n");
        Assert.True(Assert.Single(await _scene.RunAsync(image)).FromJournal);
    }

    [Fact]
    public async Task A_second_run_is_told_who_has_the_journal()
    {
        await _scene.RunAsync(_scene.File_("a.jpg"));
        using (_scene.Open())
        {
            using var self = Process.GetCurrentProcess();
            var refused = Assert.Throws<CustomLabelsException>(_scene.Open);
            Assert.Equal(ErrorId.JournalInUse, refused.Error.Id);
            Assert.Contains($"process {self.Id} on {Environment.MachineName}, started by {Environment.UserName}, since ", refused.Message, StringComparison.Ordinal);
            // Reading is free.
            Assert.Single(_scene.Import());
        }

        using (_scene.Open()) Assert.True(File.Exists(_scene.Path + ".lock"));
        Assert.False(File.Exists(_scene.Path + ".lock"));
    }

    [Fact]
    public void A_lock_file_that_a_killed_run_left_is_no_lock()
    {
        File.WriteAllText(_scene.Path + ".lock", "4711 elsewhere\n");
        using (_scene.Open()) Assert.Throws<CustomLabelsException>(_scene.Open);
        Assert.False(File.Exists(_scene.Path + ".lock"));
    }

    [Fact]
    public void An_earlier_runs_line_does_not_name_the_one_that_has_the_journal()
    {
        File.WriteAllText(_scene.Path, Header + """{"Type":"Run","Started":"2020-01-01T00:00:00Z","ProcessId":7,"MachineName":"m","UserName":"u"}""" + "\n");
        Assert.True(JournalLock.TryTake(_scene.Path, out var taken, out _));
        using (taken) Assert.Contains("another run, since 20", Assert.Throws<CustomLabelsException>(_scene.Open).Message, StringComparison.Ordinal);
    }

#if NET
    [Fact]
    public async Task No_two_ever_hold_the_lock()
    {
        int inside = 0, taken = 0, clashes = 0;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 400; i++)
            {
                if (!JournalLock.TryTake(_scene.Path, out var mine, out DateTime _)) continue;
                if (Interlocked.Increment(ref inside) > 1) Interlocked.Increment(ref clashes);
                Interlocked.Increment(ref taken);
                Thread.Yield();
                Interlocked.Decrement(ref inside);
                mine.Dispose();
            }
        })));
        Assert.Equal(0, clashes);
        Assert.InRange(taken, 2, 3200);
        Assert.False(File.Exists(_scene.Path + ".lock"));
    }
#endif

    [Fact]
    public async Task What_is_emitted_is_in_the_file_by_then()
    {
        var image = _scene.File_("a.jpg");
        using var journal = _scene.Open();
        await journal.DetectAsync(JournalScene.Ask(image), new LogLines(), CancellationToken.None);
        Assert.Equal("a.jpg", Assert.Single(_scene.Import()).Image);
    }

    [UnixFact]
    public async Task A_file_that_goes_away_ends_the_run()
    {
        using var journal = _scene.Open();
        File.Delete(_scene.Path);
        DetectionResult result;
        var waited = Stopwatch.StartNew();
        do result = await journal.DetectAsync(JournalScene.Ask(_scene.File_("a.jpg")), new LogLines(), CancellationToken.None);
        while (result.Error is null && waited.Elapsed < TimeSpan.FromSeconds(30));
        Assert.Equal((ErrorId.JournalWriteFailed, ErrorScope.Run), (result.Error?.Id, result.Error?.Scope));
        Assert.Contains("deleted or moved", result.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_told_before_anything_is_sent()
    {
        _scene.Options = _scene.Options with { Path = Path.Combine(_scene.Path, "no", "such", "folder.jsonl") };
        Assert.Contains("Its folder does not exist.", Assert.Throws<CustomLabelsException>(_scene.Open).Error.Message, StringComparison.Ordinal);
        _scene.Options = _scene.Options with { Path = Path.GetTempPath().TrimEnd(Path.DirectorySeparatorChar) };
        Assert.Equal(ErrorId.JournalWriteFailed, Assert.Throws<CustomLabelsException>(_scene.Open).Error.Id);
    }

    [Fact]
    public async Task Opening_a_long_one_can_be_stopped_and_changes_nothing()
    {
        await _scene.RunAsync(_scene.File_("a.jpg"));
        File.AppendAllText(_scene.Path, "{\"Type\":\"Ima");
        var before = File.ReadAllBytes(_scene.Path);
        var stopped = new CancellationToken(canceled: true);

        Assert.Throws<OperationCanceledException>(() => JournalFile.Open(_scene.Path, isDurable: false, DateTime.UtcNow, stopped));
        Assert.Throws<OperationCanceledException>(() => JournalReader.Open(_scene.Path, stopped));

        Assert.Equal(before, File.ReadAllBytes(_scene.Path));
        _scene.Open().Dispose();
    }

    public void Dispose() => _scene.Dispose();

    private static int CountImages(ReadOnlySpan<byte> journal) =>
        Encoding.UTF8.GetString(journal.Slice(0, journal.LastIndexOf((byte)'\n') + 1).ToArray()).Split('\n').Count(line => line.StartsWith("{\"Type\":\"Image\"", StringComparison.Ordinal));
}
