using Amazon.Runtime;

namespace CustomLabels.Aws.Client;

/// <summary>Keys that are known, as the SDK takes them.</summary>
/// <param name="keys">The keys.</param>
internal sealed class FixedCredentials(ImmutableCredentials keys) : AWSCredentials
{
    public override ImmutableCredentials GetCredentials() => keys;
}
