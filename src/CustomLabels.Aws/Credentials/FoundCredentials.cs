using Amazon.Runtime;

namespace CustomLabels.Aws.Credentials;

/// <summary>Credentials, and what to say about them: never what they are.</summary>
/// <param name="Source">Where they come from.</param>
/// <param name="Credentials">The SDK's object.</param>
/// <param name="Remedy">What to do when they can't be had.</param>
/// <param name="SignIn">What to do when they have expired.</param>
internal sealed record FoundCredentials(string Source, AWSCredentials Credentials, string Remedy, string SignIn)
{
    public FoundCredentials(string source, AWSCredentials credentials, string remedy)
        : this(source, credentials, remedy, remedy)
    {
    }
}
