using CustomLabels.Api.Transport;
using CustomLabels.Aws.Settings;

namespace CustomLabels.Aws.Credentials;

/// <summary>The profile whose settings a connection goes by, whether or not its credentials come from there.</summary>
internal static class SessionProfile
{
    /// <summary>The profile of the settings, else of AWS_PROFILE or AWS_DEFAULT_PROFILE, else <c>default</c>.</summary>
    /// <param name="settings">How to connect.</param>
    /// <param name="service">The service whose endpoint it may name.</param>
    /// <exception cref="CustomLabelsException">It is needed, and it or its file is broken.</exception>
    public static ProfileSettings Of(ConnectionSettings settings, AwsService service)
    {
        var profile = ProfileSettings.Read(settings.ProfileName ?? ProfileName.Default, settings.ProfileLocation);
        // What can't be read may have named an endpoint: without it the pictures would go to another.
        var fault = ServiceEndpoint.IsGiven(settings, service) ? UsesFiles(settings) ? profile.Fault : null : profile.Fault ?? profile.FileFault;
        return fault is null ? profile : throw SharedFileErrors.Unusable(fault);
    }

    // Whether credentials may come from the files: neither keys nor an object are given, and the environment has neither keys nor a web identity, which come first.
    private static bool UsesFiles(ConnectionSettings settings) =>
        !settings.NoSignRequest && (settings.AccessKey ?? settings.SecretKey ?? settings.SessionToken) is null
        && ((settings.ProfileName ?? settings.ProfileLocation) is not null || (settings.Credential is null && !EnvironmentKeys.AreThere && !DefaultChain.HasWebIdentity));
}
