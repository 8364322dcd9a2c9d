using CustomLabels.Pictures;
using CustomLabels.Tests;
using Xunit;

namespace CustomLabels.Core.Tests.Pictures;

public sealed class SourceFilesTests
{
    [Fact]
    public void A_source_is_known_by_its_name_in_any_letter_case()
    {
        using var folder = new TemporaryFolder();
        var sources = new SourceFiles();
        sources.Add(folder.Write("a.jpg", "a"));
        folder.Write("b.jpg", "b");
        Assert.True(sources.Has(folder.PathOf("a.jpg")));
        Assert.True(sources.Has(folder.PathOf("A.JPG")));
        Assert.False(sources.Has(folder.PathOf("b.jpg")));
        Assert.False(sources.Has(folder.PathOf("c.jpg")));
    }

    [UnixFact]
    public void A_source_is_known_through_links_of_files_and_of_folders()
    {
        using var folder = new TemporaryFolder();
        folder.Write("real/a.jpg", "a");
        folder.Run("ln", "-s real", "linked");
        folder.Run("ln", "-s real/a.jpg", "b.jpg");
        var byName = new SourceFiles();
        byName.Add(folder.PathOf("real/a.jpg"));
        var byLink = new SourceFiles();
        byLink.Add(folder.PathOf("b.jpg"));
        Assert.True(byName.Has(folder.PathOf("linked/a.jpg")));
        Assert.True(byLink.Has(folder.PathOf("linked/a.jpg")));
        Assert.True(byLink.Has(folder.PathOf("real/a.jpg")));
        // Its folder isn't that of a picture.
        Assert.False(byName.Has(folder.PathOf("linked/b.jpg")));
    }
}
