using System;
using System.Threading.Tasks;
using CustomLabels.Api.Transport;
using CustomLabels.Aws.Settings;
using CustomLabels.Testing;
using Xunit;

namespace CustomLabels.Aws.Tests;

/// <summary>Profiles with a credential_process.</summary>
[Collection(OneAtATime.Name)]
public sealed class ProcessCredentialTests : CredentialScene
{
    [Fact(Timeout = 30_000)]
    public async Task A_process_gives_keys_that_sign()
    {
        var said = await SignAsync(Process($$"""{"Version":1,"AccessKeyId":"{{Sending.AccessKey}}","SecretAccessKey":"{{Sending.SecretKey}}","SessionToken":"{{Sending.SessionToken}}"}"""));

        Assert.Equal("Credentials: profile 'process', credential_process.", said);
        Assert.Equal(Sending.SessionToken, Server.Requests[0]["X-Amz-Security-Token"]);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"2099-01-01T00:00:00Z\"")]
    public async Task Keys_that_last_are_asked_for_once(string expiration)
    {
        using var transport = Sending.To(Server, Process($$"""{"Version":1,"AccessKeyId":"{{Sending.AccessKey}}","SecretAccessKey":"{{Sending.SecretKey}}","SessionToken":null,"Expiration":{{expiration}}}"""));
        await SendAsync(transport);
        Write("output", "");
        await SendAsync(transport);

        AssertSigned();
        Assert.Equal(2, Server.Received);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("not JSON at all: canary", "malformed JSON")]
    [InlineData("""{"Version":1,"AccessKeyId":7,"SecretAccessKey":"canary"}""", "malformed JSON")]
    [InlineData("""{"AccessKeyId":"A","SecretAccessKey":"canary"}""", "Version")]
    [InlineData("""{"Version":1,"AccessKeyId":"A","SecretAccessKey":"canary","Expiration":"2001-01-01T00:00:00Z"}""", "already expired")]
    public async Task A_process_that_prints_something_else_is_told_without_it(string output, string said)
    {
        var error = await FailAsync(Process(output));

        Assert.Contains("profile 'process', credential_process", error.Message, StringComparison.Ordinal);
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
    }

#if NET
    // What a shell of Unix is told reaches it as it was written.
    [UnixFact(Timeout = 30_000)]
    public async Task A_backslash_of_a_command_is_the_shell_s()
    {
        var file = Write("the keys.json", $$"""{"Version":1,"AccessKeyId":"{{Sending.AccessKey}}","SecretAccessKey":"{{Sending.SecretKey}}","SessionToken":"{{Sending.SessionToken}}"}""");
        using var transport = Sending.To(Server, Profile("process", $"[process]\ncredential_process = cat {file.Replace(" ", "\\ ", StringComparison.Ordinal)} && printf '\\n'\n"));

        await SendAsync(transport);

        AssertSigned();
    }
#endif

    [Fact(Timeout = 30_000)]
    public async Task A_process_that_fails_is_told_by_its_exit_code_and_not_by_what_it_wrote()
    {
        // Both shells know these.
        var error = await FailAsync(Profile("process", "[process]\ncredential_process = echo canary-secret 1>&2 && exit 7\n"));

        Assert.Equal(ErrorId.CredentialsMissing, error.Id);
        Assert.Equal("No credentials could be obtained from profile 'process', credential_process: The process ended with exit code 7.", error.Message);
        Assert.Contains("credential_process of the profile 'process' by hand", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task The_shell_is_the_systems_and_not_a_file_of_that_name_in_the_folder_that_the_process_stands_in()
    {
        var before = Environment.CurrentDirectory;
        Write(HomeFolder.IsWindows ? "cmd.exe" : "sh", "");
        Environment.CurrentDirectory = Folder;
        try
        {
            await SignAsync(Process($$"""{"Version":1,"AccessKeyId":"{{Sending.AccessKey}}","SecretAccessKey":"{{Sending.SecretKey}}"}"""));
        }
        finally
        {
            Environment.CurrentDirectory = before;
        }
    }

    [Fact(Timeout = 30_000)]
    public async Task A_process_of_the_default_profile_that_fails_is_not_passed_over()
    {
        SetCredentialsFile("[default]\ncredential_process = exit 7\n");

        Assert.Contains("exit code 7", (await FailAsync(new())).Message, StringComparison.Ordinal);
    }

    private ConnectionSettings Process(string output)
    {
        var print = Environment.OSVersion.Platform == PlatformID.Win32NT ? "type" : "cat";
        return Profile("process", $"[process]\ncredential_process = {print} {Write("output", output)}\n");
    }
}
