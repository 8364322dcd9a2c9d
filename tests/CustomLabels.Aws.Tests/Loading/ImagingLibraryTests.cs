#if NET
using System.IO;
using CustomLabels.Loading;
using Xunit;

namespace CustomLabels.Aws.Tests.Loading;

public sealed class ImagingLibraryTests
{
    [Fact]
    public void A_platform_without_native_libraries_is_an_error_that_says_which_ones_have_them()
    {
        using var module = new TemporaryFolder();
        var folder = Path.Combine(module.Path, "core", "imaging");
        module.Write(Path.Combine(NativeFile.FolderOf(folder, "plan9-x64"), "libSkiaSharp"), "");

        var error = Assert.Throws<CustomLabelsException>(() => ImagingLibrary.Check(folder)).Error;

        Assert.Equal((ErrorId.ImagingUnavailable, ErrorScope.Run), (error.Id, error.Scope));
        Assert.Contains($"no native library for {NativeFile.ThisIdentifier}. It has one for plan9-x64. Detection", error.Message);
    }

    [Fact]
    public void One_of_two_native_libraries_is_not_enough()
    {
        using var module = new TemporaryFolder();
        var folder = Path.Combine(module.Path, "core", "imaging");
        var native = NativeFile.FolderOf(folder, NativeFile.ThisIdentifier);
        module.Write(Path.Combine(native, NativeFileTests.FileName("libSkiaSharp")), "");

        var error = Assert.Throws<CustomLabelsException>(() => ImagingLibrary.Check(folder)).Error;
        Assert.StartsWith("Install the module again", error.RecommendedAction);

        module.Write(Path.Combine(native, NativeFileTests.FileName("libHarfBuzzSharp")), "");
        ImagingLibrary.Check(folder);
    }
}
#endif
