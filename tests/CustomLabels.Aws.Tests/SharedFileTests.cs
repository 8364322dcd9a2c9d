using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using CustomLabels.Api.Transport;
using CustomLabels.Testing;
using Xunit;

namespace CustomLabels.Aws.Tests;

/// <summary>Shared files as people write them: what a command needs of them counts, and what it doesn't need can't hurt.</summary>
[Collection(OneAtATime.Name)]
public sealed class SharedFileTests : CredentialScene
{
    private const string Broken = "[broken]\naws_secret_access_key canary\n";

    [Theory(Timeout = 30_000)]
    [InlineData("[default] # north yard\n")]
    [InlineData("[default]\nregion = us_east_1\n")]
    [InlineData("[default]\nregion = us-east-1 # home\n")]
    [InlineData("[default]\noutput = json\noutput = text\n[default]\n")]
    [InlineData("[other] # north yard\n[default]\n")]
    [InlineData("[other]\nregion = us_east_1\n[default]\n")]
    [InlineData(Broken + "[default]\n")]
    [InlineData("[broken\n[default]\n")]
    [InlineData("[in valid]\n[default]\n")]
    public async Task A_profile_signs_whatever_else_the_file_says(string text)
    {
        SetCredentialsFile($"{text}{Keys}\n");

        Assert.Equal("Credentials: profile 'default'.", (await SendAsync(new ConnectionSettings()))[0]);
        AssertSigned();
    }

    [Fact(Timeout = 30_000)]
    public async Task A_name_in_quotes_is_a_name()
    {
        Set("AWS_CONFIG_FILE", Write("own-config", $"[profile 'north yard']\n{Keys}\n"));
        await SignAsync(new ConnectionSettings { ProfileName = "north yard" });

        Set("AWS_PROFILE", "north yard");
        await SignAsync(new ConnectionSettings());
    }

    [Theory(Timeout = 30_000)]
    [InlineData("AWS_PROFILE")]
    [InlineData("AWS_DEFAULT_PROFILE")]
    public async Task A_profile_is_named_by_either_variable(string variable)
    {
        SetCredentialsFile($"[default]\naws_access_key_id = X\naws_secret_access_key = X\n[line4]\n{Keys}\n");
        Set(variable, " line4\n");

        await SignAsync(new ConnectionSettings());
    }

    [Fact(Timeout = 30_000)]
    public async Task Of_the_two_variables_AWS_PROFILE_counts()
    {
        SetCredentialsFile($"[line3]\naws_access_key_id = X\naws_secret_access_key = X\n[line4]\n{Keys}\n");
        Set("AWS_DEFAULT_PROFILE", "line3");
        Set("AWS_PROFILE", "line4");

        await SignAsync(new ConnectionSettings());
    }

    [Theory(Timeout = 30_000)]
    [InlineData("AWS_ACCESS_KEY_ID", "The environment variable AWS_ACCESS_KEY_ID is set, and AWS_SECRET_ACCESS_KEY is not.")]
    [InlineData("AWS_SECRET_ACCESS_KEY", "The environment variable AWS_SECRET_ACCESS_KEY is set, and AWS_ACCESS_KEY_ID is not.")]
    public async Task Half_a_pair_in_the_environment_is_an_error_and_nothing_else_is_looked_at(string variable, string said)
    {
        SetCredentialsFile($"[default]\n{Keys}\n");
        Set(variable, "canary");

        var error = await FailAsync(new ConnectionSettings());

        Assert.Equal((ErrorId.CredentialsMissing, said), (error.Id, error.Message));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_session_token_alone_in_the_environment_is_none()
    {
        SetCredentialsFile($"[default]\n{Keys}\n");
        Set("AWS_SESSION_TOKEN", "canary");

        await SignAsync(new ConnectionSettings());
    }

    [Theory(Timeout = 30_000)]
    [InlineData("aws_access_key_id", "aws_secret_access_key", true)]
    [InlineData("aws_secret_access_key", "aws_access_key_id", false)]
    public async Task Half_a_pair_in_a_profile_is_an_error_and_nothing_else_is_looked_at(string given, string missing, bool isNamed)
    {
        using var container = new ScriptedServer(KeysAnswer(Never));
        Set("AWS_CONTAINER_CREDENTIALS_FULL_URI", container.Url.AbsoluteUri);
        var file = SetCredentialsFile($"[default]\n{given} = canary\ncredential_process = exit 7\n");

        var error = await FailAsync(new ConnectionSettings { ProfileName = isNamed ? "default" : null });

        Assert.Equal((ErrorId.CredentialsMissing, $"The profile 'default' has {given} and no {missing}, in {file}."), (error.Id, error.Message));
        Assert.Equal(0, container.Received);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("role_arn", "source_profile, credential_source or web_identity_token_file")]
    [InlineData("web_identity_token_file", "role_arn")]
    public async Task Half_a_role_in_a_profile_is_an_error_and_nothing_else_is_looked_at(string given, string missing)
    {
        using var container = new ScriptedServer(KeysAnswer(Never));
        Set("AWS_CONTAINER_CREDENTIALS_FULL_URI", container.Url.AbsoluteUri);
        var file = SetCredentialsFile($"[default]\n{given} = canary\nsourceprofile = other\n");

        var error = await FailAsync(new ConnectionSettings());

        Assert.Equal((ErrorId.CredentialsMissing, $"The profile 'default' has {given} and no {missing}, in {file}."), (error.Id, error.Message));
        Assert.Equal(0, container.Received);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_token_in_the_environment_without_its_role_is_an_error_and_nothing_else_is_looked_at()
    {
        SetCredentialsFile($"[default]\n{Keys}\n");
        Set("AWS_WEB_IDENTITY_TOKEN_FILE", "canary");

        Assert.Equal("The environment variable AWS_WEB_IDENTITY_TOKEN_FILE is set, and AWS_ROLE_ARN is not.", (await FailAsync(new ConnectionSettings())).Message);
    }

    [Fact(Timeout = 30_000)]
    public async Task Half_a_pair_of_a_source_profile_is_an_error_too()
    {
        using var sts = new ScriptedServer(StsAnswer(Never));
        var settings = AssumedRole(sts) with { ProfileLocation = Write("half", "[role]\nrole_arn = arn:r\nsource_profile = source\n[source]\naws_access_key_id = A\n") };

        Assert.StartsWith("The profile 'source' has aws_access_key_id and no aws_secret_access_key", (await FailAsync(settings)).Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_profile_may_assume_its_role_with_keys_of_its_own()
    {
        using var sts = new ScriptedServer(StsAnswer(Never));

        await SignAsync(AssumedRole(sts, $"source_profile = role\n{Keys}"));

        Assert.Contains($"Credential={Sending.AccessKey}/", Assert.Single(sts.Requests)["Authorization"], StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_region_that_is_needed_and_is_none_is_named_with_file_and_section()
    {
        var settings = Profile("sso", "[sso]\nsso_session = yard\nsso_account_id = 123456789012\nsso_role_name = line4\n[sso-session yard]\nsso_start_url = https://x.invalid/\nsso_region = us_east_1\n");

        var error = await FailAsync(settings);

        Assert.Equal($"sso_region of the section 'sso-session yard' in {settings.ProfileLocation} is 'us_east_1', which is not the name of a region.", error.Message);
    }

    [Fact(Timeout = 30_000)]
    public async Task What_is_broken_and_not_needed_is_a_verbose_line()
    {
        var file = SetCredentialsFile($"{Broken}[default]\n{Keys}\n");

        Assert.Equal([$"Passed over: Line 2 of {file}: Expected an '=' sign defining a property."], (await SendAsync(new ConnectionSettings())).Skip(2));
    }

    [PlatformFact(Timeout = 30_000)]
    public async Task A_broken_profile_does_not_hurt_where_a_web_identity_of_the_environment_signs()
    {
        using var sts = new ScriptedServer(StsAnswer(Never, "AssumeRoleWithWebIdentity"));
        SetCredentialsFile("[default]\nregion eu-west-1\n");
        Set("AWS_ENDPOINT_URL_STS", sts.Url.AbsoluteUri);
        Set("AWS_WEB_IDENTITY_TOKEN_FILE", Write("token", "canary-token"));
        Set("AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/line4");

        await SendAsync(new ConnectionSettings());

        Assert.Single(sts.Requests);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("false", true)]
    [InlineData("true", false)]
    public async Task An_endpoint_of_the_environment_that_counts_makes_a_broken_profile_harmless(string ignored, bool isHarmless)
    {
        SetCredentialsFile("[default]\nregion eu-west-1\n");
        Set("AWS_ENDPOINT_URL", Server.Url.AbsoluteUri);
        Set("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", ignored);

        var error = await Record.ExceptionAsync(() => Task.Run(() => new AwsTransportFactory().Create(Sending.Keys, AwsService.Rekognition, Sending.Region).Dispose()));

        Assert.Equal(isHarmless, error is null);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("[default]\nregion eu-west-1\n")]
    [InlineData("region = eu-west-1\n")]
    [InlineData("\0\u0001\u0002 garbage\n\n]]][[[\n")]
    [InlineData("[default\n")]
    public async Task A_broken_default_profile_that_nothing_needs_is_a_verbose_line(string text)
    {
        SetCredentialsFile(text);

        Assert.StartsWith("Passed over: Line ", Assert.Single((await SendAsync(Sending.Keys)).Skip(2)), StringComparison.Ordinal);

        Set("AWS_ACCESS_KEY_ID", Sending.AccessKey);
        Set("AWS_SECRET_ACCESS_KEY", Sending.SecretKey);
        await SendAsync(new ConnectionSettings());
        AssertSigned();
    }

    [Theory]
    [InlineData("[default]\nendpoint_url http://127.0.0.1:1\n")]
    [InlineData("endpoint_url = http://127.0.0.1:1\n")]
    [InlineData("[default\nendpoint_url = http://127.0.0.1:1\n")]
    public void A_broken_profile_that_may_have_named_the_endpoint_is_an_error(string text)
    {
        var file = SetCredentialsFile(text);

        var error = Assert.Throws<CustomLabelsException>(() => new AwsTransportFactory().Create(Sending.Keys, AwsService.Rekognition, "eu-west-1"));

        Assert.Equal(ErrorId.CredentialsMissing, error.Error.Id);
        Assert.StartsWith($"The shared AWS files can't be used: Line ", error.Message, StringComparison.Ordinal);
        Assert.Contains(file, error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_file_that_can_not_be_read_hurts_only_where_it_is_needed()
    {
        var file = SetCredentialsFile($"[default]\n{Keys}\n");
        using var held = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        Assert.Contains($"{file} can't be read", Assert.Single((await SendAsync(Sending.Keys)).Skip(2)), StringComparison.Ordinal);
        var error = Assert.Throws<CustomLabelsException>(() => Sending.To(Server, new ConnectionSettings()));
        Assert.Equal(ErrorId.CredentialsMissing, error.Error.Id);
        Assert.Contains($"{file} can't be read", error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_source_profile_that_is_broken_is_an_error()
    {
        using var sts = new ScriptedServer(StsAnswer(Never));

        var error = await FailAsync(AssumedRole(sts) with { ProfileLocation = Write("credentials", $"[role]\nrole_arn = arn:r\nsource_profile = broken\n{Broken}") });

        Assert.StartsWith("The shared AWS files can't be used: Line 5 of ", error.Message, StringComparison.Ordinal);
    }
}
