using Amazon;
using Amazon.PowerShell.Common;
using Amazon.Runtime;
using Amazon.SecurityToken;

namespace CustomLabels.Testing.FakeAwsTools;

/// <summary>Makes what Set-AWSCredential leaves in a session.</summary>
public static class Session
{
    /// <summary>Credentials as AWS.Tools wraps them.</summary>
    public static object Wrap(AWSCredentials credentials) => new AWSPSCredentials(credentials, name: null);

    /// <summary>Keys that do not change; an empty token is none.</summary>
    public static AWSCredentials Keys(string accessKey, string secretKey, string token) =>
        token.Length == 0 ? new BasicAWSCredentials(accessKey, secretKey) : new SessionAWSCredentials(accessKey, secretKey, token);

    /// <summary>Keys that are new whenever they are asked for: their access key ids end in 1, 2, 3.</summary>
    public static AWSCredentials ShortLived(string accessKey, string secretKey) => new Renewing(accessKey, secretKey);

    /// <summary>Keys that can't be had.</summary>
    public static AWSCredentials Failing(string message) => new Throwing(message);

    /// <summary>Has a client made, so that this SDK is in use; returns the version of its AWSSDK.Core.</summary>
    public static string Use()
    {
        using var client = new AmazonSecurityTokenServiceClient(new AnonymousAWSCredentials(), RegionEndpoint.USEast1);
        return System.Diagnostics.FileVersionInfo.GetVersionInfo(typeof(AWSCredentials).Assembly.Location).FileVersion!;
    }

    private sealed class Renewing(string accessKey, string secretKey) : AWSCredentials
    {
        private int _count;

        public override ImmutableCredentials GetCredentials() => new($"{accessKey}{++_count}", secretKey, "token");
    }

    private sealed class Throwing(string message) : AWSCredentials
    {
        public override ImmutableCredentials GetCredentials() => throw new AmazonClientException(message);
    }
}
