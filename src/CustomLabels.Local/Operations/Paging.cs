using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using CustomLabels.Api.Transport;
using CustomLabels.Local.Errors;
using CustomLabels.Local.Images;

namespace CustomLabels.Local.Operations;

/// <summary>Cuts answers into pages. A token belongs to what was asked: that of another request is refused.</summary>
internal static class Paging
{
    /// <summary>The most of one page, and what is taken when none was asked for.</summary>
    private const int PageLimit = 100;

    /// <summary>One page.</summary>
    /// <param name="all">Everything.</param>
    /// <param name="maxResults">How much of it the page may have; null for the limit.</param>
    /// <param name="token">The page before's; null or empty for the first page: some clients send what an answer without one gave them.</param>
    /// <param name="asked">What the request asked for, but for the page.</param>
    /// <returns>The page, and the token of the next one; null on the last.</returns>
    /// <exception cref="ServiceException"><c>InvalidPaginationTokenException</c>.</exception>
    public static (IReadOnlyList<T> Page, string? NextToken) Cut<T>(IReadOnlyList<T> all, int? maxResults, string? token, string asked)
    {
        var start = string.IsNullOrEmpty(token) ? 0 : Enumerable.Range(1, all.Count).FirstOrDefault(start => token == Token(asked, start));
        if (start == 0 && !string.IsNullOrEmpty(token)) throw ModelFaults.PaginationTokenInvalid();
        var page = all.Skip(start).Take(maxResults ?? PageLimit).ToArray();
        var end = start + page.Length;
        return (page, end < all.Count ? Token(asked, end) : null);
    }

    // Opaque, as the service's are: nobody can rely on what is in it.
    private static string Token(string asked, int start) =>
        Convert.ToBase64String(ContentHash.Of(new ArraySegment<byte>(Encoding.UTF8.GetBytes(start.ToString(CultureInfo.InvariantCulture) + "\n" + asked))));
}
