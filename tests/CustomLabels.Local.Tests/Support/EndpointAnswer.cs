using System;
using System.Net.Http;
using System.Text.Json;
using Xunit;

namespace CustomLabels.Local.Tests.Support;

/// <summary>An answer of the endpoint.</summary>
internal sealed record EndpointAnswer(HttpResponseMessage Response, string Body)
{
    /// <summary>The labels as a person would write them down; fails unless the answer is one.</summary>
    public string Labels
    {
        get
        {
            Assert.True((int)Response.StatusCode == 200, Body);
            using var json = JsonDocument.Parse(Body);
            var labels = new System.Collections.Generic.List<string>();
            foreach (var label in json.RootElement.GetProperty("CustomLabels").EnumerateArray())
                labels.Add(FormattableString.Invariant($"{label.GetProperty("Name").GetString()} {label.GetProperty("Confidence").GetSingle()}"));
            return string.Join("; ", labels);
        }
    }

    /// <summary>Fails unless the answer is this JSON.</summary>
    public void AssertBody(string body) => Assert.Equal((200, body), ((int)Response.StatusCode, Body));

    /// <summary>Fails unless the answer is an error of this code.</summary>
    public void AssertError(string code)
    {
        using var json = JsonDocument.Parse(Body);
        Assert.True(json.RootElement.TryGetProperty("__type", out var type) && type.GetString() == code, Body);
    }

    /// <summary>Fails unless the answer is this error of the service.</summary>
    public void AssertError(string code, string message, int statusCode = 400)
    {
        Assert.True((int)Response.StatusCode == statusCode, Body);
        using var json = JsonDocument.Parse(Body);
        Assert.Equal(code, json.RootElement.GetProperty("__type").GetString());
        var found = json.RootElement.TryGetProperty("Message", out var text) || json.RootElement.TryGetProperty("message", out text) ? text.GetString() : null;
        Assert.Equal(message.Length == 0 ? null : message, found);
    }
}
