using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Text;
using Amazon.Runtime;
using CustomLabels.Service;

namespace CustomLabels.Aws.Client;

/// <summary>Shows one request and its answer to whoever looks for a fault: everything but secrets and image bytes. Made only when somebody looks.</summary>
internal sealed class ExchangeTrace
{
    // Characters. An answer has some hundreds for each label.
    private const int LongestBody = 64 * 1024;

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
        Write($"POST {endpoint}", headers, body);
        _time.Start();
    }

    public void Answered(HttpAnswer answer) => Write(
        Line($"HTTP {answer.StatusCode} after {_time.ElapsedMilliseconds} ms, {answer.Body.Length} bytes, request {answer.Header("x-amzn-RequestId") ?? "without id"}"),
        answer.Headers,
        Encoding.UTF8.GetString(answer.Body));

    public void Failed(TransportException failure) => Write(Line($"no answer after {_time.ElapsedMilliseconds} ms: {failure.Message}"), new Dictionary<string, string>(StringComparer.Ordinal), "");

    private void Write(string first, IReadOnlyDictionary<string, string> headers, string body)
    {
        var shown = body.Length <= LongestBody ? body : Line($"{body.Substring(0, LongestBody)}… ({body.Length - LongestBody} more characters)");
        var described = headers.Select(header => HeaderText.Of(header.Key, header.Value));
        var lines = new[] { first }.Concat(described.Concat(shown.Length > 0 ? [shown] : []).Select(line => "  " + line));
        _write(string.Join("\n", lines.Select(line => VisibleText.Of(EchoedCredentials.Withhold(line, _credentials)))));
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
