using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;
using CustomLabels.Local.Tests.Support;
using Xunit;

namespace CustomLabels.Local.Tests.Journal;

/// <summary>Answers of another time: recorded once, given again for ever.</summary>
public sealed class JournalTests : IDisposable
{
    private const string Recorded = "arn:aws:rekognition:eu-west-1:123456789012:project/lines/version/v7/1590000000000";
    private const string Labels = """[{"Name":"dent","Confidence":98.10},{"Name":"scratch","Confidence":71,"Geometry":{"Polygon":[]}},{"Name":"logo","Confidence":12.5e0}]""";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task An_image_is_answered_as_it_was_to_the_byte()
    {
        using var local = Start(Line(TestEndpoint.Board, Recorded));
        Assert.Equal((Recorded, "eu-west-1", 1), (local.Endpoint.ProjectVersionArn, local.Endpoint.Region, local.Endpoint.ImageCount));
        (await DetectAsync(local, TestEndpoint.Board)).AssertBody("{\"CustomLabels\":" + Labels + "}");
        (await DetectAsync(local, TestEndpoint.Panel)).AssertBody("""{"CustomLabels":[]}""");
        (await DetectAsync(local, TestEndpoint.Board, arn: TestEndpoint.Arn)).AssertError("ResourceNotFoundException");
    }

    [Fact]
    public async Task What_the_service_answered_besides_labels_is_answered_too()
    {
        var hash = Hash(TestEndpoint.Board);
        const string More = "\"ModelNotes\":{\"a\":[1.0]}";
        using var local = Start($$$"""{"Type":"Image","Source":{"Name":"bytes #1"},"Sha256":"{{{hash}}}","Request":{"ProjectVersionArn":"{{{Recorded}}}"},"Answer":{"CustomLabels":{{{Labels}}},{{{More}}}}}""");

        (await DetectAsync(local, TestEndpoint.Board)).AssertBody($$$"""{"CustomLabels":{{{Labels}}},{{{More}}}}""");
        (await DetectAsync(local, TestEndpoint.Board, ",\"MaxResults\":1")).AssertBody($$$"""{"CustomLabels":[{"Name":"dent","Confidence":98.10}],{{{More}}}}""");
    }

    [Theory]
    [InlineData(",\"MinConfidence\":71", "dent 98.1; scratch 71")]
    [InlineData(",\"MinConfidence\":71.01", "dent 98.1")]
    [InlineData(",\"MaxResults\":1", "dent 98.1")]
    [InlineData(",\"MaxResults\":0", "")]
    [InlineData(",\"MinConfidence\":10,\"MaxResults\":2", "dent 98.1; scratch 71")]
    [InlineData(",\"MinConfidence\":99", "")]
    public async Task What_was_not_recorded_is_filtered_out_of_what_was(string more, string labels)
    {
        using var local = Start(Line(TestEndpoint.Board, Recorded));
        var answer = await DetectAsync(local, TestEndpoint.Board, more);
        Assert.Equal(labels, answer.Labels);
        // Each label as it was written.
        if (labels.Length > 0) Assert.Contains("""{"Name":"dent","Confidence":98.10}""", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_recordings_the_one_that_was_asked_for_in_the_same_way_answers()
    {
        using var local = Start(
            Line(TestEndpoint.Board, Recorded, """[{"Name":"old","Confidence":1}]"""),
            Line(TestEndpoint.Board, Recorded, """[{"Name":"all","Confidence":60},{"Name":"more","Confidence":50}]""", ",\"MinConfidence\":0"),
            Line(TestEndpoint.Board, Recorded, """[{"Name":"one","Confidence":60}]""", ",\"MinConfidence\":0,\"MaxResults\":1"),
            Line(TestEndpoint.Board, Recorded, """[{"Name":"new","Confidence":1}]"""));
        Assert.Equal("new 1", (await DetectAsync(local, TestEndpoint.Board)).Labels);
        Assert.Equal("one 60", (await DetectAsync(local, TestEndpoint.Board, ",\"MinConfidence\":0,\"MaxResults\":1")).Labels);
        Assert.Equal("all 60; more 50", (await DetectAsync(local, TestEndpoint.Board, ",\"MinConfidence\":50")).Labels);
    }

    [Fact]
    public async Task S3_objects_are_known_by_their_names_and_failures_are_no_answers()
    {
        using var local = Start(
            $$"""{"Type":"Image","Source":{"Bucket":"line4","Key":"a.jpg","ETag":"e"},"ProjectVersionArn":"{{Recorded}}","CustomLabels":{{Labels}}}""",
            $$"""{"Type":"Image","Source":{"Bucket":"line4","Key":"b.jpg"},"Error":{"Id":"S3ObjectInvalid","Message":"m"},"ProjectVersionArn":"{{Recorded}}"}""");
        Assert.Equal("dent 98.1; scratch 71; logo 12.5", (await local.DetectAsync("""{"S3Object":{"Bucket":"line4","Name":"a.jpg"}}""", arn: Recorded)).Labels);
        foreach (var other in new[] { """{"S3Object":{"Bucket":"line4","Name":"b.jpg"}}""", """{"S3Object":{"Bucket":"line4","Name":"a.jpg","Version":"2"}}""" })
            (await local.DetectAsync(other, arn: Recorded)).AssertError("InvalidS3ObjectException");
    }

    [Fact]
    public async Task Beside_a_manifest_each_model_version_has_its_own()
    {
        var journal = Write(Line(TestEndpoint.Panel, TestEndpoint.Arn), Line(TestEndpoint.Board, TestEndpoint.Arn.Replace("local/1", "other/1")));
        using var local = new TestEndpoint(options => options with { Journal = journal });
        Assert.Equal("dent 98.1; scratch 71; logo 12.5", (await local.DetectAsync(TestEndpoint.Panel)).Labels);
        Assert.Equal("crack 97", (await local.DetectAsync(TestEndpoint.Board)).Labels);
        Assert.Equal(journal, local.Endpoint.Journal);
        Assert.Equal([(local.Endpoint.Manifest, journal), (null, journal)], local.Endpoint.Models.Select(model => (model.Manifest, model.Journal)));
        Assert.Equal([local.Endpoint.ImageRoot, null], local.Endpoint.Models.Select(model => model.ImageRoot));
        Assert.NotNull(local.Endpoint.ImageRoot);
    }

    [Fact]
    public void Alone_it_is_no_manifest_and_has_no_image_root()
    {
        using var local = Start(Line(TestEndpoint.Panel, Recorded));
        var endpoint = local.Endpoint;
        var model = Assert.Single(endpoint.Models);
        Assert.Equal((null, null, Path.Combine(_folder.Path, "night.jsonl")), (endpoint.Manifest, endpoint.ImageRoot, endpoint.Journal));
        Assert.Equal((null, null, endpoint.Journal), (model.Manifest, model.ImageRoot, model.Journal));
    }

    [Fact]
    public void A_manifests_model_that_the_journal_does_not_know_has_none()
    {
        var journal = Write(Line(TestEndpoint.Board, TestEndpoint.Arn.Replace("local/1", "other/1")));
        using var local = new TestEndpoint(options => options with { Journal = journal });
        Assert.Equal([null, journal], local.Endpoint.Models.Select(model => model.Journal));
    }

    [Fact]
    public void A_journal_without_answers_and_what_is_no_journal_are_refused()
    {
        Assert.Contains("no answers", Assert.Throws<LocalOptionException>(() => Start()).Message, StringComparison.Ordinal);
        var file = _folder.Write("x.jsonl", Encoding.ASCII.GetBytes("hello\n"));
        Assert.Equal(ErrorId.JournalInvalid, Assert.Throws<CustomLabelsException>(() => LocalEndpoint.Start(new LocalEndpointOptions { Journal = file })).Error.Id);
    }

    public void Dispose() => _folder.Dispose();

    private static Task<EndpointAnswer> DetectAsync(TestEndpoint local, byte[] image, string more = "", string arn = Recorded) =>
        local.DetectAsync($$"""{"Bytes":"{{Convert.ToBase64String(image)}}"}""", more, arn);

    private TestEndpoint Start(params string[] lines)
    {
        var journal = Write(lines);
        return new TestEndpoint(options => options with { Manifest = null, Journal = journal });
    }

    private string Write(params string[] lines) =>
        _folder.Write("night.jsonl", Encoding.UTF8.GetBytes("""{"Type":"Header","FormatVersion":1,"ModuleVersion":"1.0.0"}""" + "\n" + string.Concat(lines.Select(line => line + "\n"))));

    private static string Hash(byte[] image)
    {
        using var sha256 = SHA256.Create();
        return string.Concat(sha256.ComputeHash(image).Select(b => b.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static string Line(byte[] image, string arn, string labels = Labels, string more = "") =>
        $$"""{"Type":"Image","Source":{"LiteralPath":"/elsewhere/x.jpg"},"Sha256":"{{Hash(image)}}","ProjectVersionArn":"{{arn}}"{{more}},"CustomLabels":{{labels}}}""";
}
