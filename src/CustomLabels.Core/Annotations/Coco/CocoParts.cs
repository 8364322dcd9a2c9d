using System;
using System.Text.Json;
using CustomLabels.Annotations.Content;

namespace CustomLabels.Annotations.Coco;

/// <summary>The members of an annotation, read without a document: there may be millions.</summary>
internal struct CocoParts
{
    /// <summary>The image's id; null where there is none.</summary>
    public CocoId? ImageId;

    /// <summary>The category's id; null where there is none.</summary>
    public CocoId? CategoryId;

    /// <summary>Whether there is a bbox.</summary>
    public bool HasBox;

    /// <summary>The bbox, in pixels.</summary>
    public double Left, Top, Width, Height;

    /// <summary>The score; not a number where there is none.</summary>
    public double Score;

    /// <summary>The area of the outline in square pixels; not a number where there is none.</summary>
    public double Area;

    /// <summary>Whether it is a region of many.</summary>
    public bool IsCrowd;

    /// <summary>Whether it has a segmentation that isn't empty.</summary>
    public bool HasOutline;

    /// <summary>Whether it is of an image that isn't wanted: the rest of it was not read.</summary>
    public bool IsPassedOver;

    /// <summary>Reads the piece at which a reader is.</summary>
    /// <param name="items">The reader.</param>
    /// <param name="isWanted">Whether annotations of an image are wanted; null for all.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.AnnotationInvalid"/>.</exception>
    public static CocoParts Read(JsonItemReader items, Func<CocoId, bool>? isWanted)
    {
        try
        {
            var json = new Utf8JsonReader(items.Item.Span);
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject) throw items.Bad("an annotation is no object");
            var parts = new CocoParts { Score = double.NaN, Area = double.NaN };
            while (!parts.IsPassedOver && json.Read() && json.TokenType == JsonTokenType.PropertyName) parts.Take(ref json, items, isWanted);
            return parts;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw items.Bad(e.Message);
        }
    }

    private void Take(ref Utf8JsonReader json, JsonItemReader items, Func<CocoId, bool>? isWanted)
    {
        if (json.ValueTextEquals("image_id"))
        {
            ImageId = Id(ref json);
            IsPassedOver = isWanted is not null && ImageId is { } id && !isWanted(id);
        }
        else if (json.ValueTextEquals("category_id")) CategoryId = Id(ref json);
        else if (json.ValueTextEquals("bbox")) TakeBox(ref json, items);
        else if (json.ValueTextEquals("score")) Score = json.Read() && json.TokenType == JsonTokenType.Number ? json.GetDouble() : Score;
        else if (json.ValueTextEquals("area")) Area = json.Read() && json.TokenType == JsonTokenType.Number ? json.GetDouble() : Area;
        else if (json.ValueTextEquals("iscrowd")) IsCrowd = json.Read() && (json.TokenType == JsonTokenType.True || (json.TokenType == JsonTokenType.Number && json.GetDouble() != 0));
        else if (json.ValueTextEquals("segmentation")) HasOutline = IsFilled(ref json);
        else json.Skip();
    }

    private void TakeBox(ref Utf8JsonReader json, JsonItemReader items)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.Null) return;
        if (json.TokenType != JsonTokenType.StartArray) throw items.Bad("bbox is no list");
        Left = Number(ref json, items);
        Top = Number(ref json, items);
        Width = Number(ref json, items);
        Height = Number(ref json, items);
        if (!json.Read() || json.TokenType != JsonTokenType.EndArray) throw items.Bad("bbox has more than four numbers");
        HasBox = true;
    }

    private static double Number(ref Utf8JsonReader json, JsonItemReader items) =>
        json.Read() && json.TokenType == JsonTokenType.Number ? json.GetDouble() : throw items.Bad("bbox is not of four numbers");

    private static CocoId? Id(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.Number && json.TryGetInt64(out var number)) return new CocoId(number, Text: null);
        if (json.TokenType == JsonTokenType.StartObject || json.TokenType == JsonTokenType.StartArray)
        {
            json.Skip();
            return null;
        }

        using var value = JsonDocument.ParseValue(ref json);
        return CocoId.Of(value.RootElement);
    }

    private static bool IsFilled(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType != JsonTokenType.StartArray && json.TokenType != JsonTokenType.StartObject) return false;
        var depth = json.CurrentDepth;
        json.Read();
        var isFilled = json.TokenType is not (JsonTokenType.EndArray or JsonTokenType.EndObject);
        while (json.CurrentDepth > depth) json.Read();
        return isFilled;
    }
}
