using System;
using System.Linq;
using Amazon;
using Amazon.Runtime;

namespace CustomLabels.Aws;

/// <summary>Where the requests of a region go.</summary>
internal static class ServiceEndpoint
{
    // Names and order: https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
    private static readonly string[] Variables = ["AWS_ENDPOINT_URL_REKOGNITION", "AWS_ENDPOINT_URL"];

    private static readonly string[] Schemes = [Uri.UriSchemeHttps, Uri.UriSchemeHttp];

    /// <summary>The given endpoint, else the environment's, else the region's own.</summary>
    /// <exception cref="DetectionException">The region or the URL is impossible.</exception>
    public static Uri Resolve(Uri? endpointUrl, string region)
    {
        var regional = Regional(region);
        if (endpointUrl is not null)
            return Checked(endpointUrl, "The endpoint");

        foreach (var variable in Variables)
        {
            if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value)
                return Checked(new Uri(value, UriKind.RelativeOrAbsolute), $"The environment variable {variable}");
        }

        return regional;
    }

    private static Uri Regional(string region)
    {
        try
        {
            if (!string.IsNullOrWhiteSpace(region))
                return new Uri($"https://rekognition.{region}.{RegionEndpoint.GetBySystemName(region).PartitionDnsSuffix}/");
        }
        catch (AmazonClientException)
        {
            // It can't be part of a host name: said below.
        }

        throw Invalid($"'{region}' is not the name of a region.", "Give a region such as eu-west-1.");
    }

    private static Uri Checked(Uri url, string what)
    {
        // The URL itself is not shown: what stands before an @ in it may be a password.
        if (!url.IsAbsoluteUri || !Schemes.Contains(url.Scheme, StringComparer.Ordinal))
            throw Invalid($"{what} is not a URL that begins with https:// or http://.", "Give the whole URL, such as http://127.0.0.1:8080.");
        if (url.UserInfo.Length > 0 || url.Query.Length > 0 || url.Fragment.Length > 0)
            throw Invalid($"{what} has a user name, a query or a fragment; only scheme, host, port and path are allowed.", "Give the URL without them.");

        // The SDK sends a path with a slash at its end, and signs it as it stands here.
        return url.AbsolutePath[^1] is '/' ? url : new Uri(url.AbsoluteUri + "/");
    }

    private static DetectionException Invalid(string message, string recommendedAction) =>
        new(new DetectionError(ErrorId.RequestInvalid, message, recommendedAction) { Scope = ErrorScope.Run });
}
