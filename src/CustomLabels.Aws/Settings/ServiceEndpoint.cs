using System;
using System.Linq;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;
using CustomLabels.Api.Transport;

namespace CustomLabels.Aws.Settings;

/// <summary>Where the requests of a region go. Names and order: https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html.</summary>
internal static class ServiceEndpoint
{
    private const string IgnoreVariable = "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS";

    private static readonly string[] Schemes = [Uri.UriSchemeHttps, Uri.UriSchemeHttp];

    /// <summary>The given endpoint, else the environment's, else the profile's, else the region's own.</summary>
    /// <remarks>An endpoint that is named wins over FIPS and dual-stack: botocore's rules call the combination an error, but botocore itself doesn't ask them then.</remarks>
    /// <exception cref="CustomLabelsException">The region, the URL or a switch is impossible.</exception>
    public static Uri Resolve(Uri? endpointUrl, AwsService service, string region, ProfileSettings profile)
    {
        if (string.IsNullOrEmpty(region) || !Fn.IsValidHostLabel(region, allowSubDomains: false))
            throw SettingErrors.Invalid($"'{VisibleText.Of(region)}' is not the name of a region.", "Give a region such as eu-west-1.");

        if (endpointUrl is not null)
            return Setting.Read(endpointUrl.OriginalString, "The endpoint") is { } given ? Checked(given.Value, given.Source) : Checked("", "The endpoint");

        return Find(service.Id.ToLowerInvariant(), profile) ?? Regional(service, region, profile);
    }

    /// <summary>Whether an endpoint is given, or stands in the environment: then no file can say where the requests go.</summary>
    public static bool IsGiven(ConnectionSettings settings, AwsService service) =>
        settings.EndpointUrl is not null || (FindInEnvironment(service.Id.ToLowerInvariant()) is not null && Setting.FindInEnvironment(IgnoreVariable)?.IsTrue() != true);

    /// <summary>The endpoint that the environment or the profile names for a service; null when none is named, or those names are to be ignored.</summary>
    /// <param name="service">The service as it stands in a <c>services</c> section: <c>sts</c>, <c>sso_oidc</c>.</param>
    /// <param name="profile">The profile.</param>
    /// <exception cref="CustomLabelsException">What is named is not a URL.</exception>
    public static Uri? Find(string service, ProfileSettings profile) => FindConfigured(service, profile) is { } found ? Checked(found.Value, found.Source) : null;

    /// <summary>Whether FIPS endpoints are asked for.</summary>
    /// <exception cref="CustomLabelsException">What is said is neither true nor false.</exception>
    public static bool UsesFips(ProfileSettings profile) => IsOn("AWS_USE_FIPS_ENDPOINT", profile, "use_fips_endpoint");

    /// <summary>Whether dual-stack endpoints are asked for.</summary>
    /// <exception cref="CustomLabelsException">What is said is neither true nor false.</exception>
    public static bool UsesDualStack(ProfileSettings profile) => IsOn("AWS_USE_DUALSTACK_ENDPOINT", profile, "use_dualstack_endpoint");

    private static Setting? FindConfigured(string service, ProfileSettings profile) =>
        IsOn(IgnoreVariable, profile, "ignore_configured_endpoint_urls")
            ? null
            : FindInEnvironment(service) ?? profile.FindOfService(service, "endpoint_url") ?? profile.Find("endpoint_url");

    private static Setting? FindInEnvironment(string service) =>
        Setting.FindInEnvironment($"AWS_ENDPOINT_URL_{service.ToUpperInvariant()}") ?? Setting.FindInEnvironment("AWS_ENDPOINT_URL");

    // The templates of botocore's endpoint-rule-set-1.json for rekognition, which are those of every service with regional hosts; the partitions are the SDK's.
    private static Uri Regional(AwsService service, string region, ProfileSettings profile)
    {
        var partition = Fn.Partition(region);
        var (fips, dualStack) = (UsesFips(profile), UsesDualStack(profile));
        if ((fips && !partition.supportsFIPS) || (dualStack && !partition.supportsDualStack))
            throw SettingErrors.Invalid($"The partition {partition.name} of region {region} has no {(fips ? "FIPS" : "dual-stack")} endpoints.", "Switch them off, or give -EndpointUrl.");

        return new Uri($"https://{service.EndpointPrefix}{(fips ? "-fips" : "")}.{region}.{(dualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix)}/");
    }

    private static bool IsOn(string variable, ProfileSettings profile, string property) => Setting.Find(variable, profile, property)?.IsTrue() ?? false;

    private static Uri Checked(string given, string what)
    {
        if (!Uri.TryCreate(given, UriKind.Absolute, out var url) || !Schemes.Contains(url.Scheme, StringComparer.Ordinal))
        {
            // What stands before an @ may be a password.
            var found = given.Contains('@') ? "" : $"'{VisibleText.Of(given)}', ";
            throw SettingErrors.Invalid(
                $"{what} is {found}not a URL; one that begins with https:// or http:// and names a host, and a port up to 65535 if any, is allowed.", "Give the whole URL, such as http://127.0.0.1:8080.");
        }

        if (url.UserInfo.Length > 0 || url.Query.Length > 0 || url.Fragment.Length > 0)
            throw SettingErrors.Invalid($"{what} has a user name, a query or a fragment; only scheme, host, port and path are allowed.", "Give the URL without them.");

        // The SDK sends a path with a slash at its end, and signs it as it stands here.
        return url.AbsolutePath[^1] is '/' ? url : new Uri(url.AbsoluteUri + "/");
    }
}
