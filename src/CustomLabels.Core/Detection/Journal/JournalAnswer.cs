using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using CustomLabels.Detection.Protocol;

namespace CustomLabels.Detection.Journal;

/// <summary>An answer as the service wrote it: no digit of a number is lost, an absent member stays absent, and a member that this version doesn't know is kept.</summary>
internal static class JournalAnswer
{
    private const string Labels = "CustomLabels";

    private static ReadOnlySpan<byte> Nothing => "{}"u8;

    private static ReadOnlySpan<byte> Before => "{\"CustomLabels\":"u8;

    /// <summary>The answer on one line. Within its strings JSON has no line ends.</summary>
    public static ReadOnlyMemory<byte> OneLine(ReadOnlyMemory<byte> answer)
    {
        if (answer.IsEmpty) return Nothing.ToArray();
        if (answer.Span.IndexOfAny((byte)'\r', (byte)'\n') < 0) return answer;
        var line = answer.ToArray();
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] is (byte)'\r' or (byte)'\n') line[i] = (byte)' ';
        }

        return line;
    }

    /// <summary>The answer of a line of format version 1, which kept of it the value of CustomLabels alone.</summary>
    public static ReadOnlyMemory<byte> Of(ReadOnlyMemory<byte> labels)
    {
        var answer = new byte[Before.Length + labels.Length + 1];
        Before.CopyTo(answer);
        labels.CopyTo(answer.AsMemory(Before.Length));
        answer[answer.Length - 1] = (byte)'}';
        return answer;
    }

    /// <summary>The answer with the labels that are confident enough, and so many of them: each as the service wrote it, and all else as it was.</summary>
    /// <exception cref="FormatException">The labels are not what the service answers.</exception>
    public static ReadOnlyMemory<byte> Filter(ReadOnlyMemory<byte> answer, double? minConfidence, int? maxResults)
    {
        var known = DetectResponseReader.Read(answer);
        using var document = JsonDocument.Parse(answer);
        using var filtered = new MemoryStream();
        using (var json = new Utf8JsonWriter(filtered))
        {
            json.WriteStartObject();
            foreach (var member in document.RootElement.EnumerateObject())
            {
                json.WritePropertyName(member.Name);
                if (member.Name != Labels || member.Value.ValueKind != JsonValueKind.Array)
                {
                    json.WriteRawValue(member.Value.GetRawText(), skipInputValidation: true);
                    continue;
                }

                var kept = member.Value.EnumerateArray().Where((_, i) => !(known[i].Confidence < minConfidence)).Take(maxResults ?? int.MaxValue);
                json.WriteStartArray();
                foreach (var label in kept) json.WriteRawValue(label.GetRawText(), skipInputValidation: true);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return filtered.ToArray();
    }
}
