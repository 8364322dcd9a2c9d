using System;
using System.IO;
using System.Linq;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;

namespace CustomLabels.Aws.Credentials;

/// <summary>A profile of the shared AWS files.</summary>
internal sealed class NamedProfile
{
    private readonly CredentialProfile _profile;
    private readonly CredentialProfileStoreChain _store;

    private NamedProfile(CredentialProfile profile, CredentialProfileStoreChain store)
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
        try
        {
            var path = location is null ? null : Path.GetFullPath(location);
            var store = new CredentialProfileStoreChain(path);
            if (store.TryGetProfile(name, out var profile))
                return new NamedProfile(profile, store);

            throw CredentialErrors.Missing($"There is no profile '{name}' in {Places(path)}; {Others(store)}.");
        }
        catch (Exception e) when (e is not DetectionException)
        {
            throw CredentialErrors.SettingsUnusable(e);
        }
    }

    public AWSCredentials GetCredentials() => _profile.GetAWSCredentials(_store);

    public override string ToString() => $"profile '{_profile.Name}'";

    private static string Places(string? path)
    {
        if (path is not null)
            return File.Exists(path) ? path : $"{path}, which is not there";

        return $"{SharedCredentialsFile.DefaultFilePath}, {SharedCredentialsFile.DefaultConfigFilePath} or, on Windows, the AWS SDK store";
    }

    private static string Others(CredentialProfileStoreChain store)
    {
        var names = store.ListProfiles().Select(profile => profile.Name).Distinct(StringComparer.Ordinal).ToList();
        return names.Count == 0 ? "there are no profiles with credentials there" : $"the profiles there are {string.Join(", ", names)}";
    }
}
