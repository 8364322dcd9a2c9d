using System.Globalization;
using System.Text.Json;

namespace CustomLabels.Annotations.Coco;

/// <summary>An id: a whole number, which some tools write as text, or another text.</summary>
/// <param name="Number">The number; 0 for a text.</param>
/// <param name="Text">The text; null for a number.</param>
internal readonly record struct CocoId(long Number, string? Text)
{
    /// <summary>Takes an id; null for what is none.</summary>
    public static CocoId? Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number when element.TryGetInt64(out var number) => new CocoId(number, Text: null),
        JsonValueKind.Number when element.TryGetDouble(out var number) && number is > -9e15 and < 9e15 && number == System.Math.Floor(number) => new CocoId((long)number, Text: null),
        JsonValueKind.String => Of(element.GetString()!),
        _ => null,
    };

    /// <inheritdoc/>
    public override string ToString() => Text is null ? Number.ToString(CultureInfo.InvariantCulture) : VisibleText.Of(Text);

    private static CocoId? Of(string text) => text.Length == 0 ? null
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? new CocoId(number, Text: null)
        : new CocoId(0, text);
}
