using System.IO;
using CustomLabels.Pictures;
using CustomLabels.Tests;
using Xunit;

namespace CustomLabels.Core.Tests.Pictures;

public sealed class PictureFileTests
{
    private static MemoryStream Content => new([1, 2, 3]);

    [Fact]
    public void A_file_is_written_whole_and_into_a_folder_that_is_made()
    {
        using var folder = new TemporaryFolder();
        PictureFile.Write(folder.PathOf("x/a.png"), Content, replaces: false);
        Assert.Equal([1, 2, 3], File.ReadAllBytes(folder.PathOf("x/a.png")));
        Assert.Single(Directory.GetFileSystemEntries(folder.PathOf("x")));
    }

    [Fact]
    public void What_is_there_is_replaced_only_where_that_is_asked_for()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("a.png", "old");
        Assert.Equal(ErrorId.OutputExists, Assert.Throws<CustomLabelsException>(() => PictureFile.Write(path, Content, replaces: false)).Error.Id);
        Assert.Equal("old", File.ReadAllText(path));
        PictureFile.Write(path, Content, replaces: true);
        Assert.Equal([1, 2, 3], File.ReadAllBytes(path));
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Where_nothing_can_be_written_nothing_is_left()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.PathOf("a.png/inside"));
        Assert.Equal(ErrorId.OutputWriteFailed, Assert.Throws<CustomLabelsException>(() => PictureFile.Write(folder.PathOf("a.png"), Content, replaces: true)).Error.Id);
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
    }

    [UnixFact]
    public void A_link_in_the_place_of_the_file_is_replaced_and_not_followed()
    {
        using var folder = new TemporaryFolder();
        folder.Write("kept.png", "kept");
        folder.Run("ln", "-s kept.png", "a.png");
        PictureFile.Write(folder.PathOf("a.png"), Content, replaces: true);
        Assert.Equal("kept", File.ReadAllText(folder.PathOf("kept.png")));
        Assert.Equal(3, new FileInfo(folder.PathOf("a.png")).Length);
    }
}
