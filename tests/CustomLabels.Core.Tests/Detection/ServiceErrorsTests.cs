using CustomLabels.Service;
using Xunit;

namespace CustomLabels.Core.Tests.Detection;

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

    [Theory]
    [InlineData("has+space.jpg", "has space.jpg")]
    [InlineData("a%281%29.jpg", "a(1).jpg")]
    public void A_key_that_looks_encoded_is_told_so_where_its_object_is_not_found(string key, string decoded)
    {
        var error = ServiceErrors.From(new ServiceException("InvalidS3ObjectException", "Said so."), $"s3://line4/{key}", "It is outside.", key);
        Assert.Equal((ErrorId.S3ObjectInvalid, ErrorScope.Image), (error.Id, error.Scope));
        Assert.Contains("event notifications and object URLs", error.Message, System.StringComparison.Ordinal);
        Assert.Contains($"'{decoded}'", error.Message, System.StringComparison.Ordinal);
        Assert.EndsWith(" It is outside.", error.Message, System.StringComparison.Ordinal);
        Assert.Contains("UnescapeDataString", error.RecommendedAction, System.StringComparison.Ordinal);
        Assert.DoesNotContain("encoded", ServiceErrors.From(new ServiceException("InvalidS3ObjectException", "Said so."), "s3://line4/a.jpg", explanation: null, "a.jpg").Message, System.StringComparison.Ordinal);
        Assert.DoesNotContain("encoded", ServiceErrors.From(new ServiceException("InvalidImageFormatException", "Said so."), $"s3://line4/{key}", explanation: null, key).Message, System.StringComparison.Ordinal);
    }

    [Fact]
    public void However_much_the_service_says_the_error_is_short()
    {
        var much = new string('x', 8_000_000);
        var error = ServiceErrors.From(new ServiceException(much, much) { RequestId = much }, VisibleText.Of(much), explanation: null, "a+" + much);
        Assert.InRange(error.Message.Length, 1, 5 * VisibleText.MaxLength);
        Assert.Equal(VisibleText.MaxLength, error.Code!.Length);
    }

    [Fact]
    public void What_a_hostile_answer_says_is_shown_and_not_done() =>
        Assert.DoesNotContain('\u001b', ServiceErrors.From(new ServiceException("X", "\u001b[2J"), "a.jpg", explanation: null).Message);
}
