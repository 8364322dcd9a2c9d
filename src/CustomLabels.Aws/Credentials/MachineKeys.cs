using System;
using System.Collections.Generic;
using System.Net;
using System.Threading.Tasks;
using Amazon.Runtime;
using Amazon.Util;

namespace CustomLabels.Aws.Credentials;

/// <summary>Asks the endpoints that machines get keys from.</summary>
internal static class MachineKeys
{
    // As the SDK's for both endpoints.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    /// <summary>Asks once.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="url">What to ask.</param>
    /// <param name="headers">What to ask with. No value may have a control character in it.</param>
    /// <param name="proxy">The proxy; null is .NET's own.</param>
    public static Task<string> AskAsync(string method, Uri url, Dictionary<string, string> headers, IWebProxy? proxy) =>
        AWSSDKUtils.ExecuteHttpRequestAsync(url, method, content: null, Timeout, proxy, headers);

    /// <summary>Reads the keys of an answer.</summary>
    /// <param name="answer">The text of the answer.</param>
    /// <param name="source">What to call the endpoint.</param>
    /// <exception cref="AmazonClientException">The answer has no keys.</exception>
    public static RefreshingAWSCredentials.CredentialsRefreshState Read(string answer, string source) =>
        KeyAnswer.Parse(answer) is { } keys ? KeyAnswer.Read(keys, "Token", source) : throw new AmazonClientException("The answer is malformed JSON.");
}
