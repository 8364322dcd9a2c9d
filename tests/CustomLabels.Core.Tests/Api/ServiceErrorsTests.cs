using CustomLabels.Api;
using CustomLabels.Api.Transport;
using Xunit;

namespace CustomLabels.Core.Tests.Api;

public sealed class ServiceErrorsTests
{
    private static readonly ServiceOperation Describe = new(AwsService.Rekognition, "DescribeProjects", IsRepeatable: true);

    [Theory]
    [InlineData("ResourceNotFoundException", ErrorId.RequestInvalid)]
    [InlineData("InvalidParameterException", ErrorId.RequestInvalid)]
    [InlineData("LimitExceededException", ErrorId.LimitExceeded)]
    [InlineData("AccessDeniedException", ErrorId.AccessDenied)]
    [InlineData("ExpiredTokenException", ErrorId.CredentialsExpired)]
    [InlineData("SomethingNewException", ErrorId.RequestInvalid)]
    public void What_is_no_image_is_not_spoken_of_as_one(string code, ErrorId id)
    {
        var error = ServiceErrors.From(new ServiceException(code, "Said so."), Describe);

        Assert.Equal((id, ErrorScope.Run), (error.Id, error.Scope));
        Assert.DoesNotContain("image", error.Message + error.RecommendedAction, System.StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("DetectCustomLabels", error.RecommendedAction, System.StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_denied_is_named_as_a_policy_names_it() =>
        Assert.Contains("rekognition:DescribeProjects", ServiceErrors.From(new ServiceException("AccessDeniedException", "No."), Describe).RecommendedAction, System.StringComparison.Ordinal);

    [Fact]
    public void What_the_network_says_ends_in_a_full_stop()
    {
        var failure = new TransportException(TransportFailure.Broken, "Connection refused (127.0.0.1:9)");
        Assert.EndsWith(" Connection refused (127.0.0.1:9).", ServiceErrors.RetriesExhausted(failure, "a.jpg", 3).Message, System.StringComparison.Ordinal);
        Assert.EndsWith(" Connection refused (127.0.0.1:9).", ServiceErrors.EndpointUnreachable(failure, new System.Uri("http://127.0.0.1:9"), 3).Message, System.StringComparison.Ordinal);
    }
}
