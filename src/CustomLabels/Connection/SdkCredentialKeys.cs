using System;
using System.Reflection;
using CustomLabels.Api.Transport;

namespace CustomLabels.Connection;

/// <summary>An AWSCredentials object of another copy of the AWS SDK: it can't be cast to ours, and is asked as it would be by its own clients.</summary>
internal sealed class SdkCredentialKeys(object credentials, string source) : ICredentialProvider
{
    private readonly MethodInfo _getCredentials = credentials.GetType().GetMethod("GetCredentials", Type.EmptyTypes)
        ?? throw new MissingMethodException(credentials.GetType().FullName, "GetCredentials");

    /// <inheritdoc/>
    public string Source => source;

    /// <inheritdoc/>
    public AccessKeys GetKeys()
    {
        // What it threw comes out inside of a TargetInvocationException.
        var keys = _getCredentials.Invoke(credentials, null);
        return new AccessKeys(Text(keys, "AccessKey") ?? "", Text(keys, "SecretKey") ?? "", Text(keys, "Token"));
    }

    private static string? Text(object? keys, string name) => keys?.GetType().GetProperty(name)?.GetValue(keys) as string;
}
