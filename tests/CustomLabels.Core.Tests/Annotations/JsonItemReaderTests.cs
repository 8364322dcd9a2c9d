using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using CustomLabels.Annotations.Content;
using Xunit;

namespace CustomLabels.Core.Tests.Annotations;

/// <summary>Cutting JSON of any size into pieces, wherever its chunks end.</summary>
public sealed class JsonItemReaderTests
{
    [Fact]
    public void Members_and_elements_come_one_by_one_with_their_lines()
    {
        const string Json = " {\"a\" : 1,\n\"b\":[ {\"x\":[1,{\"y\":\"]\"}]} ,\n[2], \"t,\"],\"c\":[],\n \"d\":{\"e\":[]} , \"f\":null}\n";
        Assert.Equal("a=1@1 b[@2 b={\"x\":[1,{\"y\":\"]\"}]}@2 b=[2]@3 b=\"t,\"@3 c[@3 d={\"e\":[]}@4 f=null@4", Pieces(Json));
        Assert.Equal("=1@1 ={}@1 =[]@2", Pieces("[1,{},\n[]]"));
    }

    [Theory]
    [InlineData("[1,]")]
    [InlineData("[,1]")]
    [InlineData("[1 2]")]
    [InlineData("[1")]
    [InlineData("{\"a\"1}")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{\"a\":1}x")]
    [InlineData("{\"a\":[\"x")]
    [InlineData("{1:2}")]
    [InlineData("1")]
    public void What_is_no_JSON_between_the_pieces_is_refused(string json) => Assert.Equal(ErrorId.AnnotationInvalid, AnnotationScene.Error(() => Pieces(json)).Id);

    [Fact]
    public void A_text_longer_than_any_name_is_kept_in_part_and_is_JSON_all_the_same()
    {
        // Each cut falls elsewhere: into characters of two to four bytes, and into escapes.
        for (var shift = 0; shift < 12; shift++)
        {
            var text = new string('x', 65536 - shift) + "é\\u00e9\\\"写😀\\\\" + string.Concat(Enumerable.Repeat("\\ud83d\\ude00", 20_000));
            using var reader = Reader($"[\"{text}\",7]");
            Assert.True(reader.Read());
            using var item = reader.ParseItem();
            Assert.InRange(item.RootElement.GetRawText().Length, 60_000, 66_000);
            Assert.True(reader.Read());
            Assert.Equal("7", Encoding.UTF8.GetString(reader.Item.ToArray()));
            Assert.False(reader.Read());
        }
    }

    [Fact]
    public void A_value_of_more_than_16_MB_is_refused() =>
        Assert.Contains("16777216", AnnotationScene.Error(() => Pieces("[[" + string.Join(",", Enumerable.Repeat("\"" + new string('x', 60_000) + "\"", 300)) + "]]")).Message, StringComparison.Ordinal);

    private static string Pieces(string json)
    {
        var pieces = new List<string>();
        using var reader = Reader(json);
        while (reader.Read()) pieces.Add($"{reader.Member}{(reader.IsListStart ? "[" : "=")}{Encoding.UTF8.GetString(reader.Item.ToArray())}@{reader.Line}");
        return string.Join(" ", pieces);
    }

    // One byte at a time: every piece is cut everywhere.
    private static JsonItemReader Reader(string json) => new(new AnnotationContent("x.json", () => json.Length > 1000 ? new MemoryStream(Encoding.UTF8.GetBytes(json)) : new ByteByByte(Encoding.UTF8.GetBytes(json))));

    private sealed class ByteByByte(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(1, count));
#if NET
        public override int Read(Span<byte> buffer) => base.Read(buffer.Slice(0, Math.Min(1, buffer.Length)));
#endif
    }
}
