using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api.Generated;
using CustomLabels.Api.Transport;
using CustomLabels.Cli.Input;
using CustomLabels.Detection.Protocol;
using Xunit;

namespace CustomLabels.Core.Tests.Cli.Input;

public sealed class SampleServiceTests
{
    [Fact]
    public async Task It_answers_with_the_sample_which_is_an_answer()
    {
        using var service = new SampleService();
        var answer = await service.Create(new ConnectionSettings { UserAgent = "test" }, AwsService.Rekognition, "us-east-1").SendAsync(new ServiceCall(RekognitionOperations.DetectCustomLabels, Stream.Null), CancellationToken.None);
        var label = DetectResponseReader.Read(answer.Body).Single();
        Assert.Equal(("Name", 0.0, 1), (label.Name, label.Confidence, label.Geometry!.Polygon!.Count));
    }
}
