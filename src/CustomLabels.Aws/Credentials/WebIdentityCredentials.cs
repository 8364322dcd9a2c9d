using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.SharedInterfaces;
using Amazon.SecurityToken;

namespace CustomLabels.Aws.Credentials;

/// <summary>A role assumed with a token file, in the region that is worked in.</summary>
internal sealed class WebIdentityCredentials : AssumeRoleWithWebIdentityCredentials
{
    private readonly RegionEndpoint _region;

    public WebIdentityCredentials(AssumeRoleWithWebIdentityCredentials role, RegionEndpoint region)
        : base(role.WebIdentityTokenFile, role.RoleArn, role.RoleSessionName) => _region = region;

    protected override ICoreAmazonSTS CreateClient() => new AmazonSecurityTokenServiceClient(new AnonymousAWSCredentials(), _region);
}
