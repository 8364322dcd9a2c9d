using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api.Generated;
using CustomLabels.Api.Transport;
using CustomLabels.Testing;
using Xunit;

namespace CustomLabels.Aws.Tests;

/// <summary>What tests of credentials need: an environment of their own, a service to send to, and what its peers answer.</summary>
public abstract class CredentialScene : IDisposable
{
    /// <summary>Keys in a profile.</summary>
    protected const string Keys = $"""
        aws_access_key_id = {Sending.AccessKey}
        aws_secret_access_key = {Sending.SecretKey}
        """;

    private const string Role = "arn:aws:iam::123456789012:role/line4";

    private readonly AwsEnvironment _environment = new();
    private readonly TemporaryFolder _folder = new();

    /// <summary>Far off.</summary>
    protected static DateTime Never { get; } = new(2099, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>So near that the keys are not used twice.</summary>
    protected static DateTime Soon => DateTime.UtcNow.AddSeconds(30);

    /// <summary>The service.</summary>
    protected ScriptedServer Server { get; } = new(Step.Answer(200));

    public void Dispose()
    {
        Server.Dispose();
        _folder.Dispose();
        _environment.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The home folder.</summary>
    protected string Home => _environment.Home;

    /// <summary>Where <see cref="Write"/> writes.</summary>
    protected string Folder => _folder.Path;

    protected void Set(string variable, string? value) => _environment[variable] = value;

    protected string Write(string file, string text) => _folder.Write(file, text);

    protected string SetCredentialsFile(string text) => _environment.SetCredentialsFile(text);

    /// <summary>A profile of a file with these lines.</summary>
    protected ConnectionSettings Profile(string name, string text) => new() { ProfileName = name, ProfileLocation = Write("credentials", text) };

    /// <summary>A profile that assumes a role with the keys of another.</summary>
    protected ConnectionSettings AssumedRole(ScriptedServer sts, string more = "")
    {
        Set("AWS_ENDPOINT_URL_STS", sts.Url.AbsoluteUri);
        return Profile("role", $"[source]\n{Keys}\n[role]\nrole_arn = {Role}\nsource_profile = source\n{more}\n");
    }

    /// <summary>Sends a request; returns what was said.</summary>
    private protected async Task<IReadOnlyList<string>> SendAsync(ConnectionSettings settings)
    {
        using var transport = Sending.To(Server, settings);
        return await SendAsync(transport);
    }

    private protected static async Task<IReadOnlyList<string>> SendAsync(IServiceTransport transport)
    {
        var said = new List<string>();
        using var body = new MemoryStream(Encoding.UTF8.GetBytes(Sending.Body));
        await transport.SendAsync(new ServiceCall(RekognitionOperations.DetectCustomLabels, body) { Verbose = said.Add }, CancellationToken.None);
        Assert.DoesNotContain("canary", string.Join("\n", said), StringComparison.OrdinalIgnoreCase);
        return said;
    }

    /// <summary>Sends a request, and it was signed with the keys.</summary>
    protected async Task<string> SignAsync(ConnectionSettings settings)
    {
        var said = await SendAsync(settings);
        AssertSigned();
        Assert.Equal(2, said.Count);
        return said[0];
    }

    protected void AssertSigned() => Assert.All(
        Server.Requests,
        request => Assert.Equal(SigV4.Authorization(request, Sending.AccessKey, Sending.SecretKey, Sending.Region), request["Authorization"]));

    protected async Task<CustomLabelsError> FailAsync(ConnectionSettings settings)
    {
        var error = await Assert.ThrowsAsync<CustomLabelsException>(() => SendAsync(settings));
        Assert.Equal(ErrorScope.Run, error.Error.Scope);
        Assert.NotEqual("", error.Error.RecommendedAction);
        Assert.DoesNotContain("canary", error + error.Error.RecommendedAction, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(Server.Requests);
        return error.Error;
    }

    protected static Step StsAnswer(DateTime expires, string operation = "AssumeRole") => Step.Answer(200, StsText(expires, operation));

    protected static string StsText(DateTime expires, string operation = "AssumeRole") => $"""
        <{operation}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><{operation}Result><Credentials>
        <AccessKeyId>{Sending.AccessKey}</AccessKeyId><SecretAccessKey>{Sending.SecretKey}</SecretAccessKey><SessionToken>{Sending.SessionToken}</SessionToken>
        <Expiration>{Text(expires)}</Expiration></Credentials></{operation}Result></{operation}Response>
        """;

    protected static Step StsError(string code, string message) => Step.Answer(403, $"""
        <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>{code}</Code>
        <Message>{message}</Message></Error><RequestId>id</RequestId></ErrorResponse>
        """);

    /// <summary>What a container's endpoint and an instance's metadata answer.</summary>
    protected static Step KeysAnswer(DateTime expires) => Step.Answer(200, $$"""
        {"Code":"Success","Type":"AWS-HMAC","LastUpdated":"2026-01-01T00:00:00Z","AccessKeyId":"{{Sending.AccessKey}}","SecretAccessKey":"{{Sending.SecretKey}}","Token":"{{Sending.SessionToken}}","Expiration":"{{Text(expires)}}"}
        """);

    protected static string Text(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
