using System;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using CustomLabels.Local.Images;
using CustomLabels.Local.Tests.Support;
using Xunit;

namespace CustomLabels.Local.Tests.Operations;

public sealed class UnknownImagesTests : IDisposable
{
    private readonly HttpClient _client = new();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Images_that_the_data_does_not_know_are_counted_and_named()
    {
        using var local = new TestEndpoint();
        var stranger = TestImages.Png(70, 80, seed: 9);
        await local.DetectAsync(TestEndpoint.Panel);
        await local.DetectAsync(stranger);
        await local.DetectAsync(stranger);
        await local.DetectObjectAsync("unlabelled.png");
        // Refused, so that nothing is said of labels.
        await local.DetectObjectAsync("none.png");

        Assert.Equal(3, local.Endpoint.Counters.UnknownImages);
        Assert.Equal("5 received, 4 answered (3 of unknown images), 1 failed (InvalidS3ObjectException 1), 0 aborted, 0 in flight", local.Endpoint.Counters.ToString());
        var hash = ContentHash.HexOf(new ArraySegment<byte>(stranger));
        Assert.Equal(
            """{"UnknownImages":3,"Images":[{"Sha256":"$HASH","Length":200,"Width":70,"Height":80,"Count":2},{"Name":"s3://line4/unlabelled.png","Count":1}]}""".Replace("$HASH", hash),
            await PageAsync(local));
    }

    [Fact]
    public async Task An_image_without_labels_in_the_data_is_known()
    {
        using var local = new TestEndpoint();
        local.Folder.Write("data/missing.png", TestImages.Png(90, 90, seed: 5));
        (await local.DetectAsync(TestImages.Png(90, 90, seed: 5))).AssertBody("""{"CustomLabels":[]}""");
        Assert.Equal(0, local.Endpoint.Counters.UnknownImages);
    }

    [Fact]
    public async Task Only_the_first_thousand_are_named_and_all_are_counted()
    {
        using var local = new TestEndpoint();
        for (var i = 0; i < 1003; i++) await local.DetectAsync(TestImages.Png(64, 64, length: 201 + (i / 256), seed: (byte)i));
        Assert.Equal(1003, local.Endpoint.Counters.UnknownImages);
        using var page = JsonDocument.Parse(await PageAsync(local));
        Assert.Equal(1000, page.RootElement.GetProperty("Images").EnumerateArray().Count());
    }

    [Fact]
    public async Task A_copy_is_known_by_its_pixels_where_that_is_wanted()
    {
        var copy = TestImages.Png(64, 64, length: 333, seed: 1);
        using var byContent = new TestEndpoint();
        Assert.Equal("", (await byContent.DetectAsync(copy)).Labels);
        using var byPixels = new TestEndpoint(options => options with { MatchBy = ImageMatching.Pixels, Fingerprinter = new SeedFingerprinter() });
        Assert.Equal((await byPixels.DetectAsync(TestEndpoint.Panel)).Labels, (await byPixels.DetectAsync(copy)).Labels);
        Assert.Equal((1, 0), (byContent.Endpoint.Counters.UnknownImages, byPixels.Endpoint.Counters.UnknownImages));
    }

    [Fact]
    public void Pixels_need_what_decodes_pictures()
    {
        var exception = Assert.Throws<LocalOptionException>(() => new TestEndpoint(options => options with { MatchBy = ImageMatching.Pixels }));
        Assert.Contains("Start-RKLocalEndpoint", exception.Message, StringComparison.Ordinal);
    }

    private Task<string> PageAsync(TestEndpoint local) => _client.GetStringAsync(new Uri(local.Endpoint.EndpointUrl + "/_unknown"));
}
