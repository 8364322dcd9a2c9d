using CustomLabels.Reports.Page;
using Xunit;

namespace CustomLabels.Core.Tests.Reports.Page;

public sealed class PageLinkTests
{
    [Theory]
    [InlineData("/line4", "/line4/a.jpg", "a.jpg", "a.jpg")]
    [InlineData("/line4/out", "/line4/in/a.jpg", "../in/a.jpg", "../in/a.jpg")]
    [InlineData("/a/b", "/c/d.jpg", "../../c/d.jpg", "../../c/d.jpg")]
    [InlineData("/", "/a.jpg", "a.jpg", "a.jpg")]
    [InlineData("/line4", "/line4/a #1 %20 é?.jpg", "a #1 %20 é?.jpg", "a%20%231%20%2520%20%C3%A9%3F.jpg")]
    [InlineData("/line4", "/line4/javascript:alert(1).jpg", "javascript:alert(1).jpg", "javascript%3Aalert%281%29.jpg")]
    [InlineData("/line4", "/line4/a\\b.jpg", "a\\b.jpg", "a%5Cb.jpg")]
    [InlineData("/line4", "/line4/\"><b>.jpg", "\"><b>.jpg", "%22%3E%3Cb%3E.jpg")]
    [InlineData("/line4", "/line40/a.jpg", "../line40/a.jpg", "../line40/a.jpg")]
    public void A_file_is_reached_from_the_page(string folder, string file, string text, string address) =>
        Assert.Equal(new PageLink(text, address, CanBeShown: true), PageLink.To(folder, file, isWindows: false));

    [Theory]
    [InlineData(@"D:\line4", @"D:\line4\in\a.jpg", "in/a.jpg", "in/a.jpg", true)]
    [InlineData(@"D:\Line4\out", @"d:\line4\in\a b.jpg", "../in/a b.jpg", "../in/a%20b.jpg", true)]
    [InlineData(@"C:\reports", @"D:\line4\a #1.jpg", "a #1.jpg", "file:///D:/line4/a%20%231.jpg", true)]
    [InlineData(@"C:\reports", @"\\?\C:\pictures\a.jpg", "../pictures/a.jpg", "../pictures/a.jpg", true)]
    [InlineData(@"\\nas\share\out", @"\\nas\share\in\a.jpg", "../in/a.jpg", "../in/a.jpg", true)]
    [InlineData(@"C:\reports", @"\\evil\share\in\a.jpg", "a.jpg", "file://evil/share/in/a.jpg", false)]
    [InlineData(@"\\nas\share\out", @"\\nas\other\a.jpg", "a.jpg", "file://nas/other/a.jpg", false)]
    [InlineData(@"C:\reports", @"\\?\UNC\nas\share\a.jpg", "a.jpg", "file://nas/share/a.jpg", false)]
    public void On_Windows_a_drive_or_a_server_may_be_another(string folder, string file, string text, string address, bool canBeShown) =>
        Assert.Equal(new PageLink(text, address, canBeShown), PageLink.To(folder, file, isWindows: true));

    [Fact]
    public void Half_a_character_is_no_way_out_of_an_address() =>
        Assert.Equal("%EF%BF%BD.jpg", PageLink.To("/a", "/a/\uD800.jpg", isWindows: false).Address);
}
