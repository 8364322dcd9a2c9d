using System;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using CustomLabels.Arns;
using CustomLabels.Aws.Yaml;
using CustomLabels.Cli.Input;
using Xunit;

namespace CustomLabels.Aws.Tests;

/// <summary>YAML as the AWS CLI 2.9.19 (ruamel.yaml 0.17.21, typ safe) reads it.</summary>
public sealed class YamlParserTests
{
    [Fact]
    public void A_request_is_read()
    {
        var request = Read("""
            %YAML 1.2
            ---
            ProjectVersionArn: "arn:x"   # a comment
            Image:
              S3Object: {Bucket: line4, Name: 'a: b', Version: !!str 5}
            MaxResults: 0x10
            MinConfidence: 6_0.5
            ...
            """);
        Assert.Equal(("arn:x", 16, 60.5), (request.ProjectVersionArn, request.MaxResults, request.MinConfidence));
        Assert.Equal(new CliS3Object("line4", "a: b", "5"), request.Image!.S3Object);
    }

    [Theory]
    [InlineData("Image: {Bytes: aGVsbG8=}", CliBinaryFormat.Base64, "hello")]
    [InlineData("Image:\n  Bytes: |\n    aGVs\n    bG8=\n", CliBinaryFormat.Base64, "hello")]
    [InlineData("Image: {Bytes: hell\u00f6}", CliBinaryFormat.RawInBase64Out, "hell\u00f6")]
    [InlineData("Image: {Bytes: !!binary aGVsbG8=}", CliBinaryFormat.Base64, "hello")]
    [InlineData("Image: {Bytes: !!binary aGVsbG8=}", CliBinaryFormat.RawInBase64Out, "hello")]
    public void Bytes_are_read_in_their_format_and_binary_is_binary(string text, CliBinaryFormat format, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(Read(text, format).Image!.Bytes!));

    [Fact]
    public void Aliases_and_merge_keys_are_followed()
    {
        var request = Read("Image: {S3Object: {<<: [&a {Bucket: line4, Name: one}, {Name: two, Version: v}], Version: w}}\n");
        Assert.Equal(new CliS3Object("line4", "one", "w"), request.Image!.S3Object);
        Assert.Equal(new CliS3Object("n", "n", null), Read("Image:\n  S3Object:\n    Bucket: &n n\n    Name: *n\n").Image!.S3Object);
        Assert.Equal(7, Read("<<: {MaxResults: 7}").MaxResults);
    }

    [Theory]
    [InlineData("MaxResults: 1.0", "MaxResults is the number 1.0;")]
    [InlineData("MaxResults: '1'", "MaxResults is the text '1';")]
    [InlineData("MaxResults: ! '1'", "MaxResults is the text '1';")]
    [InlineData("MaxResults:", "MaxResults is null;")]
    [InlineData("MinConfidence: .nan", "MinConfidence is the number .nan; a number from 0 to 100 is allowed.")]
    [InlineData("ProjectVersionArn: 2026-01-01", "ProjectVersionArn is the date 2026-01-01, which quotes make text;")]
    [InlineData("Image: {S3Object: {Name: !!binary aGk=}}", "Image.S3Object.Name is binary; text is allowed.")]
    [InlineData("Image: {S3Object: {Foo: 1}}", "Image.S3Object.Foo is unknown.")]
    [InlineData("1: x\n", "1 is unknown.")]
    [InlineData("- 1\n", "the input is a list;")]
    [InlineData("# nothing\n", "the input is null;")]
    public void Types_are_checked_as_in_JSON(string text, string problem) => Assert.Contains(problem, Problem(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("MaxResults: 1\nMaxResults: 2\n", "line 2, column 1: the member 'MaxResults' is given twice.")]
    [InlineData("MaxResults: [1\n", "not YAML: line 2, column 1: ")]
    [InlineData("MaxResults: 'x", "not YAML: line 1, column ")]
    [InlineData("a: 1\n---\nb: 2\n", "line 2, column 1: a second document begins")]
    [InlineData("%YAML 1.1\n---\nMaxResults: 017\n", "line 1, column 1: only YAML 1.2 is read")]
    [InlineData("MaxResults: !foo 1", "line 1, column 13: the tag '!foo' is not known.")]
    [InlineData("Image: !!set {a}", "line 1, column 8: the tag 'tag:yaml.org,2002:set' is not known here.")]
    [InlineData("MaxResults: *none", "the alias 'none' names nothing")]
    [InlineData("Image: &a {S3Object: *a}", "the alias 'a' names nothing that ends before it.")]
    [InlineData("? {a: 1}\n: x", "line 1, column 3: a member's name must be a text.")]
    [InlineData("Image: {<<: 1}", "line 1, column 9: only structures can be merged.")]
    [InlineData("Image: {Bytes: !!binary YQ}", "line 1, column 16: ")]
    [InlineData("MaxResults: !!]", "not YAML: line 1, column 11: what comes after this can't be read.")]
    [InlineData("-\n[\n|", "not YAML: line ")]
    [InlineData("...\n.", "not YAML: line ")]
    public void What_is_not_YAML_or_not_for_the_CLI_says_where(string text, string problem) => Assert.Contains(problem, Problem(text), StringComparison.Ordinal);

    [Theory(Timeout = 120_000)]
    [InlineData("laughs")]
    [InlineData("merges")]
    [InlineData("values")]
    [InlineData("lists")]
    [InlineData("maps")]
    [InlineData("anchors")]
    public async Task Text_that_grows_is_refused_early(string kind)
    {
        var text = kind switch
        {
            "laughs" => "a0: &a0 [x, x]\n" + Lines(100, i => $"a{i + 1}: &a{i + 1} [{Repeat($"*a{i}, ", 9)}*a{i}]\n"),
            "merges" => "a0: &a0 {x: 1}\n" + Lines(100, i => $"a{i + 1}: &a{i + 1} {{<<: [{Repeat($"*a{i}, ", 9)}*a{i}], k{i}: 1}}\n"),
            "values" => Lines(100_000, i => $"k{i}: 1\n"),
            "lists" => "a: " + Repeat("[", 100_000),
            "maps" => "a: " + Repeat("{a: ", 100_000),
            _ => Lines(100_000, i => $"k{i}: &a 1\n"),
        };
        var (problem, allocated) = await Task.Run(() =>
        {
            var before = AllocatedHere();
            return (Problem(text), AllocatedHere() - before);
        });
        Assert.Contains(kind is "lists" or "maps" ? "nested more than 32 deep" : "more than 1000 values", problem, StringComparison.Ordinal);
        Assert.InRange(allocated, 0, 3_000_000);
    }

    [Fact(Timeout = 120_000)]
    public async Task An_image_of_5_MB_is_read()
    {
        var bytes = new byte[5 * 1024 * 1024];
        new Random(1).NextBytes(bytes);
        foreach (var written in new[] { Convert.ToBase64String(bytes), "!!binary |\n    " + Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks).Replace("\r\n", "\n    ") })
        {
            var request = await Task.Run(() => Read($"Image:\n  Bytes: {written}\n"));
            Assert.True(bytes.AsSpan().SequenceEqual(request.Image!.Bytes));
        }
    }

    // By this thread, because other tests run at the same time; .NET Framework can't tell, and there only the error is looked at.
    private static long AllocatedHere() =>
#if NET
        GC.GetAllocatedBytesForCurrentThread();
#else
        0;
#endif

    private static string Lines(int count, Func<int, string> line) => string.Concat(Enumerable.Range(0, count).Select(line));

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static CliRequest Read(string text, CliBinaryFormat format = CliBinaryFormat.Base64) => CliInputArgument.Yaml(text, () => new YamlParser()).ReadText(format);

    private static string Problem(string text)
    {
        var error = Assert.Throws<CustomLabelsException>(() => Read(text)).Error;
        Assert.Equal((ErrorId.RequestInvalid, ErrorScope.Run), (error.Id, error.Scope));
        return error.Message;
    }
}
