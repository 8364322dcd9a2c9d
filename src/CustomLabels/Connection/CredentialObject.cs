using System;
using System.Management.Automation;
using System.Reflection;
using CustomLabels.Api.Transport;

namespace CustomLabels.Connection;

/// <summary>Makes keys of the objects that people have them in.</summary>
internal static class CredentialObject
{
    private const string AwsCredentials = "Amazon.Runtime.AWSCredentials";
    private const string AwsToolsCredentials = "Amazon.PowerShell.Common.AWSPSCredentials";

    /// <summary>Takes a PSCredential, credentials of any AWS SDK, or what AWS.Tools wraps them in. Told by their names: each copy of the SDK has types of its own.</summary>
    /// <param name="value">The object.</param>
    /// <param name="place">Where it stands: <c>-Credential</c> or a variable.</param>
    /// <exception cref="CustomLabelsException">It is something else.</exception>
    public static ICredentialProvider Read(object value, string place)
    {
        var candidate = value is PSObject wrapped ? wrapped.BaseObject : value;
        if (candidate.GetType().FullName is AwsToolsCredentials)
            candidate = candidate.GetType().GetProperty("Credentials", BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)?.GetValue(candidate) ?? candidate;

        if (candidate is PSCredential credential) return new PSCredentialKeys(credential, $"{place} (PSCredential)");

        for (var type = candidate.GetType(); type is not null; type = type.BaseType)
        {
            if (type.FullName is AwsCredentials) return new SdkCredentialKeys(candidate, $"{place} ({candidate.GetType().Name})");
        }

        throw new CustomLabelsException(new CustomLabelsError(
            ErrorId.RequestInvalid,
            $"{place} is a {VisibleText.Of(candidate.GetType().FullName)}; an AWSCredentials object of an AWS SDK or a PSCredential is allowed.",
            "Give what Get-AWSCredential returns, or Get-Credential's answer of access key id and secret access key.") { Scope = ErrorScope.Run });
    }
}
