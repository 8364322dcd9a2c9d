using CustomLabels.Fuzz;
using CustomLabels.Fuzz.Pictures;
using Xunit;

namespace CustomLabels.Imaging.Tests.Decoding;

/// <summary>The fuzz of pictures at a small size; a million: tests/README.md.</summary>
public sealed class PictureFuzzTests
{
    [Fact]
    public void Whatever_a_file_holds_it_is_a_picture_or_its_own_error()
    {
        var outcomes = Fuzzer.Run(new PicturesTarget(), count: 3_000, seed: 1);

        foreach (var outcome in new[] { "decoded", "decoded, incomplete", nameof(ErrorId.ImageUnreadable), nameof(ErrorId.ImageTruncated), nameof(ErrorId.ImageTooLarge) })
            Assert.Contains(outcome, outcomes.Keys);
    }
}
