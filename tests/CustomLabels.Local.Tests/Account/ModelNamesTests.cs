using System;
using System.Linq;
using System.Threading.Tasks;
using CustomLabels.Local.Tests.Support;
using Xunit;

namespace CustomLabels.Local.Tests.Account;

public class ModelNamesTests
{
    [Fact]
    public void A_manifest_alone_is_one_running_model()
    {
        using var local = new TestEndpoint();
        var model = Assert.Single(local.Endpoint.Models);
        Assert.Equal((TestEndpoint.Arn, "arn:aws:rekognition:us-east-1:123456789012:project/local/1767223800000", "RUNNING", 1), (model.ProjectVersionArn, model.ProjectArn, model.Status, model.InferenceUnits));
    }

    [Fact]
    public void A_model_may_have_the_ARN_of_a_real_one_and_then_decides_the_region()
    {
        const string Arn = "arn:aws:rekognition:eu-west-1:111122223333:project/p/version/v.1/1590000000000";
        using var local = new TestEndpoint(options => TestEndpoint.WithModels(options, new LocalModel { Project = "q", Status = "STOPPED" }, new LocalModel { ProjectVersionArn = Arn }));
        Assert.Equal("eu-west-1", local.Endpoint.Region);
        Assert.Equal(["arn:aws:rekognition:eu-west-1:123456789012:project/q/version/local/1767225600000", Arn], local.Endpoint.Models.Select(model => model.ProjectVersionArn));
        Assert.Equal(["arn:aws:rekognition:eu-west-1:123456789012:project/q/1767223800000", "arn:aws:rekognition:eu-west-1:111122223333:project/p/1767223800000"], local.Endpoint.Models.Select(model => model.ProjectArn));
    }

    [Fact]
    public async Task Each_model_answers_from_its_own_manifest_with_its_own_threshold()
    {
        using var folder = new TemporaryFolder();
        var manifest = folder.Write("m.jsonl", """{"source-ref":"s3://line4/a.png","a":1,"a-metadata":{"confidence":0.7,"class-name":"logo","type":"groundtruth/image-classification"}}"""u8.ToArray());
        folder.Write("images/a.png", TestEndpoint.Panel);
        using var local = new TestEndpoint(options => options with
        {
            Manifest = null,
            AssumedThreshold = 60,
            Models =
            [
                new LocalModel { Version = "a", Manifest = options.Manifest },
                new LocalModel { Version = "b", Manifest = manifest, ImageRoot = System.IO.Path.Combine(folder.Path, "images"), AssumedThreshold = 70 },
            ],
        });
        Assert.Equal(5, local.Endpoint.ImageCount);
        var image = $$"""{"Bytes":"{{Convert.ToBase64String(TestEndpoint.Panel)}}"}""";
        Assert.Equal("scratch 92.31", (await local.DetectAsync(image, arn: TestEndpoint.ArnOf("local", "a"))).Labels);
        Assert.Equal("logo 70", (await local.DetectAsync(image, arn: TestEndpoint.ArnOf("local", "b"))).Labels);
    }

    public static TheoryData<string, LocalModel[], string?, string> Impossible => new()
    {
        { "no Manifest for the model p/v", [new LocalModel { Project = "p", Version = "v" }], null, "Models" },
        { "both a ProjectVersionArn and a Project", [new LocalModel { ProjectVersionArn = TestEndpoint.Arn, Project = "p", Manifest = "m" }], null, "Models" },
        { "is not valid in the region", [new LocalModel { Project = "p/q", Manifest = "m" }], null, "Models" },
        { "not the ARN of a model version", [new LocalModel { ProjectVersionArn = "arn", Manifest = "m" }], null, "ProjectVersionArn" },
        { "'EU West' is not a region", [new LocalModel { Manifest = "m" }], "EU West", "Region" },
        { "The region 'eu-west-1' is not that of " + TestEndpoint.Arn, [new LocalModel { ProjectVersionArn = TestEndpoint.Arn, Manifest = "m" }], "eu-west-1", "Region" },
        { "Two models are version 'v' of project 'p'", [new LocalModel { Project = "p", Version = "v", Manifest = "m" }, new LocalModel { Project = "p", Version = "v", Manifest = "n", Status = "STOPPED" }], null, "Models" },
        { "Status of the model local/local is 'running'. Allowed: TRAINING_IN_PROGRESS, ", [new LocalModel { Status = "running", Manifest = "m" }], null, "Models" },
        { "MinInferenceUnits of the model local/local is 0 and may be 1 to 5.", [new LocalModel { MinInferenceUnits = 0, Manifest = "m" }], null, "Models" },
        { "MinInferenceUnits of the model local/local is 6 and may be 1 to 5.", [new LocalModel { MinInferenceUnits = 6, Manifest = "m" }], null, "Models" },
        { "MaxInferenceUnits of the model local/local is 1 and may be 2 to 5.", [new LocalModel { MinInferenceUnits = 2, MaxInferenceUnits = 1, Manifest = "m" }], null, "Models" },
        { "AssumedThreshold of the model local/local is 101", [new LocalModel { AssumedThreshold = 101, Manifest = "m" }], null, "Models" },
        { "Units in UnitSchedule of the model local/local is 2 and may be 1 to 1.", [new LocalModel { UnitSchedule = [new LocalUnitStep(0, 2)], Manifest = "m" }], null, "Models" },
        { "Seconds in UnitSchedule of the model local/local is -1", [new LocalModel { UnitSchedule = [new LocalUnitStep(-1, 1)], Manifest = "m" }], null, "Models" },
        { "not in order", [new LocalModel { UnitSchedule = [new LocalUnitStep(5, 1), new LocalUnitStep(5, 1)], Manifest = "m" }], null, "Models" },
        { "3 models are to run from the start and RunningModelQuota is 2.", [new LocalModel { Version = "a", Manifest = "m" }, new LocalModel { Version = "b", Manifest = "m" }, new LocalModel { Version = "c", Manifest = "m", Status = "STARTING" }], null, "Models" },
    };

    [Theory]
    [MemberData(nameof(Impossible), DisableDiscoveryEnumeration = true)]
    public void A_model_that_can_not_be_is_an_error_that_says_why(string message, LocalModel[] models, string? region, string option)
    {
        var error = Assert.Throws<LocalOptionException>(() => LocalEndpoint.Start(new LocalEndpointOptions { Models = models, Region = region }));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(option, error.ParamName);
    }
}
