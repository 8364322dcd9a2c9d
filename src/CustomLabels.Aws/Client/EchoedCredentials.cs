using System.Linq;
using System.Text;
using Amazon.Runtime;
using CustomLabels.Service;

namespace CustomLabels.Aws.Client;

/// <summary>Takes credentials out of error answers, which become messages: a refused signature may come back with the canonical request, session
/// token and all, and some proxies show the whole request.</summary>
internal static class EchoedCredentials
{
    // Of real keys; IAM's AccessKeyId has at least so many (API reference, AccessKey). Made-up ones such as "any" are no secret, and part of many a word.
    private const int ShortestKey = 16;

    /// <summary>The answer without the credentials of its request.</summary>
    public static ServiceAnswer Withhold(ServiceAnswer answer, ImmutableCredentials credentials)
    {
        if (answer.StatusCode is >= 200 and <= 299)
            return answer;

        var text = Encoding.UTF8.GetString(answer.Body);
        var keys = new[] { credentials.Token, credentials.SecretKey, credentials.AccessKey }.Where(key => key?.Length >= ShortestKey && text.Contains(key)).ToList();
        return keys.Count == 0 ? answer : answer with { Body = Encoding.UTF8.GetBytes(keys.Aggregate(text, (rest, key) => rest.Replace(key!, "***"))) };
    }
}
