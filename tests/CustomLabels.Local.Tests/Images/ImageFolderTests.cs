using System.IO;
using CustomLabels.Local.Images;
using Xunit;

namespace CustomLabels.Local.Tests.Images;

public class ImageFolderTests
{
    [Theory]
    [InlineData("a.jpg")]
    [InlineData("x/y/a b.jpg")]
    [InlineData("x/..a.jpg")]
    [InlineData("x/a..jpg")]
    [InlineData("x/%2e%2e/a.jpg")]
    [InlineData("x/a[1]*.jpg")]
    public void A_key_is_a_file_below_the_folder_letter_by_letter(string key)
    {
        var root = Path.Combine(Path.GetTempPath(), "root");
        Assert.Equal(Path.Combine(root, key.Replace('/', Path.DirectorySeparatorChar)), new ImageFolder(root).FileOf(key));
        Assert.Equal(Path.Combine(root, key.Replace('/', Path.DirectorySeparatorChar)), new ImageFolder(root + Path.DirectorySeparatorChar).FileOf(key));
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../a.jpg")]
    [InlineData("x/../../a.jpg")]
    [InlineData("x/..")]
    [InlineData("./a.jpg")]
    [InlineData("/etc/passwd")]
    [InlineData("//server/share/a.jpg")]
    [InlineData("x//a.jpg")]
    [InlineData("x/")]
    [InlineData("a\0.jpg")]
    public void A_key_that_could_name_anything_else_names_nothing(string key)
    {
        Assert.Null(new ImageFolder(Path.GetTempPath()).FileOf(key));
    }
}
