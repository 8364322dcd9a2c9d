using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using CustomLabels.Local.Tests.Support;
using Xunit;

namespace CustomLabels.Local.Tests.Operations;

public sealed class DetectCustomLabelsTests : IDisposable
{
    private const string Unavailable = "Unable to get object metadata from S3. Check object key, region and/or access permissions.";

    private readonly TestEndpoint _local = new();

    public void Dispose() => _local.Dispose();

    [Fact]
    public async Task An_image_sent_as_bytes_is_known_by_its_content()
    {
        var answer = await _local.DetectAsync(TestEndpoint.Board);
        Assert.Equal("""{"CustomLabels":[{"Name":"crack","Confidence":97.0,"Geometry":{"BoundingBox":{"Width":0.5,"Height":0.10000000149011612,"Left":0.10000000149011612,"Top":0.25}}}]}""", answer.Body);
        Assert.Equal("application/x-amz-json-1.1", answer.Response.Content.Headers.ContentType!.ToString());
        Assert.True(Guid.TryParse(answer.Response.Headers.GetValues("x-amzn-RequestId").Single(), out _));
    }

    [Fact]
    public async Task An_image_that_the_data_does_not_know_has_no_labels()
    {
        Assert.Equal("""{"CustomLabels":[]}""", (await _local.DetectAsync(TestImages.Png(64, 64, seed: 9))).Body);
    }

    [Fact]
    public async Task An_object_is_known_by_its_place_in_the_bucket()
    {
        Assert.Equal("scratch 92.31; dent 50", (await _local.DetectObjectAsync("panels/panel 1.png")).Labels);
        Assert.Equal("", (await _local.DetectObjectAsync("unlabelled.png")).Labels);
    }

    [Fact]
    public async Task Confidences_and_boxes_are_floats_of_32_bits_as_the_services()
    {
        Assert.Contains("\"Confidence\":92.30999755859375", (await _local.DetectAsync(TestEndpoint.Panel)).Body, StringComparison.Ordinal);

        // 64 of 640 pixels, 48 of 480: a tenth, which no binary fraction is.
        Assert.Contains("\"Height\":0.10000000149011612,\"Left\":0.10000000149011612", (await _local.DetectAsync(TestEndpoint.Board)).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "scratch 92.31; dent 50")]
    [InlineData(",\"MinConfidence\":0", "scratch 92.31; dent 50; logo 49.99")]
    [InlineData(",\"MinConfidence\":50.01", "scratch 92.31")]
    [InlineData(",\"MinConfidence\":92.31", "scratch 92.31")]
    [InlineData(",\"MinConfidence\":100", "")]
    [InlineData(",\"MinConfidence\":0,\"MaxResults\":2", "scratch 92.31; dent 50")]
    [InlineData(",\"MaxResults\":0", "")]
    [InlineData(",\"MaxResults\":99", "scratch 92.31; dent 50")]
    public async Task Confidence_and_number_of_labels_are_limited_as_asked(string asked, string labels)
    {
        Assert.Equal(labels, (await _local.DetectAsync(TestEndpoint.Panel, asked)).Labels);
    }

    [Fact]
    public async Task The_assumed_threshold_applies_only_without_MinConfidence()
    {
        using var strict = new TestEndpoint(options => options with { AssumedThreshold = 90 });
        Assert.Equal("scratch 92.31", (await strict.DetectAsync(TestEndpoint.Panel)).Labels);
        Assert.Equal("scratch 92.31; dent 50", (await strict.DetectAsync(TestEndpoint.Panel, ",\"MinConfidence\":50")).Labels);
    }

    [Theory]
    [InlineData("{}", "2 validation errors detected: Value null at 'projectVersionArn' failed to satisfy constraint: Member must not be null; Value null at 'image' failed to satisfy constraint: Member must not be null")]
    [InlineData("""{"ProjectVersionArn":"$ARN","Image":{"Bytes":""}}""", "1 validation error detected: Value 'java.nio.HeapByteBuffer[pos=0 lim=0 cap=0]' at 'image.bytes' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("""{"ProjectVersionArn":"$ARN","Image":{"Bytes":"eA=="},"MinConfidence":100.5,"MaxResults":-1}""", "2 validation errors detected: Value '-1' at 'maxResults' failed to satisfy constraint: Member must have value greater than or equal to 0; Value '100.5' at 'minConfidence' failed to satisfy constraint: Member must have value less than or equal to 100")]
    [InlineData("""{"ProjectVersionArn":"$ARN","Image":{"Bytes":"eA=="},"MinConfidence":-1}""", "1 validation error detected: Value '-1.0' at 'minConfidence' failed to satisfy constraint: Member must have value greater than or equal to 0")]
    [InlineData("""{"ProjectVersionArn":"$ARN","Image":{"S3Object":{"Bucket":"ab","Name":"x"}}}""", "1 validation error detected: Value 'ab' at 'image.s3Object.bucket' failed to satisfy constraint: Member must have length greater than or equal to 3")]
    [InlineData("""{"ProjectVersionArn":"$ARN","Image":{"S3Object":{"Bucket":"a/b","Name":"x","Version":""}}}""", "2 validation errors detected: Value 'a/b' at 'image.s3Object.bucket' failed to satisfy constraint: Member must satisfy regular expression pattern: [0-9A-Za-z\\.\\-_]*; Value '' at 'image.s3Object.version' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    public async Task What_the_model_forbids_is_a_ValidationException_that_lists_it_all(string body, string message)
    {
        (await _local.PostAsync(body.Replace("$ARN", TestEndpoint.Arn))).AssertError("ValidationException", message);
    }

    [Fact]
    public async Task A_name_may_have_1024_characters_and_bytes_5_MB()
    {
        var tooLong = new string('x', 1025);
        (await _local.DetectObjectAsync(tooLong)).AssertError("ValidationException", $"1 validation error detected: Value '{tooLong}' at 'image.s3Object.name' failed to satisfy constraint: Member must have length less than or equal to 1024");
        (await _local.DetectAsync(new byte[5_242_881])).AssertError("ValidationException", "1 validation error detected: Value 'java.nio.HeapByteBuffer[pos=0 lim=5242881 cap=5242881]' at 'image.bytes' failed to satisfy constraint: Member must have length less than or equal to 5242880");
    }

    [Theory]
    [InlineData("arn:aws:rekognition:us-east-1:123456789012:project/local/version/local/x")]
    [InlineData("arn:aws:rekognition:us-east-1:12345678901:project/local/version/local/1767225600000")]
    [InlineData("arn:aws:rekognition:us-east-1:123456789012:project/local/1590000000000")]
    [InlineData("arn:aws:rekognition:us-east-1:123456789012:project/local/version/local/1767225600000\\n")]
    [InlineData("arn:aws:rekognition:us-east-1:12345678901٣:project/local/version/local/1767225600000")]
    public async Task An_ARN_of_another_form_is_a_ValidationException(string arn)
    {
        var answer = await _local.DetectAsync("""{"Bytes":"eA=="}""", arn: arn);
        answer.AssertError("ValidationException", $"1 validation error detected: Value '{arn.Replace("\\n", "\n")}' at 'projectVersionArn' failed to satisfy constraint: Member must satisfy regular expression pattern: "
            + @"(^arn:[a-z\d-]+:rekognition:[a-z\d-]+:\d{12}:project\/[a-zA-Z0-9_.\-]{1,255}\/version\/[a-zA-Z0-9_.\-]{1,255}\/[0-9]+$)");
    }

    [Theory]
    [InlineData("arn:aws:rekognition:us-east-1:123456789012:project/local/version/local/2")]
    [InlineData("arn:aws:rekognition:eu-west-1:123456789012:project/local/version/local/1767225600000")]
    public async Task Another_model_version_or_region_is_not_found(string arn)
    {
        (await _local.DetectAsync("""{"Bytes":"eA=="}""", arn: arn)).AssertError("ResourceNotFoundException", $"The project version arn: {arn} does not exist");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"Bytes":"eA==","S3Object":{"Bucket":"line4","Name":"board.jpg"}}""")]
    public async Task An_image_that_is_not_one_of_bytes_and_object_is_an_InvalidParameterException(string image)
    {
        (await _local.DetectAsync(image)).AssertError("InvalidParameterException", "Requested image should either contain bytes or s3 object.");
    }

    [Theory]
    [InlineData("""{"S3Object":{"Bucket":"line4","Name":"missing.png"}}""", Unavailable)]
    [InlineData("""{"S3Object":{"Bucket":"line4","Name":"panels"}}""", Unavailable)]
    [InlineData("""{"S3Object":{"Bucket":"other","Name":"board.jpg"}}""", Unavailable)]
    [InlineData("""{"S3Object":{"Bucket":"line4","Name":"board.jpg","Version":"v1"}}""", Unavailable)]
    [InlineData("""{"S3Object":{"Bucket":"line4","Name":"../secret.png"}}""", Unavailable)]
    [InlineData("""{"S3Object":{"Bucket":"line4","Name":"panels/../../secret.png"}}""", Unavailable)]
    [InlineData("""{"S3Object":{"Bucket":"line4","Name":"panels/panel%201.png"}}""", Unavailable)]
    [InlineData("""{"S3Object":{"Bucket":"line4","Name":"/board.jpg"}}""", Unavailable)]
    [InlineData("""{"S3Object":{"Bucket":"line4","Name":"board\u0000.jpg"}}""", Unavailable)]
    [InlineData("""{"S3Object":{"Bucket":"line4"}}""", "Request has invalid S3 object.")]
    [InlineData("""{"S3Object":{"Name":"board.jpg"}}""", "Request has invalid S3 object.")]
    public async Task An_object_that_is_not_there_is_an_InvalidS3ObjectException(string image, string message)
    {
        (await _local.DetectAsync(image)).AssertError("InvalidS3ObjectException", message);
    }

    [Fact]
    public async Task An_object_outside_the_image_root_is_not_opened_by_its_full_path()
    {
        (await _local.DetectObjectAsync(_local.Folder.Path.Replace('\\', '/') + "/secret.png")).AssertError("InvalidS3ObjectException", Unavailable);
    }

    [Fact]
    public async Task Bytes_may_be_4_MB_or_what_the_endpoint_was_told()
    {
        Assert.Equal("", (await _local.DetectAsync(TestImages.Png(64, 64, length: 4_194_304))).Labels);
        (await _local.DetectAsync(TestImages.Png(64, 64, length: 4_194_305))).AssertError("ImageTooLargeException", "Image size is too large.");
        using var small = new TestEndpoint(options => options with { MaxImageByteCount = 300 });
        Assert.Equal("", (await small.DetectAsync(TestImages.Png(64, 64, length: 300, seed: 8))).Labels);
        (await small.DetectAsync(TestImages.Png(64, 64, length: 301))).AssertError("ImageTooLargeException", "Image size is too large.");
    }

    [Fact]
    public async Task An_object_may_be_15_MB()
    {
        using (var file = File.Open(_local.Folder.Write("data/huge.png", TestImages.Png(64, 64)), FileMode.Open)) file.SetLength(15 * 1024 * 1024);
        Assert.Equal("", (await _local.DetectObjectAsync("huge.png")).Labels);
        using (var file = File.Open(_local.Folder.Write("data/huge.png", TestImages.Png(64, 64)), FileMode.Open)) file.SetLength((15 * 1024 * 1024) + 1);
        (await _local.DetectObjectAsync("huge.png")).AssertError("ImageTooLargeException", "Image size is too large.");
    }

    [Fact]
    public async Task What_is_no_PNG_or_JPEG_by_content_is_an_InvalidImageFormatException()
    {
        (await _local.DetectAsync(Encoding.ASCII.GetBytes("GIF89a"))).AssertError("InvalidImageFormatException", "Request has invalid image format");
        (await _local.DetectAsync(TestEndpoint.Board.Take(20).ToArray())).AssertError("InvalidImageFormatException", "Request has invalid image format");
        (await _local.DetectObjectAsync("not-an-image.png")).AssertError("InvalidImageFormatException", "Request has invalid image format");
    }

    [Fact]
    public async Task What_no_decoder_opens_is_an_InvalidImageFormatException()
    {
        byte[][] images = [[0xFF, 0xD8, .. "This is not a picture."u8], [0xFF, 0xD8, 0xFF, 0xD9], TestImages.Png(0, 64), [.. TestImages.Png(64, 64).Take(40)]];
        foreach (var image in images) (await _local.DetectAsync(image)).AssertError("InvalidImageFormatException", "Request has invalid image format");
    }

    [Fact]
    public async Task A_height_that_the_header_does_not_tell_is_no_reason_to_refuse_the_image()
    {
        Assert.Equal("", (await _local.DetectAsync(TestImages.Jpeg(640, height: 0))).Labels);
        (await _local.DetectAsync(TestImages.Jpeg(63, height: 0))).AssertError("InvalidParameterException", "Request has invalid parameters");
        (await _local.DetectAsync(TestImages.Jpeg(4097, height: 0))).AssertError("ImageTooLargeException", "Input image dimensions 4097 x 0 exceed maximum dimension size of 4096 pixels");
    }

    [Fact]
    public async Task An_object_s_size_may_come_later_than_an_image_that_is_sent_is_long()
    {
        var jpeg = TestImages.Jpeg(640, 480);
        byte[] profile = [0xFF, 0xE2, 0xFF, 0xFF, .. new byte[65533]];
        _local.Folder.Write("data/late.jpg", [.. jpeg.Take(2), .. Enumerable.Repeat(profile, 90).SelectMany(part => part), .. jpeg.Skip(2)]);
        Assert.Equal("", (await _local.DetectObjectAsync("late.jpg")).Labels);
    }

    [Fact]
    public async Task Stray_bytes_between_segments_are_no_reason_to_refuse_a_JPEG()
    {
        byte[] stray = [.. TestEndpoint.Board.Take(20), 0, 0x41, 0xFF, 0x00, .. TestEndpoint.Board.Skip(20)];
        Assert.Equal("", (await _local.DetectAsync(stray)).Labels);
    }

    [Theory]
    [InlineData(64, 64)]
    [InlineData(4096, 4096)]
    [InlineData(64, 1280)]
    [InlineData(1280, 64)]
    public async Task Images_at_the_documented_limits_are_taken(int width, int height)
    {
        Assert.Equal("", (await _local.DetectAsync(TestImages.Png(width, height, seed: 5))).Labels);
    }

    [Theory]
    [InlineData(63, 64)]
    [InlineData(64, 63)]
    [InlineData(1281, 64)]
    [InlineData(100, 2001)]
    public async Task Images_that_are_too_small_or_too_long_are_an_InvalidParameterException(int width, int height)
    {
        (await _local.DetectAsync(TestImages.Png(width, height))).AssertError("InvalidParameterException", "Request has invalid parameters");
    }

    [Theory]
    [InlineData(4097, 4096)]
    [InlineData(300, 4097)]
    public async Task Images_with_too_many_pixels_are_an_ImageTooLargeException(int width, int height)
    {
        (await _local.DetectAsync(TestImages.Png(width, height)))
            .AssertError("ImageTooLargeException", FormattableString.Invariant($"Input image dimensions {width} x {height} exceed maximum dimension size of 4096 pixels"));
    }
}
