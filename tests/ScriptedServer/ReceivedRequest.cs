using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;

namespace CustomLabels.Testing;

/// <summary>A request as it came over the wire.</summary>
public sealed class ReceivedRequest
{
    private ReceivedRequest(string startLine, IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        StartLine = startLine;
        Headers = headers;
    }

    public string StartLine { get; }

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; }

    public byte[] Body { get; private set; } = [];

    /// <summary>The one value of a header; null when absent.</summary>
    public string? this[string name] =>
        Headers.SingleOrDefault(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>Reads a head; null when the client closed instead.</summary>
    public static async Task<ReceivedRequest?> ReadHeadAsync(Stream stream)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (!EndsHead(head))
        {
            if (await stream.ReadAsync(one, 0, 1) == 0)
                return null;
            head.Add(one[0]);
        }

        var lines = Encoding.ASCII.GetString(head.ToArray()).TrimEnd().Split(["\r\n"], StringSplitOptions.None);
        var headers = lines.Skip(1).Select(line => line.Split([':'], 2)).Select(parts => new KeyValuePair<string, string>(parts[0], parts[1].Trim()));
        return new ReceivedRequest(lines[0], headers.ToList());
    }

    public async Task ReadBodyAsync(Stream stream)
    {
        var body = new byte[int.Parse(this["Content-Length"] ?? "0", CultureInfo.InvariantCulture)];
        for (var position = 0; position < body.Length;)
        {
            var count = await stream.ReadAsync(body, position, body.Length - position);
            if (count == 0)
                throw new EndOfStreamException();
            position += count;
        }

        Body = body;
    }

    private static bool EndsHead(List<byte> head) =>
        head.Count >= 4 && head[head.Count - 4] == '\r' && head[head.Count - 3] == '\n' && head[head.Count - 2] == '\r' && head[head.Count - 1] == '\n';
}
