using System.IO;
using System.Linq;
using CustomLabels.Pictures;
using Xunit;

namespace CustomLabels.Core.Tests.Pictures;

public sealed class PictureNamesTests
{
    private static readonly string Root = Path.GetFullPath("/pictures");
    private static readonly string Out = Path.GetFullPath("/out");

    [Fact]
    public void Two_of_one_name_get_a_suffix_also_where_only_letter_case_tells_them_apart()
    {
        var names = new PictureNames(Out, root: null, PictureFormat.Same);
        Assert.Equal(["a.jpg", "A-2.jpg", "a-3.jpg", "a-2-2.jpg"], new[] { "x/a.jpg", "y/A.jpg", "z/a.jpg", "z/a-2.jpg" }.Select(name => Below(names.Of(At(name)))));
    }

    [Fact]
    public void Folders_below_the_root_are_mirrored()
    {
        var names = new PictureNames(Out, Root, PictureFormat.Same);
        Assert.Equal(["x/a.jpg", "x/y/a.jpg", "a"], new[] { "x/a.jpg", "x/y/a.jpg", "a" }.Select(name => Below(names.Of(At(name)))));
        Assert.Equal(ErrorId.RequestInvalid, Assert.Throws<CustomLabelsException>(() => names.Of(Path.GetFullPath("/pictures2/a.jpg"))).Error.Id);
    }

    [Theory]
    [InlineData("a.jpg", PictureFormat.Png, "a.png")]
    [InlineData("a.PNG", PictureFormat.Png, "a.PNG")]
    [InlineData("a.JPEG", PictureFormat.Jpeg, "a.JPEG")]
    [InlineData("a.b.png", PictureFormat.Jpeg, "a.b.jpg")]
    [InlineData(".jpg", PictureFormat.Png, ".jpg.png")]
    public void The_extension_is_that_of_the_format(string name, PictureFormat format, string written) => Assert.Equal(written, Below(new PictureNames(Out, root: null, format).Of(At(name))));

    [Fact]
    public void Parts_are_numbered_and_named_by_their_labels()
    {
        var names = new PictureNames(Out, root: null, PictureFormat.Same);
        Assert.Equal(["a.1.scratch.jpg", "a.2.scratch.jpg", "a.3.x_y_.jpg"], names.Of(At("1/a.jpg"), ["scratch", "scratch", "x/y?"]).Select(Below));
        Assert.Equal(["a-2.1.scratch.jpg"], names.Of(At("2/a.jpg"), ["scratch"]).Select(Below));
    }

    [Theory]
    [InlineData("../../etc/passwd", "______etc_passwd")]
    [InlineData("C:\\con", "C__con")]
    [InlineData("a\0b\n\u202Ec", "a_b__c")]
    [InlineData("   ", "_")]
    [InlineData("", "_")]
    [InlineData("\u5212\u75D5", "\u5212\u75D5")]
    public void A_label_leads_to_no_other_folder(string label, string part) => Assert.Equal(part, FileNamePart.Of(label));

    [Fact]
    public void A_long_label_is_cut_between_characters()
    {
        Assert.Equal(60, FileNamePart.Of(new string('a', 500)).Length);
        Assert.Equal("_a", FileNamePart.Of("\uD83Da"));
        Assert.Equal(string.Concat(Enumerable.Repeat("\uD83D\uDD27", 15)), FileNamePart.Of(string.Concat(Enumerable.Repeat("\uD83D\uDD27", 200))));
    }

    private static string At(string name) => Path.GetFullPath(Path.Combine(Root, name));

    private static string Below(string path) => path.Substring(Out.Length + 1).Replace('\\', '/');
}
