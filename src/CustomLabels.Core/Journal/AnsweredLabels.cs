using System;
using System.Linq;
using System.Text;
using System.Text.Json;
using CustomLabels.Wire;

namespace CustomLabels.Journal;

/// <summary>The labels of an answer as the service wrote them, and an answer made of such: nothing of a number or an absent member is lost on the way.</summary>
internal static class AnsweredLabels
{
    private static ReadOnlySpan<byte> Before => "{\"CustomLabels\":"u8;

    /// <summary>The value of CustomLabels on one line; null where the answer has none.</summary>
    /// <param name="answer">An answer that was read before.</param>
    public static ReadOnlyMemory<byte>? In(ReadOnlyMemory<byte> answer)
    {
        ReadOnlyMemory<byte>? labels = null;
        var json = new Utf8JsonReader(answer.Span);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isLabels = json.ValueTextEquals("CustomLabels"u8);
            json.Read();
            var start = (int)json.TokenStartIndex;
            json.Skip();
            if (isLabels) labels = OneLine(answer.Slice(start, (int)json.BytesConsumed - start));
        }

        return labels;
    }

    /// <summary>An answer with these labels.</summary>
    public static ReadOnlyMemory<byte> Answer(ReadOnlyMemory<byte> labels)
    {
        var answer = new byte[Before.Length + labels.Length + 1];
        Before.CopyTo(answer);
        labels.CopyTo(answer.AsMemory(Before.Length));
        answer[answer.Length - 1] = (byte)'}';
        return answer;
    }

    /// <summary>An answer with the labels that are confident enough, and so many of them: each as the service wrote it.</summary>
    /// <exception cref="FormatException">The labels are not what the service answers.</exception>
    public static ReadOnlyMemory<byte> Filter(ReadOnlyMemory<byte> labels, double? minConfidence, int? maxResults)
    {
        var answer = Answer(labels);
        var known = DetectResponseReader.Read(answer);
        using var document = JsonDocument.Parse(labels);
        var kept = known.Count == 0 ? [] : document.RootElement.EnumerateArray().Where((_, i) => !(known[i].Confidence < minConfidence)).Take(maxResults ?? int.MaxValue);
        return Answer(Encoding.UTF8.GetBytes($"[{string.Join(",", kept.Select(label => label.GetRawText()))}]"));
    }

    // Within its strings JSON has no line ends.
    private static ReadOnlyMemory<byte> OneLine(ReadOnlyMemory<byte> json)
    {
        if (json.Span.IndexOfAny((byte)'\r', (byte)'\n') < 0) return json;
        var line = json.ToArray();
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] is (byte)'\r' or (byte)'\n') line[i] = (byte)' ';
        }

        return line;
    }
}
