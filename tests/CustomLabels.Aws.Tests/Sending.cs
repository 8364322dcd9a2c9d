using System;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api.Generated;
using CustomLabels.Api.Transport;
using CustomLabels.Arns;
using CustomLabels.Aws.Settings;
using CustomLabels.Testing;

namespace CustomLabels.Aws.Tests;

/// <summary>What most tests need: keys, a transport to a server, a call.</summary>
internal static class Sending
{
    public const string AccessKey = "AKIDCANARY";
    public const string SecretKey = "canary+secret/key";
    public const string SessionToken = "canary-session-token";
    public const string Region = "eu-west-1";

    public const string Body =
        """{"ProjectVersionArn":"arn:aws:rekognition:us-east-1:123456789012:project/p/version/v/1590000000000","Image":{"Bytes":"/9hhYmM="}}""";

    public static ConnectionSettings Keys { get; } = new() { AccessKey = AccessKey, SecretKey = SecretKey };

    /// <summary>Long enough for any machine: what a test runs into only when something hangs.</summary>
    public static Timeouts Patient { get; } = new(TimeSpan.FromSeconds(25), TimeSpan.FromSeconds(25));

    /// <summary>For what never moves again.</summary>
    public static Timeouts Impatient { get; } = Patient with { Read = TimeSpan.FromSeconds(0.3) };

    public static IServiceTransport To(ScriptedServer server, ConnectionSettings? settings = null, Timeouts? timeouts = null) =>
        To(server.Url, settings, timeouts);

    public static IServiceTransport To(Uri url, ConnectionSettings? settings = null, Timeouts? timeouts = null) =>
        AwsTransportFactory.Create((settings ?? Keys) with { EndpointUrl = url }, AwsService.Rekognition, Region, timeouts ?? Patient);

    public static async Task<ServiceAnswer> SendAsync(this IServiceTransport transport, Stream? body = null, CancellationToken cancellationToken = default)
    {
        using var text = new MemoryStream(Encoding.UTF8.GetBytes(Body));
        return await transport.SendAsync(new ServiceCall(RekognitionOperations.DetectCustomLabels, body ?? text), cancellationToken);
    }
}
