using System;
using System.Collections;
using System.Collections.Generic;
using CustomLabels.Api.Generated;
using CustomLabels.Local.Settings;

namespace CustomLabels;

/// <summary>A trouble that a <see cref="LocalEndpoint"/> makes on purpose. Without rate, call and image it meets every call; of several that are given, all have to hold.</summary>
public sealed record LocalTrouble
{
    /// <summary>
    /// What happens: an error code of the service, such as <c>ThrottlingException</c>; <c>ServiceUnavailable</c> for its form of throttling with
    /// HTTP 500; <c>Reset</c> for a connection that is reset instead of an answer; <c>Truncated</c> for an answer that breaks off;
    /// <c>Stall</c> for silence. In any case of letters.
    /// </summary>
    public required string Kind { get; init; }

    /// <summary>The share of calls that it meets at random, 0 to 1; null for all.</summary>
    public double? Rate { get; init; }

    /// <summary>Which calls of the operation it meets, by number from 1 in the order of arrival, repeated ones included; empty for all.</summary>
    public IReadOnlyList<int> Call { get; init; } = [];

    /// <summary>Which images it meets, by key or file name; empty for all. An image that is sent is known by its content, so it has to be in the manifest.</summary>
    public IReadOnlyList<string> Image { get; init; } = [];

    /// <summary>The operation that it meets.</summary>
    public string Operation { get; init; } = RekognitionOperations.DetectCustomLabels.Name;

    /// <summary>How long a stall lasts before the answer comes, up to an hour; null for a stall until the client gives up. Only for stalls.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Takes a trouble from a PowerShell hashtable or a JSON object, whose keys are this type's properties. A duration is in seconds.</summary>
    /// <param name="settings">The keys, in any case, and their values.</param>
    /// <exception cref="LocalOptionException">A key is unknown, or a value is of the wrong type.</exception>
    internal static LocalTrouble FromSettings(IDictionary settings)
    {
        var reader = new SettingReader(settings, "a trouble", nameof(LocalEndpointOptions.Troubles), nameof(Kind), nameof(Rate), nameof(Call), nameof(Image), nameof(Operation), nameof(Duration));
        return new LocalTrouble
        {
            Kind = reader.Text(nameof(Kind)) ?? "",
            Rate = reader.Number(nameof(Rate)),
            Call = reader.Wholes(nameof(Call)),
            Image = reader.Texts(nameof(Image)),
            Operation = reader.Text(nameof(Operation)) ?? RekognitionOperations.DetectCustomLabels.Name,
            Duration = reader.Duration(nameof(Duration)),
        };
    }
}
