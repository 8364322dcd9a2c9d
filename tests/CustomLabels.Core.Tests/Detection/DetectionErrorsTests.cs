using CustomLabels.Api.Transport;
using CustomLabels.Detection;
using Xunit;

namespace CustomLabels.Core.Tests.Detection;

public sealed class DetectionErrorsTests
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
    [InlineData("", 301, ErrorId.RequestInvalid, ErrorScope.Run)]
    [InlineData("", 400, ErrorId.RequestInvalid, ErrorScope.Run)]
    [InlineData("", 401, ErrorId.AccessDenied, ErrorScope.Run)]
    [InlineData("", 403, ErrorId.AccessDenied, ErrorScope.Run)]
    [InlineData("", 404, ErrorId.RequestInvalid, ErrorScope.Run)]
    [InlineData("", 411, ErrorId.RequestInvalid, ErrorScope.Run)]
    [InlineData("", 415, ErrorId.RequestInvalid, ErrorScope.Run)]
    [InlineData("", 413, ErrorId.ImageTooLarge, ErrorScope.Image)]
    [InlineData("RequestEntityTooLargeException", 413, ErrorId.ImageTooLarge, ErrorScope.Image)]
    [InlineData("AccessDeniedException", 413, ErrorId.AccessDenied, ErrorScope.Run)]
    [InlineData("", 414, ErrorId.RequestInvalid, ErrorScope.Image)]
    [InlineData("", 431, ErrorId.RequestInvalid, ErrorScope.Image)]
    [InlineData("", 494, ErrorId.RequestInvalid, ErrorScope.Image)]
    public void Each_code_has_its_id_and_reach(string code, int status, ErrorId id, ErrorScope scope)
    {
        var error = DetectionErrors.From(new ServiceException(code, "Said so.", status) { RequestId = "r-9" }, new RefusedImage("a.jpg") { Smaller = "Smaller.", Length = 2_000_000 });
        Assert.Equal((id, scope), (error.Id, error.Scope));
        Assert.Equal(code.Length == 0 ? null : code, error.Code);
        Assert.Contains("Said so.", error.Message, System.StringComparison.Ordinal);
        Assert.Contains("r-9", error.Message, System.StringComparison.Ordinal);
        Assert.NotEmpty(error.RecommendedAction);
    }

    [Fact]
    public void A_request_that_is_too_large_says_the_size_that_was_found_and_what_to_do()
    {
        var page = new ServiceException("", "HTTP 413 with an answer that is not the service's: <html>", 413);
        var sent = DetectionErrors.From(page, new RefusedImage("a.jpg") { Explanation = "The image is outside a documented limit: Width 5000.", Length = 4_500_000 });
        Assert.Equal(
            "'a.jpg' has 4,500,000 bytes, and its request was refused as too large. HTTP 413 with an answer that is not the service's: <html>. (HTTP 413) "
            + "The image is outside a documented limit: Width 5000.",
            sent.Message);
        Assert.Contains("S3", sent.RecommendedAction, System.StringComparison.Ordinal);
        Assert.Contains("proxy", sent.RecommendedAction, System.StringComparison.Ordinal);

        var inS3 = DetectionErrors.From(page, new RefusedImage("s3://b/a.jpg"));
        Assert.Equal((ErrorId.RequestInvalid, ErrorScope.Image), (inS3.Id, inS3.Scope));
    }

    [Theory]
    [InlineData("has+space.jpg", "has space.jpg")]
    [InlineData("a%281%29.jpg", "a(1).jpg")]
    public void A_key_that_looks_encoded_is_told_so_where_its_object_is_not_found(string key, string decoded)
    {
        var error = DetectionErrors.From(new ServiceException("InvalidS3ObjectException", "Said so."), new RefusedImage($"s3://line4/{key}") { Explanation = "It is outside.", Key = key });
        Assert.Equal((ErrorId.S3ObjectInvalid, ErrorScope.Image), (error.Id, error.Scope));
        Assert.Contains("event notifications and object URLs", error.Message, System.StringComparison.Ordinal);
        Assert.Contains($"'{decoded}'", error.Message, System.StringComparison.Ordinal);
        Assert.EndsWith(" It is outside.", error.Message, System.StringComparison.Ordinal);
        Assert.Contains("UnescapeDataString", error.RecommendedAction, System.StringComparison.Ordinal);
        Assert.DoesNotContain("encoded", DetectionErrors.From(new ServiceException("InvalidS3ObjectException", "Said so."), new RefusedImage("s3://line4/a.jpg") { Key = "a.jpg" }).Message, System.StringComparison.Ordinal);
        Assert.DoesNotContain("encoded", DetectionErrors.From(new ServiceException("InvalidImageFormatException", "Said so."), new RefusedImage($"s3://line4/{key}") { Key = key }).Message, System.StringComparison.Ordinal);
    }

    [Fact]
    public void However_much_the_service_says_the_error_is_short()
    {
        var much = new string('x', 8_000_000);
        var error = DetectionErrors.From(new ServiceException(much, much) { RequestId = much }, new RefusedImage(VisibleText.Of(much)) { Key = "a+" + much });
        Assert.InRange(error.Message.Length, 1, 5 * VisibleText.MaxLength);
        Assert.Equal(VisibleText.MaxLength, error.Code!.Length);
    }

    [Fact]
    public void What_a_hostile_answer_says_is_shown_and_not_done() =>
        Assert.DoesNotContain('\u001b', DetectionErrors.From(new ServiceException("X", "\u001b[2J"), new RefusedImage("a.jpg")).Message);

    [Theory]
    [InlineData("Request has invalid parameters", "Request has invalid parameters. (InvalidImageFormatException)")]
    [InlineData("Request has invalid parameters.", "Request has invalid parameters. (InvalidImageFormatException)")]
    [InlineData("Really?", "Really? (InvalidImageFormatException)")]
    [InlineData("Cut off\n", "Cut off. (InvalidImageFormatException)")]
    [InlineData("画像が大きすぎます。", "画像が大きすぎます。 (InvalidImageFormatException)")]
    [InlineData("", "(InvalidImageFormatException)")]
    public void What_the_service_says_ends_before_we_go_on(string message, string found)
    {
        var error = DetectionErrors.From(new ServiceException("InvalidImageFormatException", message), new RefusedImage("a.jpg") { Explanation = "The image is outside a documented limit: Width 5000." });
        Assert.Equal($"The service refused 'a.jpg'. {found} The image is outside a documented limit: Width 5000.", error.Message);
    }

    [Fact]
    public void What_the_operating_system_says_ends_in_a_full_stop() =>
        Assert.Equal("'a.jpg' can't be read: Permission denied.", ImageErrors.Unreadable("a.jpg", "Permission denied").Message);
}
