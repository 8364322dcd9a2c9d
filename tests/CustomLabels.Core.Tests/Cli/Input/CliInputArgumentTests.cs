using System;
using System.IO;
using System.Text;
using CustomLabels.Arns;
using CustomLabels.Cli.Input;
using CustomLabels.Images;
using Xunit;

namespace CustomLabels.Core.Tests.Cli.Input;

public sealed class CliInputArgumentTests : IDisposable
{
    private const string Text = """{"ProjectVersionArn": "grün"}""";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("{}", null)]
    [InlineData(" \r\n\t{", null)]
    [InlineData("a.json", "a.json")]
    [InlineData("[]", "[]")]
    [InlineData(@"C:\a b\x.json", @"C:\a b\x.json")]
    [InlineData("file://a.json", "a.json")]
    [InlineData("file:///a.json", "/a.json")]
    [InlineData("file://~/{a}.json", "~/{a}.json")]
    [InlineData("fileb://a.json", "a.json")]
    [InlineData("FILE://a.json", "FILE://a.json")]
    public void Json_text_begins_with_a_brace(string value, string? path) => Assert.Equal(path, CliInputArgument.Json(value).Path);

    [Theory]
    [InlineData("{MaxResults: 1}", null)]
    [InlineData("MaxResults: 1", null)]
    [InlineData("MaxResults:", null)]
    [InlineData("MaxResults:\t1", null)]
    [InlineData("# nothing\n", null)]
    [InlineData("a.yaml", "a.yaml")]
    [InlineData(@"C:\x.yaml", @"C:\x.yaml")]
    [InlineData("D:x.yaml", "D:x.yaml")]
    [InlineData("file://a: b.yaml", "a: b.yaml")]
    public void Yaml_text_has_a_line_break_or_a_colon_with_space_or_begins_with_a_brace(string value, string? path) =>
        Assert.Equal(path, CliInputArgument.Yaml(value, () => throw new InvalidOperationException()).Path);

    [Fact]
    public void A_file_may_have_a_byte_order_mark()
    {
        foreach (var encoding in new Encoding[] { new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            File.WriteAllText(FilePath, Text, encoding);
            Assert.Equal("grün", ReadFile().ProjectVersionArn);
        }
    }

    [Fact]
    public void A_file_of_another_encoding_is_refused()
    {
        File.WriteAllBytes(FilePath, [(byte)'{', (byte)'"', 0xFC, (byte)'"', (byte)'}']);
        Assert.Contains("The file is not UTF-8 text.", Inputs.Problem(ReadFile), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_far_too_large_is_not_read()
    {
        using (var file = File.Create(FilePath)) file.SetLength((32 * 1024 * 1024) + 1);
        Assert.Contains("The file has 33,554,433 bytes, and 33,554,432 are allowed.", Inputs.Problem(ReadFile), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_assumed_is_said()
    {
        Assert.Contains("-CliInputJson 'x' was taken for a path, because JSON text begins with {. There is no such file.", Inputs.Problem(ReadFile), StringComparison.Ordinal);
        Assert.Contains("It is a folder, and a file is needed.", Inputs.Problem(() => CliInputArgument.Json("x").ReadFile(_folder.PathOf(""), CliBinaryFormat.Base64)), StringComparison.Ordinal);
        File.WriteAllText(FilePath, "{");
        Assert.StartsWith($"-CliInputJson '{FilePath}': not JSON: line 1", Inputs.Problem(ReadFile), StringComparison.Ordinal);
        Assert.StartsWith("-CliInputJson (taken for text): not JSON: line 1", Inputs.Problem(() => Inputs.Json("{")), StringComparison.Ordinal);
    }

    private string FilePath => _folder.PathOf("input.json");

    private CliRequest ReadFile() => CliInputArgument.Json("x").ReadFile(FilePath, CliBinaryFormat.Base64);
}
