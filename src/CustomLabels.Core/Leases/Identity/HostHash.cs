using CustomLabels.Text;

namespace CustomLabels.Leases.Identity;

/// <summary>Makes of a machine's id one for leases alone: <c>machine-id(5)</c> asks that the id itself stays on the machine.</summary>
internal static class HostHash
{
    /// <summary>32 hexadecimal digits; null of none.</summary>
    /// <param name="id">The machine's id.</param>
    public static string? Of(string? id) => id?.Trim() is { Length: > 0 } trimmed ? ShortHash.Of($"CustomLabels lease {trimmed}") : null;
}
