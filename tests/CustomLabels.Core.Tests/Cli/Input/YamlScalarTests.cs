using System;
using System.Text;
using CustomLabels.Cli;
using CustomLabels.Cli.Input;
using Xunit;

namespace CustomLabels.Core.Tests.Cli.Input;

/// <summary>Each expectation is what ruamel.yaml 0.17.21, which the AWS CLI 2.9.19 reads YAML with, makes of the same text.</summary>
public sealed class YamlScalarTests
{
    [Theory]
    [InlineData("5", InputKind.Whole, 5)]
    [InlineData("-5", InputKind.Whole, -5)]
    [InlineData("1_000", InputKind.Whole, 1000)]
    [InlineData("5_", InputKind.Whole, 5)]
    [InlineData("017", InputKind.Whole, 17)]
    [InlineData("08", InputKind.Whole, 8)]
    [InlineData("0o17", InputKind.Whole, 15)]
    [InlineData("0x1F", InputKind.Whole, 31)]
    [InlineData("0b11", InputKind.Whole, 3)]
    [InlineData("-_1", InputKind.Whole, -1)]
    [InlineData("-0b_1", InputKind.Whole, -1)]
    [InlineData("_1", InputKind.Text, double.NaN)]
    [InlineData("1.", InputKind.Real, 1)]
    [InlineData("1e3", InputKind.Real, 1000)]
    [InlineData("1_0.5", InputKind.Real, 10.5)]
    [InlineData("+.5", InputKind.Real, 0.5)]
    [InlineData("-.inf", InputKind.Real, double.NegativeInfinity)]
    [InlineData(".nan", InputKind.Real, double.NaN)]
    [InlineData(".5e3", InputKind.Text, double.NaN)]
    [InlineData("1:30", InputKind.Text, double.NaN)]
    [InlineData("yes", InputKind.Text, double.NaN)]
    [InlineData("1,000", InputKind.Text, double.NaN)]
    [InlineData("True", InputKind.Boolean, double.NaN)]
    [InlineData("~", InputKind.Null, double.NaN)]
    [InlineData("", InputKind.Null, double.NaN)]
    [InlineData("null", InputKind.Null, double.NaN)]
    [InlineData("2026-01-02", InputKind.Date, double.NaN)]
    [InlineData("2026-01-02T03:04:05Z", InputKind.Date, double.NaN)]
    public void A_plain_scalar_is_what_its_text_looks_like(string text, object kind, double number)
    {
        var value = YamlScalar.Resolve(text, isPlain: true, tag: null);
        Assert.Equal(((InputKind)kind, number, text), (value.Kind, value.Number, value.Written));
        Assert.Equal(InputKind.Text, YamlScalar.Resolve(text, isPlain: false, tag: null).Kind);
    }

    [Theory]
    [InlineData("5", "str", InputKind.Text)]
    [InlineData("5", "int", InputKind.Whole)]
    [InlineData("5", "float", InputKind.Real)]
    [InlineData("true", "bool", InputKind.Boolean)]
    [InlineData("", "null", InputKind.Null)]
    public void A_tag_decides(string text, string tag, object kind) => Assert.Equal((InputKind)kind, YamlScalar.Resolve(text, isPlain: true, "tag:yaml.org,2002:" + tag).Kind);

    [Fact]
    public void Binary_is_base64_in_any_lines() =>
        Assert.Equal("hello", Encoding.ASCII.GetString(YamlScalar.Resolve("aGVs\nbG8=\n", isPlain: false, "tag:yaml.org,2002:binary").Bytes.ToArray()));

    [Theory]
    [InlineData("YQ", "tag:yaml.org,2002:binary")]
    [InlineData("1.5", "tag:yaml.org,2002:int")]
    [InlineData("", "tag:yaml.org,2002:int")]
    [InlineData("0b", "tag:yaml.org,2002:int")]
    [InlineData("-_", null)]
    [InlineData("0x_", null)]
    [InlineData("x", "tag:yaml.org,2002:float")]
    [InlineData("5", "!foo")]
    [InlineData("5", "tag:yaml.org,2002:python/object")]
    public void What_is_not_what_its_tag_says_is_refused(string text, string? tag) => Assert.Throws<FormatException>(() => YamlScalar.Resolve(text, isPlain: true, tag));
}
