using System;
using System.Globalization;
using System.Threading.Tasks;
using Amazon.Runtime;
using Amazon.Runtime.SharedInterfaces;
using CustomLabels.Aws.Settings;

namespace CustomLabels.Aws.Credentials;

/// <summary>A role assumed with other credentials.</summary>
/// <param name="profile">Says which role: <c>role_arn</c>, <c>role_session_name</c>, <c>external_id</c>.</param>
/// <param name="source">What assumes it.</param>
/// <param name="clients">Has the client of STS.</param>
internal sealed class RoleCredentials(ProfileSettings profile, AWSCredentials source, OwnClients clients) : RefreshingAWSCredentials
{
    protected override CredentialsRefreshState GenerateNewCredentials() => GenerateNewCredentialsAsync().GetAwaiter().GetResult();

    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        // CloudTrail shows the session's name.
        var session = profile.Find("role_session_name")?.Value ?? $"customlabels-{DateTime.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture)}";
        var options = new AssumeRoleAWSCredentialsOptions { ExternalId = profile.Find("external_id")?.Value };
        using var sts = clients.Sts(source);
        var keys = await ((ICoreAmazonSTS)sts).CredentialsFromAssumeRoleAuthenticationAsync(profile.Find("role_arn")!.Value, session, options).ConfigureAwait(false);
        return new CredentialsRefreshState(CheckedKeys.Of(keys, "the role that STS assumed"), keys.Expiration);
    }
}
