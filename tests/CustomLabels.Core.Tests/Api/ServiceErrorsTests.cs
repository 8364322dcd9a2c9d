using CustomLabels.Service;
using Xunit;

namespace CustomLabels.Core.Tests.Api;

public sealed class ServiceErrorsTests
{
    [Theory]
    [InlineData("ImageTooLargeException", 400, ErrorId.ImageTooLarge, ErrorScope.Image)]
    [InlineData("InvalidImageFormatException", 400, ErrorId.ImageFormat, ErrorScope.Image)]
    [InlineData("InvalidS3ObjectException", 400, ErrorId.S3ObjectInvalid, ErrorScope.Image)]
    [InlineData("InvalidParameterException", 400, ErrorId.RequestInvalid, ErrorScope.Image)]
    [InlineData("ValidationException", 400, ErrorId.RequestInvalid, ErrorScope.Image)]
    [InlineData("ResourceNotFoundException", 400, ErrorId.ModelNotFound, ErrorScope.Model)]
    [InlineData("ResourceNotReadyException", 400, ErrorId.ModelNotRunning, ErrorScope.Model)]
    [InlineData("LimitExceededException", 400, ErrorId.LimitExceeded, ErrorScope.Run)]
    [InlineData("AccessDeniedException", 400, ErrorId.AccessDenied, ErrorScope.Run)]
    [InlineData("UnrecognizedClientException", 400, ErrorId.AccessDenied, ErrorScope.Run)]
    [InlineData("InvalidSignatureException", 400, ErrorId.AccessDenied, ErrorScope.Run)]
    [InlineData("MissingAuthenticationTokenException", 400, ErrorId.AccessDenied, ErrorScope.Run)]
    [InlineData("ExpiredTokenException", 400, ErrorId.CredentialsExpired, ErrorScope.Run)]
    [InlineData("SomethingNewException", 400, ErrorId.RequestInvalid, ErrorScope.Run)]
    [InlineData("", 403, ErrorId.AccessDenied, ErrorScope.Run)]
    [InlineData("", 404, ErrorId.RequestInvalid, ErrorScope.Run)]
    public void Each_code_has_its_id_and_reach(string code, int status, ErrorId id, ErrorScope scope)
    {
        var error = ServiceErrors.From(new ServiceException(code, "Said so.", status) { RequestId = "r-9" }, "a.jpg", explanation: null);
        Assert.Equal((id, scope), (error.Id, error.Scope));
        Assert.Equal(code.Length == 0 ? null : code, error.Code);
        Assert.Contains("Said so.", error.Message, System.StringComparison.Ordinal);
        Assert.Contains("r-9", error.Message, System.StringComparison.Ordinal);
        Assert.NotEmpty(error.RecommendedAction);
    }

    [Fact]
    public void What_a_hostile_answer_says_is_shown_and_not_done() =>
        Assert.DoesNotContain('\u001b', ServiceErrors.From(new ServiceException("X", "\u001b[2J"), "a.jpg", explanation: null).Message);
}
