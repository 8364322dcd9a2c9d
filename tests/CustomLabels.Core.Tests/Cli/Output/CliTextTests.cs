using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using CustomLabels.Cli.Output;
using CustomLabels.Detection.Protocol;
using Xunit;

namespace CustomLabels.Core.Tests.Cli.Output;

/// <summary>Our texts against what the AWS CLI printed of the same answers (tests/Peers/make_cli_output.py).</summary>
public sealed class CliTextTests
{
    private static readonly JsonDocument Recorded = JsonDocument.Parse(
        new StreamReader(typeof(CliTextTests).Assembly.GetManifestResourceStream("cli_output.json")!).ReadToEnd());

    public static IEnumerable<object[]> Fixtures() =>
        from fixture in Recorded.RootElement.GetProperty("Fixtures").EnumerateArray()
        from output in fixture.GetProperty("Texts").EnumerateObject()
        select new object[] { fixture.GetProperty("Name").GetString()!, output.Name };

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Text_is_the_AWS_CLIs_to_the_byte(string name, string output)
    {
        var fixture = Recorded.RootElement.GetProperty("Fixtures").EnumerateArray().Single(fixture => fixture.GetProperty("Name").GetString() == name);
        Assert.Equal(fixture.GetProperty("Texts").GetProperty(output).GetString(), Print(fixture.GetProperty("Answer").GetString()!, Format(output)), StringComparer.Ordinal);
    }

    [Fact]
    public void The_recorded_CLI_is_of_version_2() => Assert.StartsWith("aws-cli/2.", Recorded.RootElement.GetProperty("Cli").GetString(), StringComparison.Ordinal);

    [Theory]
    [InlineData(CliOutputFormat.Json)]
    [InlineData(CliOutputFormat.Text)]
    [InlineData(CliOutputFormat.Table)]
    [InlineData(CliOutputFormat.Yaml)]
    public void Labels_that_no_service_answered_are_printed_as_if_it_had(CliOutputFormat format)
    {
        CustomLabel[] labels =
        [
            new() { Name = "scratch", Confidence = 98, Geometry = new Geometry(new BoundingBox(0, 0.25, 1, 0.5), [new Point(0.5, double.NaN)]) },
            new() { Name = "blurred", Confidence = 50.5 },
        ];
        const string Answer = """
            {"CustomLabels":[{"Name":"scratch","Confidence":98.0,"Geometry":{"BoundingBox":{"Width":1.0,"Height":0.5,"Left":0.0,"Top":0.25},"Polygon":[{"X":0.5,"Y":"NaN"}]}},
            {"Name":"blurred","Confidence":50.5}]}
            """;
        Assert.Equal(Print(Answer, format), CliText.Of(new CustomLabelCollection(labels), format), StringComparer.Ordinal);
    }

    [Fact]
    public void No_labels_of_no_service_are_an_empty_list() => Assert.Equal("{\n    \"CustomLabels\": []\n}\n", CliText.Of(CustomLabelCollection.None, CliOutputFormat.Json));

    [Fact]
    public void Another_format_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => CliText.Of(CustomLabelCollection.None, (CliOutputFormat)9));

    private static string Print(string answer, CliOutputFormat format) => CliText.Of(DetectResponseReader.Read(Encoding.UTF8.GetBytes(answer)), format);

    private static CliOutputFormat Format(string output) => output switch
    {
        "json" => CliOutputFormat.Json,
        "text" => CliOutputFormat.Text,
        "table" => CliOutputFormat.Table,
        "yaml" => CliOutputFormat.Yaml,
        "yaml-stream" => CliOutputFormat.YamlStream,
        _ => throw new ArgumentOutOfRangeException(nameof(output), output, "No output of the CLI."),
    };
}
