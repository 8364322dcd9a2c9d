using System;
using System.Collections.Generic;
using System.Linq;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Internal.Settings;
using CustomLabels.Aws.Profiles;
using CustomLabels.Aws.Settings;

namespace CustomLabels.Aws.Credentials;

/// <summary>The store that the SDK for .NET has beside the files on Windows, encrypted for the account: Set-AWSCredential -StoreAs writes it.</summary>
internal static class SdkStore
{
    private const string Place = "the AWS SDK store";

    // The SDK takes HOME first, and makes its folder below it: a relative one would be the folder that the process stands in.
    private static bool IsThere => HomeFolder.IsWindows && HomeFolder.Path is not null
        && (Environment.GetEnvironmentVariable("HOME") is not { Length: > 0 } home || HomeFolder.IsFull(home)) && UserCrypto.IsUserCryptAvailable;

    /// <summary>The names of its profiles; none where there is no such store.</summary>
    public static IEnumerable<string> Names() => IsThere ? new NetSDKCredentialsFile().ListProfileNames() : [];

    /// <summary>A profile of it; null when it has none of that name.</summary>
    public static Section? Find(string name)
    {
        if (!IsThere || !new NetSDKCredentialsFile().TryGetProfile(name, out var profile)) return null;
        var section = new Section();
        foreach (var (property, value) in Properties(profile.Options).Where(static pair => !string.IsNullOrEmpty(pair.Value))) section.Properties[property] = new FileValue(value!, Place);
        return section;
    }

    private static IEnumerable<(string Property, string? Value)> Properties(CredentialProfileOptions options) =>
    [
        ("aws_access_key_id", options.AccessKey), ("aws_secret_access_key", options.SecretKey), ("aws_session_token", options.Token), ("role_arn", options.RoleArn),
        ("role_session_name", options.RoleSessionName), ("source_profile", options.SourceProfile), ("credential_source", options.CredentialSource), ("external_id", options.ExternalID),
        ("mfa_serial", options.MfaSerial), ("credential_process", options.CredentialProcess), ("web_identity_token_file", options.WebIdentityTokenFile),
        ("sso_account_id", options.SsoAccountId), ("sso_role_name", options.SsoRoleName), ("sso_session", options.SsoSession), ("sso_region", options.SsoRegion),
        ("sso_start_url", options.SsoStartUrl), ("login_session", options.LoginSession), ("endpoint_name", options.EndpointName),
    ];
}
