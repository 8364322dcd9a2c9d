using System;
using System.IO;
using System.Threading.Tasks;
using CustomLabels.Api.Transport;
using CustomLabels.Aws.Settings;
using Xunit;

namespace CustomLabels.Aws.Tests;

/// <summary>Where the files of an account are, and that nothing is read from the folder that the process happens to stand in.</summary>
[Collection(OneAtATime.Name)]
public sealed class HomeFolderTests : CredentialScene
{
    private static string Variable => HomeFolder.IsWindows ? "USERPROFILE" : "HOME";

    [Fact]
    public void A_home_counts_as_it_is_given_whether_it_is_there_or_not()
    {
        var home = Path.Combine(Home, "not", "there");
        Set(Variable, home);

        Assert.Equal(home, HomeFolder.Path);
        Assert.Equal(Path.Combine(home, ".aws", "config"), SharedFiles.At(location: null).Config);
        Assert.Equal(Path.Combine(home, ".aws", "credentials"), SharedFiles.At(location: null).Credentials);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_it_the_system_knows_the_account(string? given)
    {
        Set(Variable, given);

        Assert.True(HomeFolder.Path is null || HomeFolder.IsFull(HomeFolder.Path), HomeFolder.Path);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("home/line4")]
    public void A_relative_one_is_none_and_there_are_no_files(string given)
    {
        Set(Variable, given);

        Assert.Null(HomeFolder.Path);
        Assert.Equal((null, null), (SharedFiles.At(location: null).Config, SharedFiles.At(location: null).Credentials));
        Assert.Empty(new AwsConfiguration().ProfileNames(location: null));
    }

    // Where the account of the test has files of its own, the second says nothing.
    [Theory(Timeout = 30_000)]
    [InlineData(".")]
    [InlineData("/nonexistent")]
    public async Task The_folder_that_the_process_stands_in_is_no_home(string home)
    {
        var before = Directory.GetCurrentDirectory();
        Write("trap", "");
        Directory.CreateDirectory(Path.Combine(Folder, ".aws"));
        var ran = Path.Combine(Folder, "ran");
        Write(Path.Combine(".aws", "config"), $"[default]\ncredential_process = echo x > {ran}\nendpoint_url = {Server.Url}\nregion = eu-west-1\n");
        Write(Path.Combine(".aws", "credentials"), $"[line4]\n{Keys}\n");
        Set(Variable, home);
        Directory.SetCurrentDirectory(Folder);
        try
        {
            Assert.Contains("No AWS credentials were found", (await FailAsync(new ConnectionSettings())).Message, StringComparison.Ordinal);
            Assert.Empty(new AwsConfiguration().ProfileNames(location: null));
            using var transport = new AwsTransportFactory().Create(Sending.Keys, AwsService.Rekognition, "eu-west-1");
            Assert.Equal("https://rekognition.eu-west-1.amazonaws.com/", transport.Endpoint.AbsoluteUri);
        }
        finally
        {
            Directory.SetCurrentDirectory(before);
        }

        Assert.False(File.Exists(ran));
    }

    [Fact(Timeout = 30_000)]
    public async Task Without_a_home_there_is_no_token_of_a_sign_in()
    {
        Set(Variable, ".");

        var error = await FailAsync(Profile("sso", "[sso]\nsso_start_url = https://x.invalid/start\nsso_region = eu-west-1\nsso_account_id = 123456789012\nsso_role_name = line4\n"));

        Assert.Equal(ErrorId.CredentialsExpired, error.Id);
        Assert.Contains("no home folder", error.Message, StringComparison.Ordinal);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("AWS_CONFIG_FILE")]
    [InlineData("AWS_SHARED_CREDENTIALS_FILE")]
    public async Task A_tilde_in_a_variable_is_the_home(string variable)
    {
        SetCredentialsFile("");
        File.WriteAllText(Path.Combine(Home, "own"), $"[default]\n{Keys}\n");
        Set(variable, "~/own");

        await SignAsync(new ConnectionSettings());
    }

    [Fact]
    public void A_tilde_in_AWS_CA_BUNDLE_is_the_home()
    {
        Set("AWS_CA_BUNDLE", "~/ca.pem");

        var error = Assert.Throws<CustomLabelsException>(() => new AwsTransportFactory().Create(Sending.Keys, AwsService.Rekognition, "eu-west-1"));

        Assert.Contains($"The environment variable AWS_CA_BUNDLE names '{Path.Combine(Home, "ca.pem")}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tilde_without_a_home_is_told()
    {
        Set(Variable, ".");
        Set("AWS_CONFIG_FILE", "~/config");

        var error = Assert.Throws<CustomLabelsException>(() => new AwsTransportFactory().Create(Sending.Keys, AwsService.Rekognition, "eu-west-1"));

        Assert.Equal(ErrorId.RequestInvalid, error.Error.Id);
        Assert.Equal("The environment variable AWS_CONFIG_FILE is '~/config', and this account has no home folder.", error.Message);
    }
}
