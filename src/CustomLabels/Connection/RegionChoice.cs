using System;
using System.Linq;
using CustomLabels.Api.Transport;
using CustomLabels.Endpoints;
using CustomLabels.Loading;
using CustomLabels.Models;

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

    /// <summary>A region, or where there is none that of the profile, whose files are read for it.</summary>
    /// <param name="region">What <see cref="Find"/> has found.</param>
    /// <param name="settings">How to connect.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.RegionMissing"/>, or the files can't be read.</exception>
    public static string OrOfProfile(string? region, ConnectionSettings settings) => region ?? AwsLibrary.Configuration.ProfileRegion(settings.ProfileName, settings.ProfileLocation)
        ?? throw new CustomLabelsException(NameErrors.RegionMissing());

    // An endpoint of this session knows.
    private static string? RegionOf(Uri? endpointUrl) =>
        SessionEndpoints.Current.Running.FirstOrDefault(endpoint => new Uri(endpoint.EndpointUrl) == endpointUrl)?.Region;
}
