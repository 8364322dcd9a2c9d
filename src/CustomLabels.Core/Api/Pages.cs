using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace CustomLabels.Api;

/// <summary>Lists that come page by page.</summary>
internal static class Pages
{
    /// <summary>The items of all pages, in the service's order.</summary>
    /// <param name="subject">What is listed, for people.</param>
    /// <param name="pageAsync">Asks for a page: null is the first, else the token that the page before has named.</param>
    /// <exception cref="CustomLabelsException">A page gives a token again: what is there so far is not the list, and the server would be asked for ever.</exception>
    public static async Task<IReadOnlyList<T>> AllAsync<T>(string subject, Func<string?, Task<(IReadOnlyList<T?>? Items, string? NextToken)>> pageAsync)
        where T : class
    {
        var all = new List<T>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? token = null;
        do
        {
            IReadOnlyList<T?>? items;
            (items, token) = await pageAsync(token).ConfigureAwait(false);
            all.AddRange((items ?? []).OfType<T>());
            if (!string.IsNullOrEmpty(token) && !seen.Add(token!)) throw new CustomLabelsException(ServiceErrors.PagesRepeat(subject));
        }
        while (!string.IsNullOrEmpty(token));
        return all;
    }
}
