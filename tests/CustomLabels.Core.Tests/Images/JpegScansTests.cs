using System.IO;
using System.Linq;
using CustomLabels.Images;
using Xunit;

namespace CustomLabels.Core.Tests.Images;

public sealed class JpegScansTests
{
    private static readonly byte[] Start = [0xFF, 0xD8, 0xFF, 0xE0, 0, 6, 0xFF, 0xDA, 0, 4];
    private static readonly byte[] Frame = [0xFF, 0xC0, 0, 5, 1, 2, 3];
    private static readonly byte[] ProgressiveFrame = [0xFF, 0xC2, 0, 5, 1, 2, 3];
    private static readonly byte[] Scan = [0xFF, 0xDA, 0, 4, 1, 2, 10, 20, 0xFF, 0, 30, 0xFF, 0xD3, 40, 0xFF];
    private static readonly byte[] End = [0xFF, 0xD9];

    [Fact]
    public void Scans_are_counted_and_not_what_looks_like_one_within_a_segment() =>
        Assert.Equal(new JpegScans(2, IsProgressive: false, HasEnd: true), Read([.. Start, .. Frame, .. Scan, .. Scan, .. End]));

    [Fact]
    public void A_progressive_frame_is_told() => Assert.Equal(new JpegScans(1, IsProgressive: true, HasEnd: true), Read([.. Start, .. ProgressiveFrame, .. Scan, .. End]));

    [Fact]
    public void What_comes_after_the_end_is_another_image() =>
        Assert.Equal(new JpegScans(1, IsProgressive: false, HasEnd: true), Read([.. Start, .. Frame, .. Scan, .. End, .. Start, .. Frame, .. Scan]));

    [Fact]
    public void Cut_off_anywhere_it_has_no_end()
    {
        byte[] whole = [.. Start, .. Frame, .. Scan, .. End];
        foreach (var length in Enumerable.Range(0, whole.Length)) Assert.False(Read([.. whole.Take(length)]).HasEnd);
    }

    [Fact]
    public void It_reads_no_further_than_one_scan_more_than_is_wanted()
    {
        using var stream = new MemoryStream([.. Start, .. Frame, .. Enumerable.Repeat(Scan, 100_000).SelectMany(scan => scan)]);

        Assert.Equal(4, JpegScans.Read(stream, 3).Count);
        Assert.InRange(stream.Position, 1, 70_000);
    }

    private static JpegScans Read(byte[] file) => JpegScans.Read(new MemoryStream(file), 50);
}
