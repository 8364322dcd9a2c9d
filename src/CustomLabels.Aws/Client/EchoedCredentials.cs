using System;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Amazon.Runtime;
using CustomLabels.Api.Transport;

namespace CustomLabels.Aws.Client;

/// <summary>Takes credentials out of error answers, which become messages: a refused signature may come back with the canonical request, session
/// token and all, and some proxies show the whole request.</summary>
internal static class EchoedCredentials
{
    // Of real keys; IAM's AccessKeyId has at least so many (API reference, AccessKey). Made-up ones such as "any" are no secret, and part of many a word.
    private const int ShortestKey = 16;

    private static readonly Regex Authorization = new(
        @"(?<=authorization\W{1,3}(Basic|Bearer|Digest|Negotiate|NTLM) )[^\r\n<]+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    /// <summary>The answer without the credentials of its request.</summary>
    public static ServiceAnswer Withhold(ServiceAnswer answer, ImmutableCredentials? credentials)
    {
        if (answer.StatusCode is >= 200 and <= 299)
            return answer;

        var text = Encoding.UTF8.GetString(answer.Body);
        var clean = Withhold(text, credentials);
        return string.Equals(clean, text, StringComparison.Ordinal) ? answer : answer with { Body = Encoding.UTF8.GetBytes(clean) };
    }

    /// <summary>A text without the credentials of a request, and without a proxy's.</summary>
    public static string Withhold(string text, ImmutableCredentials? credentials)
    {
        var keys = new[] { credentials?.Token, credentials?.SecretKey, credentials?.AccessKey }.Where(key => key?.Length >= ShortestKey);
        return keys.Aggregate(Authorization.Replace(text, "***"), (rest, key) => rest.Replace(key!, "***"));
    }
}
