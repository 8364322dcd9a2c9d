using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace CustomLabels.Guards;

/// <summary>What a pass of a guard noted.</summary>
/// <param name="PassedAt">When, UTC.</param>
/// <param name="Leases">How many leases there were.</param>
/// <param name="Stopped">The models that it stopped.</param>
/// <param name="Errors">What went wrong.</param>
internal sealed record GuardPass(DateTime PassedAt, int Leases, IReadOnlyList<string> Stopped, IReadOnlyList<string> Errors)
{
    // A pass that had a thousand things to say is long, and still read; a file that somebody put there isn't read without end.
    private const int LongestFile = 1024 * 1024;

    // The longest interval is an hour; a machine may be busy, or just have woken up.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromHours(2);

    /// <summary>Reads what the last pass noted; null where there is nothing, or it is torn.</summary>
    /// <param name="place">The guard's files.</param>
    public static GuardPass? Read(GuardPlace place)
    {
        try
        {
            var file = new FileInfo(place.Pass);
            if (!file.Exists || file.Length > LongestFile) return null;
            using var json = JsonDocument.Parse(File.ReadAllBytes(place.Pass));
            var root = json.RootElement;
            var passedAt = DateTime.Parse(root.GetProperty(nameof(PassedAt)).GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
            return new GuardPass(passedAt, root.GetProperty(nameof(Leases)).GetInt32(), Texts(root.GetProperty(nameof(Stopped))), Texts(root.GetProperty(nameof(Errors))));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or FormatException or ArgumentException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Whether a guard looks after a folder of leases, as far as its last pass tells: the system isn't asked.</summary>
    /// <param name="place">The guard's files.</param>
    /// <param name="now">The time, UTC.</param>
    public static bool IsRecent(GuardPlace place, DateTime now) => Read(place) is { } pass && now - pass.PassedAt <= LongestSilence;

    private static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(text => text.GetString() ?? "")];
}
