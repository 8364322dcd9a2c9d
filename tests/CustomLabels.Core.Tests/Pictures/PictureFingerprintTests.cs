using System.Linq;
using CustomLabels.Pictures;
using Xunit;

namespace CustomLabels.Core.Tests.Pictures;

public sealed class PictureFingerprintTests
{
    [Fact]
    public void What_differs_in_one_place_is_farther_than_what_differs_everywhere_by_as_much_in_all()
    {
        var even = Flat(100);
        var everywhere = new ushort[PictureFingerprint.Length].Select(_ => (ushort)(100 * 256 + 64)).ToArray();
        var here = Enumerable.Repeat((ushort)(100 * 256), PictureFingerprint.Length).ToArray();
        for (var i = 0; i < PictureFingerprint.Length / 64; i++) here[i] += 64 * 64;
        Assert.Equal(0.25, Of(everywhere).DistanceTo(even), 6);
        Assert.True(Of(here).DistanceTo(even) > 4);
        Assert.Equal(0, even.DistanceTo(Flat(100)));
    }

    [Fact]
    public void Pictures_of_another_shape_are_no_copies() =>
        Assert.Equal(double.PositiveInfinity, new PictureFingerprint(new ushort[PictureFingerprint.Length], 400, 300).DistanceTo(new PictureFingerprint(new ushort[PictureFingerprint.Length], 300, 400)));

    [Fact]
    public void A_side_that_was_rounded_is_the_same_shape() =>
        Assert.Equal(0, new PictureFingerprint(new ushort[PictureFingerprint.Length], 4000, 2671).DistanceTo(new PictureFingerprint(new ushort[PictureFingerprint.Length], 100, 67)));

    [Theory]
    [InlineData(100, 1)]
    [InlineData(100.5, 1)]
    [InlineData(101, -1)]
    [InlineData(110.4, -1)]
    public void The_nearest_counts_if_it_is_near_and_no_other_is_nearly_as_near(double level, int place) =>
        Assert.Equal(place, Flat(level).FindIn([Flat(50), Flat(100), null, Flat(110), Flat(110.75)]));

    [Fact]
    public void Among_none_nothing_is_found() => Assert.Equal(-1, Flat(1).FindIn([]));

    private static PictureFingerprint Flat(double level) => Of([.. Enumerable.Repeat((ushort)(level * 256), PictureFingerprint.Length)]);

    private static PictureFingerprint Of(ushort[] means) => new(means, 400, 300);
}
