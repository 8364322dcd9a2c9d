using System;
using System.Linq;
using System.Text;
using CustomLabels.Local.Http;
using Xunit;

namespace CustomLabels.Local.Tests.Support;

/// <summary>Makes what the server hands on of what a client sends.</summary>
internal static class Received
{
    /// <summary>The one request that the text is; each character is one byte.</summary>
    public static HttpRequest From(string text)
    {
        var bytes = Encoding.GetEncoding("iso-8859-1").GetBytes(text);
        using var parser = new HttpRequestParser();
        var space = parser.Space;
        Assert.True(bytes.Length <= space.Count, "Requests of tests fit the first buffer.");
        Buffer.BlockCopy(bytes, 0, space.Array!, space.Offset, bytes.Length);
        Assert.True(parser.Advance(bytes.Length), "The request should be complete.");
        return parser.Request! with { Body = new ArraySegment<byte>(parser.Request!.Body.ToArray()) };
    }
}
