using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using Amazon.Runtime;
using CustomLabels.Aws.Settings;

namespace CustomLabels.Aws.Credentials;

/// <summary>The role of a container (ECS, EKS), by its endpoint: https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html.</summary>
/// <remarks>Not the SDK's own, which sends the authorization token with the line end that a file has at its end.</remarks>
internal sealed class ContainerCredentials : RefreshingAWSCredentials
{
    /// <summary>What to call it.</summary>
    public const string Source = "the container endpoint of AWS_CONTAINER_CREDENTIALS_RELATIVE_URI or AWS_CONTAINER_CREDENTIALS_FULL_URI";

    private const string Relative = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI";
    private const string Full = "AWS_CONTAINER_CREDENTIALS_FULL_URI";
    private const int Attempts = 5;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    // Only these may be asked without TLS, and this machine.
    private static readonly string[] Hosts = ["169.254.170.2", "169.254.170.23", "[fd00:ec2::23]"];

    private readonly Uri _endpoint = Endpoint();

    /// <summary>Whether the environment names such an endpoint.</summary>
    public static bool AreThere => (Setting.FindInEnvironment(Relative) ?? Setting.FindInEnvironment(Full)) is not null;

    protected override CredentialsRefreshState GenerateNewCredentials() => GenerateNewCredentialsAsync().GetAwaiter().GetResult();

    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                // Straight: it is on this machine, or beside it.
                return MachineKeys.Read(await MachineKeys.AskAsync("GET", _endpoint, Headers(), new WebProxy()).ConfigureAwait(false), Source);
            }
            catch (Exception e) when (e is not CustomLabelsException && attempt < Attempts)
            {
                await Task.Delay(Pause).ConfigureAwait(false);
            }
        }
    }

    private static Uri Endpoint()
    {
        if (Setting.FindInEnvironment(Relative) is { } relative)
        {
            // As it stands: it may have a query. Without the slash it would be a part of the host.
            return relative.Value[0] == '/'
                ? new Uri($"http://{Hosts[0]}{relative.Value}")
                : throw new AmazonClientException($"{Relative} is '{VisibleText.Of(relative.Value)}'; a path that begins with / is allowed.");
        }

        if (Setting.FindInEnvironment(Full) is not { } full)
            throw new AmazonClientException("Neither of them is set.");

        var url = new Uri(full.Value);
        return url.Scheme == Uri.UriSchemeHttps || url.IsLoopback || Hosts.Contains(url.Host, StringComparer.OrdinalIgnoreCase)
            ? url
            : throw new AmazonClientException($"The host '{VisibleText.Of(url.Host)}' is not a container's endpoint, and may be asked over https:// only.");
    }

    private static Dictionary<string, string> Headers()
    {
        const string Token = "AWS_CONTAINER_AUTHORIZATION_TOKEN";
        var token = Setting.FindInEnvironment(Token + "_FILE") is { } file
            ? Setting.Read(File.ReadAllText(HomeFolder.Expand(file)), $"The file that {Token}_FILE names")
            : Setting.FindInEnvironment(Token);
        return token is null ? [] : new Dictionary<string, string>(StringComparer.Ordinal) { ["Authorization"] = token.Value };
    }
}
