using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using CustomLabels.Detection.Journal;
using Xunit;

namespace CustomLabels.Core.Tests.Detection.Journal;

public sealed class JournalWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Lines_of_many_at_once_are_whole_and_written_when_it_says_so(bool isDurable)
    {
        using var writer = Open(out var path, isDurable);
        await Task.WhenAll(Enumerable.Range(0, 16).Select(thread => Task.Run(async () =>
        {
            for (var i = 0; i < 50; i++)
            {
                var line = $"{thread}-{i}-{new string('x', thread * 100)}";
                await writer.AppendAsync(Encoding.ASCII.GetBytes(line + "\n"));
                if (i % 10 == 0) Assert.Contains(line, Read(path));
            }
        })));
        var lines = Read(path);
        Assert.Equal(16 * 50, lines.Distinct(StringComparer.Ordinal).Count());
        Assert.All(lines, line => Assert.Equal(int.Parse(line.Split('-')[0], System.Globalization.CultureInfo.InvariantCulture) * 100, line.Split('-')[2].Length));
    }

    [Fact]
    public async Task After_a_failure_nothing_is_written_and_all_are_told()
    {
        var file = new FileStream(_folder.PathOf("j"), FileMode.Create, FileAccess.Write, FileShare.ReadWrite);
        using var writer = new JournalWriter(_folder.PathOf("j"), file, end: 0, isDurable: false);
        await writer.AppendAsync([1, 10]);
        file.Dispose();
        var failures = new List<CustomLabelsException>();
        for (var i = 0; i < 3; i++) failures.Add(await Assert.ThrowsAsync<CustomLabelsException>(() => writer.AppendAsync([2, 10])));
        Assert.All(failures, failure => Assert.Equal((ErrorId.JournalWriteFailed, ErrorScope.Run), (failure.Error.Id, failure.Error.Scope)));
        Assert.Equal([1, 10], File.ReadAllBytes(_folder.PathOf("j")));
    }

    [Fact]
    public async Task A_closed_writer_takes_no_more()
    {
        var writer = Open(out _, isDurable: false);
        writer.Dispose();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writer.AppendAsync([10]));
    }

    public void Dispose() => _folder.Dispose();

    private JournalWriter Open(out string path, bool isDurable)
    {
        path = _folder.PathOf("j");
        return new JournalWriter(path, new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite, bufferSize: 1), end: 0, isDurable);
    }

    private static List<string> Read(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        var lines = reader.ReadToEnd().Split('\n');
        // Another thread's line may be half there; one's own is whole.
        return [.. lines.Take(lines.Length - 1)];
    }
}
