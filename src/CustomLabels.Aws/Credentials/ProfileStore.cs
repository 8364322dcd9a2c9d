using System;
using System.Collections.Generic;
using System.Linq;
using Amazon.Runtime.CredentialManagement;
using CustomLabels.Aws.Settings;

namespace CustomLabels.Aws.Credentials;

/// <summary>The profiles of the SDK, and those that it can't take for a value that has nothing to do with credentials: for it, a profile with a retry_mode
/// of tomorrow is not there at all.</summary>
internal sealed class ProfileStore : ICredentialProfileSource
{
    private readonly CredentialProfileStoreChain? _profiles;
    private readonly string? _location;

    /// <summary>The profiles of a credentials file, with the file <c>config</c> beside it; null means the usual places.</summary>
    public ProfileStore(string? location)
    {
        _location = location;
        Files = SharedFiles.At(location);
        // In the place of a file that is not there the SDK takes the one in the home folder: another account's, for all that is known.
        _profiles = Files.IsNamedInVain ? null : new CredentialProfileStoreChain(location);
    }

    /// <summary>Where they are looked for.</summary>
    public SharedFiles Files { get; }

    /// <summary>Their names. On Windows the SDK has a store of its own beside the files.</summary>
    public IEnumerable<string> Names() => ProfileSettings.Names(_location).Union(_profiles?.ListProfiles().Select(profile => profile.Name) ?? [], StringComparer.Ordinal);

    public bool TryGetProfile(string profileName, out CredentialProfile profile)
    {
        profile = null!;
        if (_profiles?.TryGetProfile(profileName, out profile) == true)
            return true;

        var settings = ProfileSettings.Read(profileName, _location);
        if (!settings.IsThere)
            return false;

        profile = new CredentialProfile(profileName, Options(settings));
        return true;
    }

    private static CredentialProfileOptions Options(ProfileSettings settings) => new()
    {
        AccessKey = settings.Find("aws_access_key_id")?.Value,
        SecretKey = settings.Find("aws_secret_access_key")?.Value,
        Token = settings.Find("aws_session_token")?.Value,
        RoleArn = settings.Find("role_arn")?.Value,
        RoleSessionName = settings.Find("role_session_name")?.Value,
        SourceProfile = settings.Find("source_profile")?.Value,
        CredentialSource = settings.Find("credential_source")?.Value,
        ExternalID = settings.Find("external_id")?.Value,
        MfaSerial = settings.Find("mfa_serial")?.Value,
        CredentialProcess = settings.Find("credential_process")?.Value,
        WebIdentityTokenFile = settings.Find("web_identity_token_file")?.Value,
        SsoAccountId = settings.Find("sso_account_id")?.Value,
        SsoRoleName = settings.Find("sso_role_name")?.Value,
        SsoSession = settings.Find("sso_session")?.Value,
        SsoRegion = (settings.Find("sso_region") ?? settings.FindOfSsoSession("sso_region"))?.Value,
        SsoStartUrl = (settings.Find("sso_start_url") ?? settings.FindOfSsoSession("sso_start_url"))?.Value,
        LoginSession = settings.Find("login_session")?.Value,
    };
}
