using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Text;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
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
    private string _body = "";

    public ExchangeTrace(Action<string> write, ImmutableCredentials? credentials)
    {
        _write = write;
        _credentials = credentials;
    }

    /// <summary>Takes the body down, before the connection does.</summary>
    public void Describe(BodyStream body) => _body = body.Describe();

    public void Sending(IRequest request)
    {
        Write($"{request.HttpMethod} {request.Endpoint}", request.Headers.Select(header => HeaderText.Of(header.Key, header.Value)), _body);
        _time.Start();
    }

    public void Answered(IWebResponseData response, ServiceAnswer answer) => Write(
        Line($"HTTP {answer.StatusCode} after {_time.ElapsedMilliseconds} ms, {answer.Body.Length} bytes, request {answer.RequestId ?? "without id"}"),
        response.GetHeaderNames().Select(name => HeaderText.Of(name, response.GetHeaderValue(name))),
        Encoding.UTF8.GetString(answer.Body));

    public void Failed(TransportException failure) => Write(Line($"no answer after {_time.ElapsedMilliseconds} ms: {failure.Message}"), [], "");

    private void Write(string first, IEnumerable<string> headers, string body)
    {
        var shown = body.Length <= LongestBody ? body : Line($"{body.Substring(0, LongestBody)}… ({body.Length - LongestBody} more characters)");
        var lines = new[] { first }.Concat(headers.Concat(shown.Length > 0 ? [shown] : []).Select(line => "  " + line));
        _write(string.Join("\n", lines.Select(line => VisibleText.Of(EchoedCredentials.Withhold(line, _credentials)))));
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
