using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;
using CustomLabels.Aws.Settings;

namespace CustomLabels.Aws.Credentials;

/// <summary>A profile of the shared AWS files.</summary>
internal sealed class NamedProfile
{
    private const string BuiltInDefault = "default";

    private readonly CredentialProfile _profile;
    private readonly ProfileStore _store;

    private NamedProfile(CredentialProfile profile, ProfileStore store)
    {
        _profile = profile;
        _store = store;
    }

    /// <summary><c>AWS_PROFILE</c>, else <c>default</c>.</summary>
    public static string DefaultName => DefaultAWSCredentialsIdentityResolver.GetProfileName();

    /// <summary>Finds a profile.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="location">A credentials file to look in, with the file <c>config</c> beside it; null means the usual places.</param>
    /// <exception cref="DetectionException">There is none of that name, or the files can't be read.</exception>
    public static NamedProfile Find(string name, string? location)
    {
        var (profile, whyNot) = Look(name, location);
        return profile ?? throw CredentialErrors.Missing($"{whyNot}.");
    }

    /// <summary>The profile of <see cref="DefaultName"/>; null, and why, when it has no credentials, or nobody named one and there is no <c>default</c>.</summary>
    /// <exception cref="DetectionException"><c>AWS_PROFILE</c> names nothing, or the files can't be read.</exception>
    public static (NamedProfile? Profile, string WhyNot) FindDefault()
    {
        var (profile, whyNot) = Look(DefaultName, location: null);
        if (profile is null && DefaultName is not BuiltInDefault)
            throw CredentialErrors.Missing($"{whyNot}.");

        return profile is { _profile.CanCreateAWSCredentials: false } ? (null, $"it has no credentials, or not a whole set of them{SharedFiles.At(location: null).Missing}") : (profile, whyNot);
    }

    /// <summary>The credentials: none of them are asked for yet.</summary>
    /// <exception cref="DetectionException">The profile can't give any.</exception>
    public FoundCredentials GetCredentials()
    {
        var chain = Chain().ToList();
        foreach (var profile in chain)
            Refuse(profile);

        try
        {
            var (remedy, signIn) = Remedies(chain);
            return new FoundCredentials(ToString(), _profile.GetAWSCredentials(_store), remedy, signIn);
        }
        catch (Exception e) when (e is not DetectionException)
        {
            throw CredentialErrors.Missing($"No credentials could be obtained from {this}: {CredentialErrors.Reason(e).TrimEnd('.')}{_store.Files.Missing}.", $"Correct the profile '{_profile.Name}', or name another.");
        }
    }

    public override string ToString() => _profile.Options switch
    {
        { RoleArn.Length: > 0, SourceProfile.Length: > 0 } role => $"profile '{_profile.Name}', role {role.RoleArn} assumed with profile '{role.SourceProfile}'",
        { RoleArn.Length: > 0, CredentialSource.Length: > 0 } role => $"profile '{_profile.Name}', role {role.RoleArn} assumed with credential_source {role.CredentialSource}",
        { RoleArn.Length: > 0, WebIdentityTokenFile.Length: > 0 } role => $"profile '{_profile.Name}', role {role.RoleArn} assumed with a web identity",
        { CredentialProcess.Length: > 0 } => $"profile '{_profile.Name}', credential_process",
        { SsoRoleName.Length: > 0 } sso => $"profile '{_profile.Name}', single sign-on of account {sso.SsoAccountId} as {sso.SsoRoleName}",
        _ => $"profile '{_profile.Name}'",
    };

    // The profile, the profile whose credentials assume its role, and so on.
    private IEnumerable<CredentialProfile> Chain()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var profile = _profile; profile is not null && seen.Add(profile.Name); profile = Source(profile))
            yield return profile;
    }

    private CredentialProfile? Source(CredentialProfile profile) =>
        profile.Options.SourceProfile is { Length: > 0 } name && _store.TryGetProfile(name, out var source) ? source : null;

    // What the SDK would fail at, in words that don't help.
    private static void Refuse(CredentialProfile profile)
    {
        var why = profile.Options switch
        {
            { MfaSerial.Length: > 0 } role => $"assumes its role with a code of the device {role.MfaSerial}, and nobody may be there to type it",
            { LoginSession.Length: > 0 } => "is signed in with 'aws login', which needs the AWS CLI",
            _ => null,
        };
        if (why is null)
            return;

        throw CredentialErrors.Missing(
            $"The profile '{profile.Name}' {why}.",
            $"Leave the profile out, and before the command have the AWS CLI put temporary keys into the environment: "
            + $"aws configure export-credentials --profile {profile.Name} --format powershell | Invoke-Expression");
    }

    private static (string Remedy, string SignIn) Remedies(List<CredentialProfile> chain)
    {
        var sso = chain.Find(static profile => profile.Options is { SsoSession.Length: > 0 } or { SsoStartUrl.Length: > 0 });
        var signIn = sso is null ? $"Renew the credentials of the profile '{chain[chain.Count - 1].Name}', and run the command again." : $"Run 'aws sso login --profile {sso.Name}', and the command again.";
        var remedy = chain[0].Options switch
        {
            { CredentialProcess.Length: > 0 } => $"Run the credential_process of the profile '{chain[0].Name}' by hand: it must end with exit code 0 and have printed a JSON object of Version 1.",
            { WebIdentityTokenFile.Length: > 0 } => "Check the profile's web_identity_token_file, and that the role trusts the token's issuer.",
            { RoleArn.Length: > 0 } => "Check that STS can be reached, that the role exists and trusts its source, and that the source may call sts:AssumeRole on it.",
            { SsoRoleName.Length: > 0 } => "Check the profile's sso_account_id and sso_role_name, and that they are assigned to you.",
            _ => $"Correct the profile '{chain[0].Name}', or name another.",
        };
        return (remedy, signIn);
    }

    private static (NamedProfile? Profile, string WhyNot) Look(string name, string? location)
    {
        try
        {
            var path = location is null ? null : Path.GetFullPath(location);
            var store = new ProfileStore(path);
            return store.TryGetProfile(name, out var profile)
                ? (new NamedProfile(profile, store), "")
                : (null, $"There is no profile '{name}' in {Places(path)}; {Others(store)}");
        }
        catch (Exception e) when (e is not DetectionException)
        {
            throw CredentialErrors.SettingsUnusable(e);
        }
    }

    private static string Places(string? location)
    {
        if (location is not null)
            return File.Exists(location) ? location : $"{location}, which is not there";

        var files = SharedFiles.At(location);
        return $"{files.Credentials}, {files.Config} or, on Windows, the AWS SDK store{files.Missing}";
    }

    private static string Others(ProfileStore store)
    {
        var names = store.Names().ToList();
        return names.Count == 0 ? "there are no profiles there" : $"the profiles there are {string.Join(", ", names)}";
    }
}
