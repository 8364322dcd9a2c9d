using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Amazon.Runtime;
using CustomLabels.Aws.Client;
using CustomLabels.Aws.Settings;

namespace CustomLabels.Aws.Credentials;

/// <summary>The role of the EC2 instance, by its metadata (IMDSv2): https://docs.aws.amazon.com/sdkref/latest/guide/feature-imds-credentials.html.</summary>
/// <remarks>The SDK's own keeps one for the process, which goes on asking every two minutes for as long as the session lasts; and it reads the shared files for the
/// endpoint, by itself.</remarks>
/// <param name="profile">May name another endpoint.</param>
internal sealed class InstanceCredentials(ProfileSettings profile) : RefreshingAWSCredentials
{
    /// <summary>What to call it.</summary>
    public const string Source = "the EC2 instance metadata";

    private const string Roles = "latest/meta-data/iam/security-credentials";

    // In an outage the metadata hands out expired keys, and the services take them. The SDK goes on with them for 5 to 10 minutes at a time.
    private static readonly TimeSpan Extension = TimeSpan.FromMinutes(10);

    protected override CredentialsRefreshState GenerateNewCredentials() => GenerateNewCredentialsAsync().GetAwaiter().GetResult();

    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        var endpoint = Endpoint();
        var role = (await AskAsync(endpoint, Roles).ConfigureAwait(false)).Trim().Split('\n')[0].Trim();
        if (role.Length == 0) throw new AmazonClientException("The EC2 instance metadata has no role with keys.");

        var keys = MachineKeys.Read(await AskAsync(endpoint, $"{Roles}/{Uri.EscapeDataString(role)}").ConfigureAwait(false), Source);
        var now = DateTime.UtcNow;
        return keys.Expiration > now ? keys : new CredentialsRefreshState(keys.Credentials, now + Extension);
    }

    private static async Task<string> AskAsync(Uri endpoint, string path)
    {
        var proxy = EnvironmentProxy.Find();
        var lifetime = new Dictionary<string, string>(StringComparer.Ordinal) { ["x-aws-ec2-metadata-token-ttl-seconds"] = "21600" };
        var token = await MachineKeys.AskAsync("PUT", new Uri(endpoint, "latest/api/token"), lifetime, proxy).ConfigureAwait(false);
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Setting.Read(token, "The token of the EC2 instance metadata") is { } read) headers["x-aws-ec2-metadata-token"] = read.Value;
        return await MachineKeys.AskAsync("GET", new Uri(endpoint, path), headers, proxy).ConfigureAwait(false);
    }

    private Uri Endpoint()
    {
        if (Setting.Find("AWS_EC2_METADATA_SERVICE_ENDPOINT", profile, "ec2_metadata_service_endpoint") is not { } given)
        {
            var mode = Setting.Find("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE", profile, "ec2_metadata_service_endpoint_mode")?.Value;
            return new Uri(string.Equals(mode, "IPv6", StringComparison.OrdinalIgnoreCase) ? "http://[fd00:ec2::254]/" : "http://169.254.169.254/");
        }

        return Uri.TryCreate(given.Value, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            ? url
            : throw SettingErrors.Invalid($"{given.Source} is '{VisibleText.Of(given.Value)}', not a URL; one that begins with http:// or https:// is allowed.", "Correct it or take it away.");
    }
}
