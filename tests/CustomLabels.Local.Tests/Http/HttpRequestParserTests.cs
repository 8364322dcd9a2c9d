using System;
using System.Globalization;
using System.Linq;
using System.Text;
using CustomLabels.Local.Http;
using Xunit;

namespace CustomLabels.Local.Tests.Http;

public class HttpRequestParserTests
{
    private const string Plain = "POST /a?b=c HTTP/1.1\r\nHost: x\r\nX-Amz-Target:  S.Op \r\nContent-Length: 12\r\n\r\nhello\r\n\r\nyou";
    private const string Chunked = "POST / HTTP/1.1\r\nhost: x\r\nTransfer-Encoding: Chunked\r\n\r\n5;note=\"a\"\r\nhello\r\nA \r\n, 1234567\n\r\n0\r\nTrailer: t\r\n\r\n";
    private const string Bodiless = "GET / HTTP/1.0\r\n\r\n";
    private const string PlainRead = "POST /a?b=c [S.Op] hello\r\n\r\nyou|";
    private const string ChunkedRead = "POST / [] hello, 1234567\n|";
    private const string BodilessRead = "GET / [] |";

    public static TheoryData<string, int> Malformed => new()
    {
        { "GET /\r\n\r\n", 400 },
        { "GET  / HTTP/1.1\r\nHost: x\r\n\r\n", 400 },
        { "G(T / HTTP/1.1\r\nHost: x\r\n\r\n", 400 },
        { " GET / HTTP/1.1\r\nHost: x\r\n\r\n", 400 },
        { "GET / HTTQ/1.1\r\nHost: x\r\n\r\n", 400 },
        { "GET / HTTP/2.0\r\nHost: x\r\n\r\n", 505 },
        { "GET / HTTP/1.1\nHost: x\n\n", 400 },
        { "GET / HTTP/1.1\r\nHost: x\r\rY: z\r\n\r\n", 400 },
        { "GET / HTTP/1.1\r\nHost: \0\r\n\r\n", 400 },
        { "GET / HTTP/1.1\r\nHost: \x7F\r\n\r\n", 400 },
        { "\x16\x03\x01\x02\0\x01", 400 },
        { "GET / HTTP/1.1\r\n\r\n", 400 },
        { "GET / HTTP/1.1\r\nHost: x\r\nHost: x\r\n\r\n", 400 },
        { "GET / HTTP/1.1\r\nHost : x\r\n\r\n", 400 },
        { "GET / HTTP/1.1\r\nHost: x\r\n folded\r\n\r\n", 400 },
        { "GET / HTTP/1.1\r\nHost: x\r\nnothing\r\n\r\n", 400 },
        { "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", 400 },
        { "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0x10\r\n\r\n", 400 },
        { "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400 },
        { "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400 },
        { "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", 400 },
        { "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", 501 },
        { "POST / HTTP/1.1\r\nHost: x\r\nExpect: tea\r\n\r\n", 417 },
        { "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 33554433\r\n\r\n", 413 },
        { "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n", 413 },
        { "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n\r\n", 400 },
        { "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5x\r\nhello\r\n", 400 },
        { "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\nhello\r\n", 400 },
        { "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello!\r\n", 400 },
        { "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n2000001\r\n", 413 },
        { "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFFFFF\r\n", 413 },
    };

    [Fact]
    public void A_request_is_the_same_wherever_it_is_cut()
    {
        var cases = new[] { (Plain, PlainRead), (Chunked, ChunkedRead), (Bodiless, BodilessRead) };
        foreach (var (raw, expected) in cases)
        {
            for (var cut = 1; cut < raw.Length; cut++) Assert.Equal(expected, Parse(raw.Substring(0, cut), raw.Substring(cut)));
            Assert.Equal(expected, ParseByteByByte(raw));
        }
    }

    [Fact]
    public void Requests_sent_without_waiting_are_all_found_wherever_they_are_cut()
    {
        var raw = Plain + Chunked + "\r\n" + Plain + Bodiless;
        var expected = PlainRead + ChunkedRead + PlainRead + BodilessRead;
        Assert.Equal(expected, Parse(raw));
        for (var cut = 1; cut < raw.Length; cut++) Assert.Equal(expected, Parse(raw.Substring(0, cut), raw.Substring(cut)));
        Assert.Equal(expected, ParseByteByByte(raw));
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public void What_is_no_request_is_refused_with_its_status_whole_or_byte_by_byte(string raw, int statusCode)
    {
        Assert.Equal(statusCode, Assert.Throws<RefusedRequestException>(() => Parse(raw)).StatusCode);
        Assert.Equal(statusCode, Assert.Throws<RefusedRequestException>(() => ParseByteByByte(raw)).StatusCode);
    }

    [Fact]
    public void A_head_may_be_64_KB_and_no_more()
    {
        const string Start = "GET / HTTP/1.1\r\nHost: x\r\nX: ";
        var filler = new string('x', (64 * 1024) - Start.Length - 4);
        Assert.Equal(BodilessRead, Parse(Start + filler + "\r\n\r\n"));
        Assert.Equal(BodilessRead, ParseByteByByte(Start + filler + "\r\n\r\n"));
        Assert.Equal(431, Assert.Throws<RefusedRequestException>(() => Parse(Start + filler + "x\r\n\r\n")).StatusCode);
        Assert.Equal(431, Assert.Throws<RefusedRequestException>(() => ParseByteByByte(Start + filler + "x\r\n\r\n")).StatusCode);
    }

    [Fact]
    public void A_chunk_size_line_without_an_end_is_refused()
    {
        var raw = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1;" + new string('x', 5000);
        Assert.Equal(400, Assert.Throws<RefusedRequestException>(() => Parse(raw)).StatusCode);
    }

    [Fact]
    public void A_trailer_without_an_end_is_refused()
    {
        var raw = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n" + string.Concat(Enumerable.Repeat("Name: value\r\n", 7_000));
        Assert.Equal(431, Assert.Throws<RefusedRequestException>(() => Parse(raw)).StatusCode);
    }

    [Fact]
    public void Chunks_that_sum_to_more_than_a_body_may_be_are_refused()
    {
        using var parser = new HttpRequestParser();
        Feed(parser, "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
        var chunk = "100000\r\n" + new string('x', 0x100000) + "\r\n";
        for (var i = 0; i < 32; i++) Feed(parser, chunk);
        Assert.Equal(413, Assert.Throws<RefusedRequestException>(() => Feed(parser, "1\r\n")).StatusCode);
    }

    [Fact]
    public void A_large_body_comes_through_with_a_length_and_in_chunks_of_any_size()
    {
        var body = string.Concat(Enumerable.Range(0, 500_000).Select(i => i.ToString(CultureInfo.InvariantCulture)));
        var withLength = $"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: {body.Length}\r\n\r\n{body}";
        Assert.Equal($"POST / [] {body}|", Parse(withLength));

        var chunks = new StringBuilder("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (int at = 0, size = 1; at < body.Length; at += size, size = (size * 3 % 70_000) + 1)
        {
            size = Math.Min(size, body.Length - at);
            chunks.Append(size.ToString("x", CultureInfo.InvariantCulture)).Append("\r\n").Append(body, at, size).Append("\r\n");
        }

        Assert.Equal($"POST / [] {body}|", Parse(chunks.Append("0\r\n\r\n").ToString()));
    }

    [Fact]
    public void Memory_for_a_body_is_taken_as_it_arrives_not_as_it_is_announced()
    {
        using var parser = new HttpRequestParser();
        Feed(parser, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 33554432\r\n\r\n");
        Assert.InRange(parser.Space.Count, 1, 2 * 1024 * 1024);
    }

    [Fact]
    public void A_client_that_expects_a_go_ahead_awaits_it_until_its_body_comes()
    {
        using var parser = new HttpRequestParser();
        Feed(parser, "POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-Continue\r\nContent-Length: 2\r\n\r");
        Assert.False(parser.AwaitsContinue);
        Feed(parser, "\n");
        Assert.True(parser.AwaitsContinue);
        Feed(parser, "a");
        Assert.False(parser.AwaitsContinue);
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\n\r\n", true)]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\nConnection: Foo, Close\r\n\r\n", false)]
    [InlineData("GET / HTTP/1.0\r\n\r\n", false)]
    [InlineData("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n", true)]
    public void The_connection_is_kept_as_the_version_and_the_client_say(string raw, bool keepAlive)
    {
        Assert.Equal(keepAlive, HttpHeadReader.Read(raw.Substring(0, raw.Length - 2)).KeepAlive);
    }

    [Fact]
    public void Damaged_requests_are_refused_or_read_and_nothing_else()
    {
        var random = new Random(20160627);
        var seeds = new[] { Plain, Chunked, Bodiless, Plain + Chunked };
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = Latin1(seeds[random.Next(seeds.Length)]);
            for (var damage = random.Next(1, 5); damage > 0; damage--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            try
            {
                Parse(bytes, random.Next(1, bytes.Length + 1));
            }
            catch (RefusedRequestException e)
            {
                Assert.InRange(e.StatusCode, 400, 599);
            }
        }
    }

    private static string Parse(params string[] pieces)
    {
        using var parser = new HttpRequestParser();
        return string.Concat(pieces.Select(piece => Feed(parser, piece)));
    }

    private static string ParseByteByByte(string raw) => Parse(Latin1(raw), 1);

    private static string Parse(byte[] bytes, int step)
    {
        using var parser = new HttpRequestParser();
        var found = new StringBuilder();
        for (var at = 0; at < bytes.Length; at += step) found.Append(Feed(parser, bytes, at, Math.Min(step, bytes.Length - at)));
        return found.ToString();
    }

    private static string Feed(HttpRequestParser parser, string text)
    {
        var bytes = Latin1(text);
        return Feed(parser, bytes, 0, bytes.Length);
    }

    private static string Feed(HttpRequestParser parser, byte[] bytes, int start, int count)
    {
        var found = new StringBuilder();
        for (var end = start + count; start < end;)
        {
            var space = parser.Space;
            var taken = Math.Min(space.Count, end - start);
            Buffer.BlockCopy(bytes, start, space.Array!, space.Offset, taken);
            start += taken;
            for (var isComplete = parser.Advance(taken); isComplete; isComplete = parser.Advance(0))
            {
                var (head, body) = parser.Request!;
                found.Append($"{head.Method} {head.Target} [{head.Headers["x-amz-target"]}] {Encoding.ASCII.GetString(body.Array!, body.Offset, body.Count)}|");
                parser.Next();
            }
        }

        return found.ToString();
    }

    private static byte[] Latin1(string text) => Encoding.GetEncoding("iso-8859-1").GetBytes(text);
}
