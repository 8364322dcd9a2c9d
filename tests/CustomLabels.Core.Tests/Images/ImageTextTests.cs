using System;
using System.IO;
using System.Linq;
using CustomLabels.Images;
using Xunit;

namespace CustomLabels.Core.Tests.Images;

public sealed class ImageTextTests
{
    [Theory]
    [InlineData("https://host/a.jpg", "https")]
    [InlineData("HTTPS://host/a.jpg", "https")]
    [InlineData("data:image/png;base64,AAAA", "data")]
    [InlineData("arn:aws:s3:::b/k", "arn")]
    [InlineData("file:///a.jpg", "file")]
    [InlineData("pics:/a.jpg", "pics")]
    [InlineData("C:\\a.jpg", null)]
    [InlineData("a.jpg", null)]
    [InlineData("/a:b.jpg", null)]
    [InlineData("./a:b.jpg", null)]
    [InlineData("FileSystem::/a.jpg", null)]
    [InlineData("Microsoft.PowerShell.Core\\FileSystem::/a.jpg", null)]
    [InlineData("", null)]
    public void A_scheme_is_what_may_also_be_a_drive(string text, string? scheme) => Assert.Equal(scheme, ImageText.SchemeOf(text));

    [Theory]
    [InlineData("https://bucket.s3.eu-west-1.amazonaws.com/a/b.jpg", "s3://bucket/a/b.jpg")]
    [InlineData("https://bucket.s3.amazonaws.com/a%20b+c%281%29.jpg", "s3://bucket/a b c(1).jpg")]
    [InlineData("https://my.bucket.s3.us-gov-west-1.amazonaws.com/k", "s3://my.bucket/k")]
    [InlineData("https://bucket.s3.cn-north-1.amazonaws.com.cn/k", "s3://bucket/k")]
    [InlineData("https://bucket.s3-eu-west-1.amazonaws.com/k", "s3://bucket/k")]
    [InlineData("https://bucket.s3.dualstack.eu-west-1.amazonaws.com/k", "s3://bucket/k")]
    [InlineData("https://bucket.s3-accelerate.amazonaws.com/k", "s3://bucket/k")]
    [InlineData("https://s3.eu-west-1.amazonaws.com/bucket/a/b.jpg", "s3://bucket/a/b.jpg")]
    [InlineData("https://s3.amazonaws.com/bucket/k", "s3://bucket/k")]
    [InlineData("https://bucket.s3.eu-west-1.amazonaws.com/k?versionId=3HL4&X-Amz-Signature=abc", "s3://bucket/k?versionId=3HL4")]
    public void A_web_address_of_S3_is_told_as_its_object(string url, string uri)
    {
        var error = ImageText.UriError(url, "https")!;
        Assert.Equal((ErrorId.ImageUnreadable, ErrorScope.Image), (error.Id, error.Scope));
        Assert.Contains("web address of an S3 object", error.Message, StringComparison.Ordinal);
        Assert.Contains($"'{uri}'", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://host.example/a.jpg", "https")]
    [InlineData("http://host.example/a.jpg", "http")]
    [InlineData("https://s3.amazonaws.com/bucket", "https")]
    [InlineData("https://s3.amazonaws.com.evil.example/bucket/k", "https")]
    [InlineData("https://rekognition.eu-west-1.amazonaws.com/", "https")]
    [InlineData("ftp://host.example/a.jpg", "ftp")]
    [InlineData("https://[", "https")]
    public void Another_web_address_is_to_be_downloaded(string url, string scheme)
    {
        var error = ImageText.UriError(url, scheme)!;
        Assert.Equal(ErrorId.ImageUnreadable, error.Id);
        Assert.Contains($"is a web address ({scheme}:)", error.Message, StringComparison.Ordinal);
        Assert.Contains("Invoke-WebRequest", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("s3://bucket/key", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_signature_in_a_web_address_is_never_shown()
    {
        const string Url = "https://name:password@bucket.s3.eu-west-1.amazonaws.com/k.jpg?X-Amz-Credential=AKID&X-Amz-Signature=5ec2e7#frag";
        var error = ImageText.UriError(Url, "https")!;
        foreach (var shown in new[] { error.Message, error.RecommendedAction, ImageText.NameOf(Url) })
        {
            foreach (var secret in new[] { "password", "AKID", "5ec2e7" }) Assert.DoesNotContain(secret, shown, StringComparison.Ordinal);
        }

        Assert.Equal("https://bucket.s3.eu-west-1.amazonaws.com/k.jpg?…", ImageText.NameOf(Url));
        Assert.Equal("https://host/@a.jpg", ImageText.NameOf("https://host/@a.jpg"));
    }

    [Theory]
    [InlineData("s3://line4/what?.jpg")]
    [InlineData("a?.jpg")]
    [InlineData("/a/b#1.jpg")]
    public void Other_names_stay(string text) => Assert.Equal(text, ImageText.NameOf(text));

    [Fact]
    public void An_image_as_text_is_told_how_to_be_given()
    {
        var base64 = Convert.ToBase64String(Enumerable.Range(0, 20_000).Select(i => (byte)i).ToArray());
        var data = ImageText.UriError("data:image/jpeg;base64," + base64, "data")!;
        Assert.Equal((ErrorId.ImageUnreadable, true), (data.Id, data.Message.Length < 250));
        Assert.Contains("-ImageBytes ([Convert]::FromBase64String(", data.RecommendedAction, StringComparison.Ordinal);

        foreach (var text in new[] { base64, Convert.ToBase64String(Convert.FromBase64String(base64), Base64FormattingOptions.InsertLineBreaks) })
        {
            var error = ImageText.LengthError(text)!;
            Assert.Equal((ErrorId.ImageUnreadable, true), (error.Id, error.Message.Length < 250));
            Assert.Contains("base64", error.Message, StringComparison.Ordinal);
            Assert.Contains("-ImageBytes ([Convert]::FromBase64String(", error.RecommendedAction, StringComparison.Ordinal);
        }

        foreach (var beginning in new[] { "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAYEBQYFBAYG", "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk" })
            Assert.Contains("base64", ImageText.ImageError(beginning)!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/9j/a.jpg")]
    [InlineData("/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAYEBQYFBAYG.jpg")]
    [InlineData("/home/user/pictures/line4/2026/11/30/night/panel01")]
    public void A_path_is_no_image_as_text(string path)
    {
        Assert.Null(ImageText.ImageError(path));
        Assert.Null(ImageText.LengthError(path));
    }

    [Fact]
    public void Text_that_is_longer_than_any_path_is_told_so_in_few_words()
    {
        var error = ImageText.LengthError(new string('.', 8 * 1024 * 1024))!;
        Assert.Equal((ErrorId.ImageUnreadable, true), (error.Id, error.Message.Length < 600));
        Assert.Contains("has 8,388,608 characters", error.Message, StringComparison.Ordinal);
        Assert.Null(ImageText.LengthError(new string('.', 32_767)));
        Assert.Equal(VisibleText.MaxLength, new UnresolvedImage(new string('.', 1_000_000)).Name.Length);
    }

    [Theory]
    [InlineData("file:///tmp/a%20b.jpg", "/tmp/a b.jpg")]
    [InlineData("file:///tmp/gr%C3%B6%C3%9Fe%2B1.jpg", "/tmp/größe+1.jpg")]
    [InlineData("FILE:///tmp/a.jpg", "/tmp/a.jpg")]
    [InlineData("file://localhost/tmp/a.jpg", "/tmp/a.jpg")]
    [InlineData("file:/tmp/a.jpg", "/tmp/a.jpg")]
    [InlineData("file:///tmp/a[1].jpg", "/tmp/a[1].jpg")]
    [InlineData("file:///tmp/a#1?.jpg", "/tmp/a#1?.jpg")]
    [InlineData("file:///tmp/100%25.jpg", "/tmp/100%.jpg")]
    public void A_file_URI_is_its_path(string uri, string path) => Assert.Equal(path, FileUri.PathOf(uri).Replace('\\', '/'));

    [Theory]
    [InlineData("file:///C:/pics/a%20b.jpg", @"C:\pics\a b.jpg")]
    public void A_file_URI_of_a_drive_is_a_path_of_Windows_everywhere(string uri, string path) => Assert.Equal(path, FileUri.PathOf(uri));

    [Fact]
    public void A_file_URI_with_a_host_is_a_path_of_the_network_on_Windows_alone()
    {
        if (Path.DirectorySeparatorChar == '\\') Assert.Equal(@"\\server\share\a b.jpg", FileUri.PathOf("file://server/share/a%20b.jpg"));
        else Assert.Contains("on the machine 'server'", Assert.Throws<CustomLabelsException>(() => FileUri.PathOf("file://server/share/a.jpg")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("file:")]
    [InlineData("file://")]
    [InlineData("file:///")]
    [InlineData("file:a.jpg")]
    [InlineData("file://a.jpg")]
    public void A_file_URI_without_a_full_path_is_told_so(string uri)
    {
        var error = Assert.Throws<CustomLabelsException>(() => FileUri.PathOf(uri)).Error;
        Assert.Equal(ErrorId.ImageUnreadable, error.Id);
        Assert.Contains("file:///folder/name.jpg", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(error with { Message = "" }, ImageText.UriError("fileb://a.jpg", "fileb")! with { Message = "" });
    }
}
