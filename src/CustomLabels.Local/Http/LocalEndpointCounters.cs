using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace CustomLabels;

/// <summary>What a <see cref="LocalEndpoint"/> has done so far: all counts of one moment.</summary>
/// <param name="Received">Requests whose first byte came.</param>
/// <param name="Answered">Requests answered with success.</param>
/// <param name="Failed">Requests answered with an error.</param>
/// <param name="Aborted">Requests without a whole answer: the client went away or fell silent, the endpoint was stopped, or trouble was asked for.</param>
public sealed record LocalEndpointCounters(long Received, long Answered, long Failed, long Aborted)
{
    private static readonly Dictionary<string, long> None = [];

    /// <summary>Requests that have come, at least in part, and have not ended.</summary>
    public long InFlight => Received - Answered - Failed - Aborted;

    /// <summary>Of the aborted: connections reset on purpose.</summary>
    public long Reset { get; init; }

    /// <summary>Of the aborted: answers broken off on purpose.</summary>
    public long Truncated { get; init; }

    /// <summary>Requests held back on purpose, whether or not they were answered later.</summary>
    public long Stalled { get; init; }

    /// <summary>Of the answered: detections of images that the labelled data doesn't know, which have no labels for that reason. Which ones is at <c>/_unknown</c> of the endpoint's URL, as JSON.</summary>
    public long UnknownImages { get; init; }

    /// <summary>The failed by the code of their error.</summary>
    public IReadOnlyDictionary<string, long> Errors { get; init; } = None;

    /// <summary>Calls by operation, however they ended. Requests that name none, or are not signed, are not among them.</summary>
    public IReadOnlyDictionary<string, long> Operations { get; init; } = None;

    /// <summary>Of the failed: calls of operations that the endpoint doesn't serve, by operation, of the first 100 names.</summary>
    public IReadOnlyDictionary<string, long> NotServed { get; init; } = None;

    /// <summary>Whether all counts are the same.</summary>
    public bool Equals(LocalEndpointCounters? other) => other is not null && Totals == other.Totals && Same(Errors, other.Errors) && Same(Operations, other.Operations) && Same(NotServed, other.NotServed);

    /// <inheritdoc/>
    public override int GetHashCode() => Totals.GetHashCode();

    /// <inheritdoc/>
    public override string ToString()
    {
        var errors = Errors.Count == 0 ? "" : $" ({string.Join(", ", Errors.Select(error => $"{error.Key} {error.Value}"))})";
        var unknown = UnknownImages == 0 ? "" : $" ({UnknownImages} of unknown images)";
        return $"{Received} received, {Answered} answered{unknown}, {Failed} failed{errors}, {Aborted} aborted, {InFlight} in flight";
    }

    /// <summary>Writes the counts as members of a JSON object.</summary>
    internal void Write(Utf8JsonWriter json)
    {
        json.WriteNumber(nameof(Received), Received);
        json.WriteNumber(nameof(Answered), Answered);
        json.WriteNumber(nameof(Failed), Failed);
        json.WriteNumber(nameof(Aborted), Aborted);
        json.WriteNumber(nameof(InFlight), InFlight);
        json.WriteNumber(nameof(Reset), Reset);
        json.WriteNumber(nameof(Truncated), Truncated);
        json.WriteNumber(nameof(Stalled), Stalled);
        json.WriteNumber(nameof(UnknownImages), UnknownImages);
        Write(json, nameof(Errors), Errors);
        Write(json, nameof(Operations), Operations);
        Write(json, nameof(NotServed), NotServed);
    }

    private (long, long, long, long, long, long, long, long) Totals => (Received, Answered, Failed, Aborted, Reset, Truncated, Stalled, UnknownImages);

    private static bool Same(IReadOnlyDictionary<string, long> one, IReadOnlyDictionary<string, long> other) =>
        one.Count == other.Count && one.All(count => other.TryGetValue(count.Key, out var value) && value == count.Value);

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, long> counts)
    {
        json.WriteStartObject(name);
        foreach (var count in counts) json.WriteNumber(count.Key, count.Value);
        json.WriteEndObject();
    }
}
