using System;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;
using Amazon.Util;

namespace CustomLabels.Aws.Credentials;

/// <summary>The SDK's own search: https://docs.aws.amazon.com/sdk-for-net/v4/developer-guide/creds-assign.html.</summary>
internal static class DefaultChain
{
    // All but the last place are variables and files. Where there is no instance metadata the SDK would go on trying for half a minute.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>Finds credentials, within seconds.</summary>
    /// <exception cref="DetectionException">There are none.</exception>
    public static Task<AWSCredentials> FindAsync() => FindAsync(Limit);

    internal static async Task<AWSCredentials> FindAsync(TimeSpan limit)
    {
        // A resolver of our own: the SDK's shared one does not notice every change of the environment since it first looked.
        var search = Task.Run(static () =>
        {
            using var resolver = new DefaultAWSCredentialsIdentityResolver();
            return resolver.ResolveIdentity(null, CancellationToken.None);
        });

        var inTime = await Task.WhenAny(search, Task.Delay(limit)).ConfigureAwait(false) == search;
        try
        {
            if (inTime)
                return await search.ConfigureAwait(false);
        }
        catch (ProfileNotFoundException)
        {
            // AWS_PROFILE names nothing. This says so better, and finds nothing either.
            return NamedProfile.Find(NamedProfile.DefaultName, null).GetCredentials();
        }
        catch (AmazonClientException)
        {
            // Its message holds those of all places, and what stands on a broken line of a credentials file is in one of them.
        }

        throw CredentialErrors.Missing(
            "No AWS credentials were found in the environment variables AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, "
            + "the web identity of AWS_WEB_IDENTITY_TOKEN_FILE and AWS_ROLE_ARN, "
            + $"the profile '{NamedProfile.DefaultName}' ({WhyNoProfile()}), "
            + "the container endpoint of AWS_CONTAINER_CREDENTIALS_RELATIVE_URI or AWS_CONTAINER_CREDENTIALS_FULL_URI, "
            + $"and the EC2 instance metadata ({WhyNoMetadata(inTime ? null : limit)}).");
    }

    private static string WhyNoProfile()
    {
        try
        {
            NamedProfile.Find(NamedProfile.DefaultName, null).GetCredentials();
            return "it has none";
        }
        catch (DetectionException e)
        {
            return e.Error.Message.TrimEnd('.');
        }
        catch (Exception e)
        {
            return CredentialErrors.Reason(e).TrimEnd('.');
        }
    }

    private static string WhyNoMetadata(TimeSpan? exceeded) =>
        !EC2InstanceMetadata.IsIMDSEnabled ? $"switched off by {EC2InstanceMetadata.AWS_EC2_METADATA_DISABLED}"
        : exceeded is { } limit ? $"no answer within {limit.TotalSeconds} s"
        : "it has none, or is not there";
}
