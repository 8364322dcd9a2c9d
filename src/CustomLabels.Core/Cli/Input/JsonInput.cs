using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;

namespace CustomLabels.Cli.Input;

/// <summary>Reads JSON as the AWS CLI (Python's json) does: no comments, nothing after the value, and of two members with one name the last.</summary>
/// <remarks>Python also reads NaN and Infinity, which no member of a request may be.</remarks>
internal static class JsonInput
{
    private const int ShownBytes = 20;

    // Python's own bound on nesting, so that it can't use up the stack.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 1000 };

    /// <exception cref="InputSyntaxException">It is not JSON.</exception>
    public static InputValue Parse(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        try
        {
            using var document = JsonDocument.Parse(utf8, Options);
            return Value(document.RootElement);
        }
        catch (JsonException exception)
        {
            throw Malformed((int)(exception.LineNumber ?? 0), utf8, (int)(exception.BytePositionInLine ?? 0), exception);
        }
        catch (InvalidOperationException exception)
        {
            throw new InputSyntaxException(1, 1, "a text holds half a surrogate pair", exception);
        }
    }

    private static InputValue Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new InputValue(InputKind.Map) { Members = Members(element) },
        JsonValueKind.Array => new InputValue(InputKind.List),
        JsonValueKind.String => new InputValue(InputKind.Text, element.GetString()!),
        JsonValueKind.Number => Number(element.GetRawText(), element.TryGetDouble(out var number) ? number : double.PositiveInfinity),
        JsonValueKind.Null => new InputValue(InputKind.Null),
        _ => new InputValue(InputKind.Boolean, element.GetRawText()),
    };

    private static InputValue Number(string written, double number) =>
        new(written.IndexOfAny(['.', 'e', 'E']) < 0 ? InputKind.Whole : InputKind.Real, written) { Number = number };

    private static Dictionary<string, InputValue> Members(JsonElement element)
    {
        var members = new Dictionary<string, InputValue>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject()) members[member.Name] = Value(member.Value);
        return members;
    }

    // The JSON reader counts bytes, an editor characters.
    private static InputSyntaxException Malformed(int line, byte[] utf8, int bytesInLine, JsonException exception)
    {
        var start = 0;
        for (var i = 0; i < line; i++) start = Array.IndexOf(utf8, (byte)'\n', start) + 1;
        var position = Math.Min(start + bytesInLine, utf8.Length);
        var rest = Encoding.UTF8.GetString(utf8, position, Math.Min(utf8.Length - position, ShownBytes));
        return new InputSyntaxException(
            line + 1, Encoding.UTF8.GetCharCount(utf8, start, position - start) + 1, rest.Length == 0 ? "it ends too early" : $"'{InputValue.Shown(rest)}' is not expected", exception);
    }
}
