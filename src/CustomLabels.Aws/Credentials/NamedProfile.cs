using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CustomLabels.Aws.Settings;

namespace CustomLabels.Aws.Credentials;

/// <summary>A profile of the shared AWS files.</summary>
internal sealed class NamedProfile
{
    private readonly ProfileSettings _profile;
    private readonly ProfileStore _store;

    private NamedProfile(ProfileSettings profile, ProfileStore store)
    {
        _profile = profile;
        _store = store;
    }

    /// <summary>Finds a profile.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="location">A credentials file to look in, with the file <c>config</c> beside it; null means the usual places.</param>
    /// <exception cref="CustomLabelsException">There is none of that name, or it or the files can't be read.</exception>
    public static NamedProfile Find(string name, string? location)
    {
        var (profile, whyNot) = Look(name, location);
        return profile ?? throw CredentialErrors.Missing($"{whyNot}.");
    }

    /// <summary>The profile of <see cref="ProfileName.Default"/>; null, and why, when it has no credentials, or nobody named one and there is no <c>default</c>.</summary>
    /// <exception cref="CustomLabelsException"><c>AWS_PROFILE</c> names nothing, or the profile or the files can't be read.</exception>
    public static (NamedProfile? Profile, string WhyNot) FindDefault()
    {
        var (profile, whyNot) = Look(ProfileName.Default, location: null);
        if (profile is null && ProfileName.Default is not ProfileName.BuiltIn)
            throw CredentialErrors.Missing($"{whyNot}.");

        return profile is null || ProfileCredentials.AreIn(profile._profile)
            ? (profile, whyNot)
            : (null, $"it has no credentials, or not a whole set of them{SharedFiles.At(location: null).Missing}");
    }

    /// <summary>The credentials: none of them are asked for yet.</summary>
    /// <param name="clients">For roles and single sign-on.</param>
    /// <exception cref="CustomLabelsException">The profile can't give any.</exception>
    public FoundCredentials GetCredentials(OwnClients clients)
    {
        var chain = Chain().ToList();
        foreach (var profile in chain)
            Refuse(profile);

        try
        {
            var (remedy, signIn) = Remedies(chain);
            return new FoundCredentials(ToString(), new ProfileCredentials(_store, clients).Make(_profile, ToString()), remedy, signIn);
        }
        catch (Exception e) when (e is not CustomLabelsException)
        {
            throw CredentialErrors.Missing($"No credentials could be obtained from {this}: {FailureText.Of(e).TrimEnd('.')}{_store.Files.Missing}.", $"Correct the profile '{_profile.Name}', or name another.");
        }
    }

    public override string ToString()
    {
        var name = $"profile '{_profile.Name}'";
        if (Value("role_arn") is { } role)
        {
            if (Value("web_identity_token_file") is not null) return $"{name}, role {role} assumed with a web identity";
            if (Value("source_profile") is { } source) return $"{name}, role {role} assumed with profile '{source}'";
            if (Value("credential_source") is { } named) return $"{name}, role {role} assumed with credential_source {named}";
        }

        if (Value("sso_role_name") is { } signedOn) return $"{name}, single sign-on of account {Value("sso_account_id")} as {signedOn}";
        return Value("aws_access_key_id") is null && _profile.FindText("credential_process") is not null ? $"{name}, credential_process" : name;
    }

    private string? Value(string property) => _profile.Find(property)?.Value;

    // The profile, the profile whose credentials assume its role, and so on.
    private IEnumerable<ProfileSettings> Chain()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var profile = _profile; profile.IsThere && seen.Add(profile.Name); profile = _store.Find(profile.Find("source_profile")!.Value))
        {
            yield return profile;
            if (profile.Find("source_profile") is null || profile.Find("role_arn") is null) break;
        }
    }

    // What needs a person, or another program.
    private static void Refuse(ProfileSettings profile)
    {
        var why = profile.Find("role_arn") is not null && profile.Find("mfa_serial") is { } device
            ? $"assumes its role with a code of the device {device.Value}, and nobody may be there to type it"
            : profile.Find("login_session") is not null ? "is signed in with 'aws login', which needs the AWS CLI" : null;
        if (why is not null)
        {
            throw CredentialErrors.Missing(
                $"The profile '{profile.Name}' {why}.",
                $"Leave the profile out, and before the command have the AWS CLI put temporary keys into the environment: "
                + $"aws configure export-credentials --profile {profile.Name} --format powershell | Invoke-Expression");
        }

        if (profile.Find("endpoint_name") is not null)
        {
            throw CredentialErrors.Missing(
                $"The profile '{profile.Name}' of the AWS SDK store signs in with SAML, which needs AWS.Tools.",
                $"Give its credentials as an object: -Credential (Get-AWSCredential -ProfileName '{profile.Name}')");
        }
    }

    private static (string Remedy, string SignIn) Remedies(List<ProfileSettings> chain)
    {
        var (first, last) = (chain[0], chain[chain.Count - 1]);
        var sso = chain.Find(static profile => (profile.Find("sso_session") ?? profile.Find("sso_start_url")) is not null);
        var signIn = sso is null ? $"Renew the credentials of the profile '{last.Name}', and run the command again." : $"Run 'aws sso login --profile {sso.Name}', and the command again.";
        var remedy = first.Find("web_identity_token_file") is not null ? "Check the profile's web_identity_token_file, and that the role trusts the token's issuer."
            : first.Find("role_arn") is not null ? "Check that STS can be reached, that the role exists and trusts its source, and that the source may call sts:AssumeRole on it."
            : first.Find("sso_role_name") is not null ? "Check the profile's sso_account_id and sso_role_name, and that they are assigned to you."
            : first.FindText("credential_process") is not null ? $"Run the credential_process of the profile '{first.Name}' by hand: it must end with exit code 0 and have printed a JSON object of Version 1."
            : $"Correct the profile '{first.Name}', or name another.";
        return (remedy, signIn);
    }

    private static (NamedProfile? Profile, string WhyNot) Look(string name, string? location)
    {
        try
        {
            var path = location is null ? null : Path.GetFullPath(location);
            var store = new ProfileStore(path);
            var profile = store.Find(name);
            if (profile.Fault is { } fault)
                throw SharedFileErrors.Unusable(fault);

            return profile.IsThere ? (new NamedProfile(profile, store), "") : (null, $"There is no profile '{name}' in {Places(path)}; {Others(store)}");
        }
        catch (Exception e) when (e is not CustomLabelsException)
        {
            throw SharedFileErrors.PlaceUnusable(e);
        }
    }

    private static string Places(string? location)
    {
        if (location is not null)
            return File.Exists(location) ? location : $"{location}, which is not there";

        var files = SharedFiles.At(location);
        return files is { Credentials: { } credentials, Config: { } config }
            ? $"{credentials}, {config} or, on Windows, the AWS SDK store{files.Missing}"
            : $"{files.Credentials ?? files.Config ?? "any file"}: this account has no home folder to look for others in{files.Missing}";
    }

    private static string Others(ProfileStore store) =>
        store.Names.Count == 0 ? "there are no profiles there" : $"the profiles there are {string.Join(", ", store.Names)}";
}
