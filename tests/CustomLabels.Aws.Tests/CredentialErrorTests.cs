using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Amazon;
using CustomLabels.Api.Transport;
using CustomLabels.Aws.Credentials;
using CustomLabels.Aws.Settings;
using CustomLabels.Testing;
using Xunit;

namespace CustomLabels.Aws.Tests;

[Collection(OneAtATime.Name)]
public sealed class CredentialErrorTests : CredentialScene
{
    [Fact]
    public void A_profile_that_does_not_exist_is_named_with_those_that_do()
    {
        Set("AWS_ACCESS_KEY_ID", "X");
        Set("AWS_SECRET_ACCESS_KEY", "X");
        var file = Write("credentials", $"[one]\n{Keys}\n[two]\n{Keys}\n");

        var error = AssertMissing(Assert.Throws<CustomLabelsException>(() => Sending.To(Server, new ConnectionSettings { ProfileName = "three", ProfileLocation = file })));

        Assert.Equal($"There is no profile 'three' in {file}; the profiles there are one, two.", error.Message);
    }

    [Fact]
    public void A_file_that_does_not_exist_is_said_not_to()
    {
        var file = Write("credentials", "") + "-not";

        var error = AssertMissing(Assert.Throws<CustomLabelsException>(() => Sending.To(Server, new ConnectionSettings { ProfileName = "three", ProfileLocation = file })));

        Assert.Contains($"{file}, which is not there", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0")]
    [InlineData("/")]
    public void A_place_that_can_not_be_a_file_is_refused(string location) =>
        AssertMissing(Assert.Throws<CustomLabelsException>(() => Sending.To(Server, new ConnectionSettings { ProfileLocation = location })));

    [Fact]
    public void A_broken_line_is_numbered_and_never_shown()
    {
        var file = Write("credentials", $"[default]\naws_access_key_id = A\naws_secret_access_key {Sending.SecretKey}\n");

        var error = AssertMissing(Assert.Throws<CustomLabelsException>(() => Sending.To(Server, new ConnectionSettings { ProfileLocation = file })));

        Assert.Contains($"Line 3 of {file}: Expected an '=' sign defining a property.", error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_profile_without_credentials_is_said_to_have_none()
    {
        var file = Write("credentials", "[line4]\nregion = eu-west-1\n");

        var error = AssertMissing(await FailAsync(new ConnectionSettings { ProfileName = "line4", ProfileLocation = file }));

        Assert.StartsWith("No credentials could be obtained from profile 'line4': ", error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_profile_that_AWS_PROFILE_names_in_vain_is_not_passed_over()
    {
        var file = SetCredentialsFile($"[default]\n{Keys}\n");
        Set("AWS_CONFIG_FILE", "own-config");
        Set("AWS_PROFILE", "line4");

        var error = AssertMissing(await FailAsync(new ConnectionSettings()));

        Assert.Contains($"There is no profile 'line4' in {file}, {Path.GetFullPath("own-config")} or", error.Message, StringComparison.Ordinal);
        Assert.Contains("the profiles there are default", error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task Where_there_are_no_credentials_all_places_are_named()
    {
        var error = AssertMissing(await FailAsync(new ConnectionSettings()));

        Assert.Contains("AWS_ACCESS_KEY_ID", error.Message, StringComparison.Ordinal);
        Assert.Contains("AWS_WEB_IDENTITY_TOKEN_FILE", error.Message, StringComparison.Ordinal);
        Assert.Contains("profile 'default' (There is no profile 'default' in ", error.Message, StringComparison.Ordinal);
        Assert.Contains("AWS_CONTAINER_CREDENTIALS_FULL_URI", error.Message, StringComparison.Ordinal);
        Assert.Contains("EC2 instance metadata (switched off by AWS_EC2_METADATA_DISABLED)", error.Message, StringComparison.Ordinal);
        Assert.Contains("aws sso login", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_broken_line_in_the_default_file_is_never_shown_either()
    {
        var file = SetCredentialsFile($"[default]\naws_secret_access_key {Sending.SecretKey}\n");

        var error = AssertMissing(await FailAsync(new ConnectionSettings()));

        Assert.Contains($"Line 2 of {file}", error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task Instance_metadata_that_never_answers_is_given_up()
    {
        using var metadata = new ScriptedServer(Step.Stall());
        Set("AWS_EC2_METADATA_DISABLED", null);
        Set("AWS_EC2_METADATA_SERVICE_ENDPOINT", metadata.Url.AbsoluteUri.TrimEnd('/'));

        var error = await Assert.ThrowsAsync<CustomLabelsException>(() => DefaultChain.FindAsync(Clients(), TimeSpan.FromSeconds(0.5)));

        Assert.Contains("EC2 instance metadata (no answer within 0.5 s)", error.Message, StringComparison.Ordinal);
        await metadata.RequestReceivedAsync();
    }

    [Fact(Timeout = 30_000)]
    public async Task An_expired_source_of_a_role_is_expired()
    {
        using var sts = new ScriptedServer(StsError("ExpiredToken", "The security token included in the request is expired"));

        var error = await FailAsync(AssumedRole(sts));

        Assert.Equal(ErrorId.CredentialsExpired, error.Id);
        Assert.Contains("profile 'role'", error.Message, StringComparison.Ordinal);
        Assert.Contains("is expired", error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_role_that_may_not_be_assumed_is_said_so()
    {
        using var sts = new ScriptedServer(StsError("AccessDenied", "not authorized to perform sts:AssumeRole"));

        var error = AssertMissing(await FailAsync(AssumedRole(sts)));

        Assert.Contains("not authorized to perform sts:AssumeRole", error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_single_sign_on_that_nobody_has_made_asks_for_it()
    {
        var file = Write("credentials", $"""
            [sso]
            sso_start_url = https://{Guid.NewGuid():N}.invalid/start
            sso_region = eu-west-1
            sso_account_id = 123456789012
            sso_role_name = line4
            """);

        var error = await FailAsync(new ConnectionSettings { ProfileName = "sso", ProfileLocation = file });

        Assert.Equal(ErrorId.CredentialsExpired, error.Id);
        Assert.Contains("aws sso login", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_lookup_that_hangs_can_be_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        using var sts = new ScriptedServer(Step.Stall());
        using var transport = Sending.To(Server, AssumedRole(sts));

        var sending = transport.SendAsync(cancellationToken: cancel.Token);
        await sts.RequestReceivedAsync();
        cancel.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    private static OwnClients Clients() => new(RegionEndpoint.EUWest1, ProfileSettings.Read("default", location: null), () => throw new InvalidOperationException());

    private static CustomLabelsError AssertMissing(CustomLabelsException error)
    {
        Assert.DoesNotContain("canary", error.ToString(), StringComparison.Ordinal);
        return AssertMissing(error.Error);
    }

    private static CustomLabelsError AssertMissing(CustomLabelsError error)
    {
        Assert.Equal(ErrorId.CredentialsMissing, error.Id);
        Assert.Equal(ErrorScope.Run, error.Scope);
        return error;
    }
}
