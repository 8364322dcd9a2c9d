using System;
using System.Linq;
using System.Threading.Tasks;
using Amazon.Runtime;
using Amazon.Util;

namespace CustomLabels.Aws.Credentials;

/// <summary>The role of the EC2 instance, by its metadata (IMDSv2).</summary>
/// <remarks>The SDK's own keeps one for the process, which goes on asking every two minutes for as long as the session lasts.</remarks>
internal sealed class InstanceCredentials : RefreshingAWSCredentials
{
    // In an outage the metadata hands out expired keys, and the services take them. The SDK goes on with them for 5 to 10 minutes at a time.
    private static readonly TimeSpan Extension = TimeSpan.FromMinutes(10);

    protected override CredentialsRefreshState GenerateNewCredentials() => GenerateNewCredentialsAsync().GetAwaiter().GetResult();

    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        var roles = await EC2InstanceMetadata.GetIAMSecurityCredentialsAsync().ConfigureAwait(false);
        if (roles?.Values.FirstOrDefault() is not { AccessKeyId.Length: > 0, SecretAccessKey.Length: > 0 } role)
            throw new AmazonClientException("The EC2 instance metadata has no role with keys.");

        var now = DateTime.UtcNow;
        var expires = role.Expiration.ToUniversalTime();
        return new CredentialsRefreshState(new ImmutableCredentials(role.AccessKeyId, role.SecretAccessKey, role.Token), expires > now ? expires : now + Extension);
    }
}
