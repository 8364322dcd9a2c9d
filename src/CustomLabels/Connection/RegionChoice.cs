using System;
using System.Linq;
using CustomLabels.Api.Transport;
using CustomLabels.Endpoints;

namespace CustomLabels.Connection;

/// <summary>The region of a command.</summary>
internal static class RegionChoice
{
    // In this order, as the SDK's own chain.
    private static readonly string[] Variables = ["AWS_REGION", "AWS_DEFAULT_REGION"];

    /// <summary>The region that was given, or is an ARN's, a local endpoint's, the session's or the environment's, in this order; null leaves it to the profile.</summary>
    /// <param name="settings">How to connect.</param>
    /// <param name="arnRegion">The region of an ARN; null without one.</param>
    public static string? Find(ConnectionSettings settings, string? arnRegion) => settings.Region ?? arnRegion ?? RegionOf(settings.EndpointUrl)
        ?? settings.SessionRegion
        ?? Variables.Select(name => Environment.GetEnvironmentVariable(name)?.Trim()).FirstOrDefault(value => !string.IsNullOrEmpty(value));

    // An endpoint of this session knows.
    private static string? RegionOf(Uri? endpointUrl) =>
        SessionEndpoints.Current.Running.FirstOrDefault(endpoint => new Uri(endpoint.EndpointUrl) == endpointUrl)?.Region;
}
