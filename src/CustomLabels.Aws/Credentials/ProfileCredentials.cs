using System;
using System.Collections.Generic;
using System.IO;
using Amazon.Runtime;
using CustomLabels.Aws.Client;
using CustomLabels.Aws.Settings;

namespace CustomLabels.Aws.Credentials;

/// <summary>Makes credentials of what a profile says.</summary>
/// <param name="store">Has the profiles that assume a profile's role.</param>
/// <param name="clients">For roles and single sign-on.</param>
internal sealed class ProfileCredentials(ProfileStore store, OwnClients clients)
{
    /// <summary>Whether a profile says anything of credentials, be it half a pair of keys.</summary>
    public static bool AreIn(ProfileSettings profile) => IsRole(profile) || IsSignOn(profile) || HasKeys(profile) || profile.FindText("credential_process") is not null || profile.Find("login_session") is not null;

    /// <summary>The credentials; nobody is asked for them yet.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="source">What to call it.</param>
    /// <exception cref="AmazonClientException">What it says can't be.</exception>
    /// <exception cref="CustomLabelsException">A part of it is missing or broken.</exception>
    public AWSCredentials Make(ProfileSettings profile, string source) => Make(profile, source, new HashSet<string>(StringComparer.Ordinal));

    // In the order of botocore's resolver: a role comes before the keys that its profile has too.
    private AWSCredentials Make(ProfileSettings profile, string source, HashSet<string> seen)
    {
        if (profile.Fault is { } fault) throw SharedFileErrors.Unusable(fault);
        if (IsRole(profile)) return Role(profile, seen);
        if (IsSignOn(profile)) return new SsoCredentials(profile, clients);
        if (HasKeys(profile)) return Keys(profile);
        return profile.FindText("credential_process") is { } command ? new ProcessCredentials(command, source) : throw new AmazonClientException("The profile has no credentials.");
    }

    private AWSCredentials Role(ProfileSettings profile, HashSet<string> seen)
    {
        if (profile.Find("role_arn") is not { } role)
            throw Half(profile, "web_identity_token_file", "role_arn");
        if (profile.Find("web_identity_token_file") is { } token)
            return new WebIdentityCredentials(HomeFolder.Expand(token), role.Value, profile.Find("role_session_name")?.Value, clients);
        if (profile.Find("source_profile") is not { } name)
        {
            return profile.Find("credential_source") is { } named
                ? new RoleCredentials(profile, NamedSource(named, profile), clients)
                : throw Half(profile, "role_arn", "source_profile, credential_source or web_identity_token_file");
        }

        // A profile may assume its role with keys of its own.
        if (string.Equals(name.Value, profile.Name, StringComparison.Ordinal) && HasKeys(profile))
            return new RoleCredentials(profile, Keys(profile), clients);
        if (!seen.Add(profile.Name))
            throw new AmazonClientException($"The source_profile of the profile '{profile.Name}' is cyclical");

        var source = store.Find(name.Value);
        return source.IsThere
            ? new RoleCredentials(profile, Make(source, $"profile '{source.Name}'", seen), clients)
            : throw new AmazonClientException($"{source.Fault ?? $"Source profile [{name.Value}] was not found"}");
    }

    private static AWSCredentials NamedSource(Setting source, ProfileSettings profile) => source.Value.ToUpperInvariant() switch
    {
        "ENVIRONMENT" => new FixedCredentials(EnvironmentKeys.Find() ?? throw new AmazonClientException("The environment variables AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set.")),
        "ECSCONTAINER" => new ContainerCredentials(),
        "EC2INSTANCEMETADATA" => new InstanceCredentials(profile),
        _ => throw new AmazonClientException($"Credential source [{source.Value}] is invalid."),
    };

    private static FixedCredentials Keys(ProfileSettings profile)
    {
        var (id, secret) = (profile.FindText("aws_access_key_id"), profile.FindText("aws_secret_access_key"));
        if (id is null || secret is null)
        {
            var (given, missing) = id is null ? ("aws_secret_access_key", "aws_access_key_id") : ("aws_access_key_id", "aws_secret_access_key");
            throw Half(profile, given, missing);
        }

        return new FixedCredentials(CheckedKeys.Of(id, secret, profile.FindText("aws_session_token"), $"profile '{profile.Name}' in {profile.FileOf("aws_access_key_id")}"));
    }

    private static bool HasKeys(ProfileSettings profile) => (profile.FindText("aws_access_key_id") ?? profile.FindText("aws_secret_access_key")) is not null;

    private static bool IsSignOn(ProfileSettings profile) => (profile.Find("sso_account_id") ?? profile.Find("sso_role_name")) is not null;

    // Half of one too: passed over, the machine's own identity would be used in its place.
    private static bool IsRole(ProfileSettings profile) => (profile.Find("role_arn") ?? profile.Find("web_identity_token_file")) is not null;

    private static CustomLabelsException Half(ProfileSettings profile, string given, string missing) => CredentialErrors.Missing(
        $"The profile '{profile.Name}' has {given} and no {missing}, in {profile.FileOf(given)}.", $"Add {missing}, or name another profile.");
}
