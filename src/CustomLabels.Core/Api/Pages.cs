using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace CustomLabels.Api;

/// <summary>Lists that come page by page.</summary>
internal static class Pages
{
    /// <summary>The items of all pages, in the service's order.</summary>
    /// <param name="pageAsync">Asks for a page: null is the first, else the token that the page before has named.</param>
    public static async Task<IReadOnlyList<T>> AllAsync<T>(Func<string?, Task<(IReadOnlyList<T?>? Items, string? NextToken)>> pageAsync)
        where T : class
    {
        var all = new List<T>();
        // A server that hands out a token again would be asked for ever.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? token = null;
        do
        {
            IReadOnlyList<T?>? items;
            (items, token) = await pageAsync(token).ConfigureAwait(false);
            all.AddRange((items ?? []).OfType<T>());
        }
        while (!string.IsNullOrEmpty(token) && seen.Add(token!));
        return all;
    }
}
