using System;
using System.Linq;
using Xunit;

namespace CustomLabels.Aws.Tests;

[Collection(OneAtATime.Name)]
public sealed class ConfigurationTests : IDisposable
{
    private const string Keys = "aws_access_key_id = A\naws_secret_access_key = s\n";

    private readonly AwsEnvironment _environment = new();
    private readonly TemporaryFolder _folder = new();
    private readonly AwsConfiguration _configuration = new();

    public void Dispose()
    {
        _folder.Dispose();
        _environment.Dispose();
    }

    [Fact]
    public void Regions_are_of_every_partition_and_have_names_for_people()
    {
        string[] expected = ["eu-west-1", "us-gov-west-1", "cn-north-1"];
        Assert.Equal(expected, expected.Intersect(_configuration.Regions.Select(region => region.SystemName), StringComparer.Ordinal));
        Assert.Equal("Europe (Ireland)", _configuration.Regions.Single(region => region.SystemName == "eu-west-1").DisplayName);
        Assert.DoesNotContain(_configuration.Regions, region => region.SystemName.EndsWith("regional", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_region_that_Rekognition_is_known_in_is_one_of_the_SDKs() =>
        Assert.Equal(17, _configuration.Regions.Count(region => region.HasRekognition));

    [Fact]
    public void Profiles_of_a_location_come_from_both_of_its_files()
    {
        _folder.Write("config", "[profile worker]\ncredential_process = none\nregion = eu-north-1\n[sso-session s]\nsso_region = us-east-1\n");
        var location = _folder.Write("credentials", $"[line 4]\n{Keys}region = eu-west-2\n");

        Assert.Equal(["line 4", "worker"], _configuration.ProfileNames(location));
        Assert.Equal("eu-west-2", _configuration.ProfileRegion("line 4", location));
        Assert.Equal("eu-north-1", _configuration.ProfileRegion("worker", location));
    }

    [Fact]
    public void Without_a_location_the_usual_files_are_read()
    {
        _environment.SetCredentialsFile($"[default]\n{Keys}region = eu-west-3\n[other]\n{Keys}region = eu-south-1\n");

        Assert.Equal(["default", "other"], _configuration.ProfileNames(location: null));
        Assert.Equal("eu-west-3", _configuration.ProfileRegion(profileName: null, location: null));

        _environment["AWS_PROFILE"] = "other";
        Assert.Equal("eu-south-1", _configuration.ProfileRegion(profileName: null, location: null));
    }

    [Fact]
    public void A_value_that_the_SDK_can_not_take_hides_no_profile()
    {
        _folder.Write("config", "[default]\nregion = eu-west-1\nretry_mode = nonsense\n[profile worker]\nregion = eu-north-1\nretry_mode = nonsense\n");
        var location = _folder.Write("credentials", $"[line 4]\n{Keys}");

        Assert.Equal(["line 4", "default", "worker"], _configuration.ProfileNames(location));
        Assert.Equal("eu-north-1", _configuration.ProfileRegion("worker", location));
        Assert.Equal("eu-west-1", _configuration.ProfileRegion(profileName: null, location));
    }

    [Fact]
    public void A_profile_that_is_not_there_has_no_region() =>
        Assert.Null(_configuration.ProfileRegion("nobody", _folder.Write("credentials", "")));
}
