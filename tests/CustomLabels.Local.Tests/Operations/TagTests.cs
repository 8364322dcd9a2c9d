using System;
using System.Linq;
using System.Threading.Tasks;
using CustomLabels.Local.Tests.Support;
using Xunit;

namespace CustomLabels.Local.Tests.Operations;

public sealed class TagTests : IDisposable
{
    private const string Project = "arn:aws:rekognition:us-east-1:123456789012:project/local/1767223800000";

    private readonly TestEndpoint _local = new();

    public void Dispose() => _local.Dispose();

    [Theory]
    [InlineData(TestEndpoint.Arn)]
    [InlineData(Project)]
    public async Task Tags_are_added_changed_listed_and_taken_away(string arn)
    {
        (await CallAsync("ListTagsForResource", arn)).AssertBody("""{"Tags":{}}""");
        (await CallAsync("TagResource", arn, ""","Tags":{"line":"4","Ä b":"","x":"y"}""")).AssertBody("{}");
        await CallAsync("TagResource", arn, ""","Tags":{"x":"z"}""");
        (await CallAsync("ListTagsForResource", arn)).AssertBody("""{"Tags":{"line":"4","x":"z","Ä b":""}}""");
        (await CallAsync("UntagResource", arn, ""","TagKeys":["line","none"]""")).AssertBody("{}");
        (await CallAsync("ListTagsForResource", arn)).AssertBody("""{"Tags":{"x":"z","Ä b":""}}""");
    }

    [Theory]
    [InlineData("TagResource", ""","Tags":{}""")]
    [InlineData("UntagResource", ""","TagKeys":[]""")]
    [InlineData("ListTagsForResource", "")]
    public async Task What_has_no_tags_is_not_found(string operation, string more)
    {
        const string Other = "arn:aws:rekognition:us-east-1:123456789012:collection/c";
        (await CallAsync(operation, Other, more)).AssertError("ResourceNotFoundException", $"The resource arn: {Other} does not exist");
        (await _local.CallAsync(operation, "{}")).AssertError("ValidationException");
        (await CallAsync(operation, "short", more)).AssertError("ValidationException", "1 validation error detected: Value 'short' at 'resourceArn' failed to satisfy constraint: Member must have length greater than or equal to 20");
    }

    [Theory]
    [InlineData("TagResource", ""","Tags":{"aws:x":"y"}""", @"Value '{aws:x=y}' at 'tags' failed to satisfy constraint: Map keys must satisfy constraint: [Member must have length less than or equal to 128, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: ^(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+\-@]*$]")]
    [InlineData("TagResource", ""","Tags":{"x":"#"}""", @"Value '{x=#}' at 'tags' failed to satisfy constraint: Map value must satisfy constraint: [Member must have length less than or equal to 256, Member must have length greater than or equal to 0, Member must satisfy regular expression pattern: ^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$]")]
    [InlineData("UntagResource", ""","TagKeys":[""]""", @"Value '[]' at 'tagKeys' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to 128, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: ^(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+\-@]*$]")]
    public async Task Tags_have_a_form(string operation, string more, string violation)
    {
        (await CallAsync(operation, TestEndpoint.Arn, more)).AssertError("ValidationException", "1 validation error detected: " + violation);
    }

    [Fact]
    public async Task A_resource_has_at_most_200_tags()
    {
        var tags = string.Join(",", Enumerable.Range(0, 200).Select(i => FormattableString.Invariant($"\"{i}\":\"\"")));
        (await CallAsync("TagResource", TestEndpoint.Arn, $$""","Tags":{{{tags}}}""")).AssertBody("{}");
        (await CallAsync("TagResource", TestEndpoint.Arn, ""","Tags":{"0":"again"}""")).AssertBody("{}");
        (await CallAsync("TagResource", TestEndpoint.Arn, ""","Tags":{"200":""}""")).AssertError("ServiceQuotaExceededException", "The number of tags exceeds the limit of 200 per resource.");
    }

    private Task<EndpointAnswer> CallAsync(string operation, string arn, string more = "") => _local.CallAsync(operation, $$"""{"ResourceArn":"{{arn}}"{{more}}}""");
}
