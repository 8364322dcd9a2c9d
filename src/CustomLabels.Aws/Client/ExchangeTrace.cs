using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Text;
using Amazon.Runtime;
using CustomLabels.Api.Transport;

namespace CustomLabels.Aws.Client;

/// <summary>Shows one request and its answer to whoever looks for a fault: everything but secrets and image bytes. Made only when somebody looks.</summary>
internal sealed class ExchangeTrace
{
    // Characters. An answer has some hundreds for each label; an error has one message, which the error shows too.
    private const int LongestBody = 64 * 1024;
    private const int LongestError = 2 * VisibleText.MaxLength;

    private readonly Action<string> _write;
    private readonly ImmutableCredentials? _credentials;
    private readonly Stopwatch _time = new();

    public ExchangeTrace(Action<string> write, ImmutableCredentials? credentials)
    {
        _write = write;
        _credentials = credentials;
    }

    public void Sending(Uri endpoint, IReadOnlyDictionary<string, string> headers, string body)
    {
        Write($"POST {endpoint}", headers, body, LongestBody);
        _time.Start();
    }

    public void Answered(HttpAnswer answer) => Write(
        Line($"HTTP {answer.StatusCode} after {_time.ElapsedMilliseconds} ms, {answer.Body.Length} bytes, request {answer.Header("x-amzn-RequestId") ?? "without id"}"),
        answer.Headers,
        Encoding.UTF8.GetString(answer.Body),
        answer.StatusCode is >= 200 and <= 299 ? LongestBody : LongestError);

    public void Failed(TransportException failure) => Write(Line($"no answer after {_time.ElapsedMilliseconds} ms: {failure.Message}"), new Dictionary<string, string>(StringComparer.Ordinal), "", LongestBody);

    private void Write(string first, IReadOnlyDictionary<string, string> headers, string body, int longestBody)
    {
        // Cut only what holds no key any more: half of one is still half a key.
        var content = EchoedCredentials.Withhold(body, _credentials);
        var shown = content.Length <= longestBody ? content : Line($"{content.Substring(0, longestBody)}… ({content.Length - longestBody} more characters)");
        var described = headers.Select(header => VisibleText.Of(EchoedCredentials.Withhold(HeaderText.Of(header.Key, header.Value), _credentials)));
        var lines = described.Concat(shown.Length > 0 ? [VisibleText.Whole(shown)] : []).Select(line => "  " + line);
        _write(string.Join("\n", lines.Prepend(VisibleText.Of(EchoedCredentials.Withhold(first, _credentials)))));
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
