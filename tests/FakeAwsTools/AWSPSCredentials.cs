using Amazon.Runtime;

namespace Amazon.PowerShell.Common;

/// <summary>What AWS.Tools.Common has in <c>$StoredAWSCredentials</c>: a public class with nothing public in it.</summary>
/// <remarks>Names as in aws-tools-for-powershell, modules/AWSPowerShell/Common/CredentialsArguments.cs.</remarks>
public sealed class AWSPSCredentials
{
    internal AWSPSCredentials(AWSCredentials credentials, string? name)
    {
        Credentials = credentials;
        Name = name;
    }

    internal AWSCredentials Credentials { get; }

    internal string? Name { get; }
}
