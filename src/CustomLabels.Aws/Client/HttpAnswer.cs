using System.Collections.Generic;

namespace CustomLabels.Aws.Client;

/// <summary>An answer of any status, as it came.</summary>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="Headers">Its headers; of one that came more than once, all values.</param>
/// <param name="Body">Its body.</param>
internal sealed record HttpAnswer(int StatusCode, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>A header's value; null where it is absent or empty.</summary>
    public string? Header(string name) => Headers.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
}
