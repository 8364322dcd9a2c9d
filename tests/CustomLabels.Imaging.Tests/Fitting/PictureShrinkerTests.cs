using System;
using System.Threading;
using CustomLabels.Images;
using CustomLabels.Imaging.Fitting;
using CustomLabels.Pictures;
using Xunit;
using Xunit.Abstractions;

namespace CustomLabels.Imaging.Tests.Fitting;

public sealed class PictureShrinkerTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(4000, 3000, 20)]
    [InlineData(4000, 3000, 60)]
    [InlineData(4096, 4096, 255)]
    [InlineData(6000, 4000, 10)]
    [InlineData(6000, 4000, 40)]
    [InlineData(5000, 300, 60)]
    [InlineData(3000, 9000, 255)]
    public void Probe(int width, int height, int noise)
    {
        using var picture = Pictures.Noisy(width, height, noise);
        var image = Pictures.File(picture, ImageFormat.Jpeg);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var shrunk = new PictureShrinker().Shrink(image, CancellationToken.None);
        output.WriteLine($"{image.Length} {width}x{height} noise {noise}: {shrunk.Bytes.Length} {shrunk.Width}x{shrunk.Height} q{shrunk.Quality} n{shrunk.EncodeCount} {watch.ElapsedMilliseconds} ms");
    }
}
