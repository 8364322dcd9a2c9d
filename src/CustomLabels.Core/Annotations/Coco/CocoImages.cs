using System;
using System.Collections.Generic;
using System.Text.Json;
using CustomLabels.Annotations.Content;

namespace CustomLabels.Annotations.Coco;

/// <summary>The images and categories of an instances file, which annotations name by ids. They are all that is held of a file of any size.</summary>
internal sealed class CocoImages
{
    private readonly Dictionary<long, int> _byId = [];
    private readonly Dictionary<string, int> _byText = new(StringComparer.Ordinal);
    private readonly Dictionary<long, string> _categories = [];
    private readonly Dictionary<string, string> _categoriesByText = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly List<(int Width, int Height, int Line)> _sizes = [];

    /// <summary>How many images there are.</summary>
    public int Count => _names.Count;

    /// <summary>The images' names, in the order of the file.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Their sizes, 0 for one that isn't stated, and lines.</summary>
    public IReadOnlyList<(int Width, int Height, int Line)> Sizes => _sizes;

    /// <summary>Reads them, and passes the annotations over.</summary>
    /// <param name="content">The file.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.AnnotationInvalid"/>.</exception>
    public static CocoImages Read(AnnotationContent content)
    {
        var images = new CocoImages();
        var hasImages = false;
        using var items = new JsonItemReader(content);
        while (items.Read())
        {
            hasImages |= items.Member == "images";
            if (items.IsListStart || items.Member is not ("images" or "categories")) continue;
            using var item = items.ParseItem();
            if (item.RootElement.ValueKind != JsonValueKind.Object) throw items.Bad($"an element of {items.Member} is no object");
            images.Add(item.RootElement, items);
        }

        return hasImages ? images : throw AnnotationErrors.InvalidAt(content.Path, line: null, "There is no list of images in it");
    }

    /// <summary>The place of an image in the list; null for an id that no image has.</summary>
    public int? IndexOf(CocoId id) => (id.Text is null ? _byId.TryGetValue(id.Number, out var index) : _byText.TryGetValue(id.Text, out index)) ? index : null;

    /// <summary>The name of a category; null for an id that none has.</summary>
    public string? Category(CocoId id) => (id.Text is null ? _categories.TryGetValue(id.Number, out var name) : _categoriesByText.TryGetValue(id.Text, out name)) ? name : null;

    private void Add(JsonElement item, JsonItemReader items)
    {
        try
        {
            if (items.Member == "images") AddImage(item, items);
            else AddCategory(item, items);
        }
        catch (InvalidOperationException e)
        {
            // A text that holds half a character.
            throw items.Bad(e.Message);
        }
    }

    private void AddImage(JsonElement item, JsonItemReader items)
    {
        var id = IdOf(item, "id", items);
        if (IndexOf(id) is not null) throw items.Bad($"two images have the id {id}");
        if (id.Text is null) _byId.Add(id.Number, Count);
        else _byText.Add(id.Text, Count);
        _names.Add(JsonText.Text(item, "file_name") ?? throw items.Bad($"the image {id} has no file_name"));
        _sizes.Add((JsonText.Pixels(item, "width") ?? 0, JsonText.Pixels(item, "height") ?? 0, (int)Math.Min(int.MaxValue, items.Line)));
    }

    private void AddCategory(JsonElement item, JsonItemReader items)
    {
        var id = IdOf(item, "id", items);
        if (Category(id) is not null) throw items.Bad($"two categories have the id {id}");
        var name = JsonText.Text(item, "name") is { Length: > 0 } text ? text : throw items.Bad($"the category {id} has no name");
        if (id.Text is null) _categories.Add(id.Number, name);
        else _categoriesByText.Add(id.Text, name);
    }

    private static CocoId IdOf(JsonElement item, string member, JsonItemReader items) =>
        JsonText.Member(item, member) is { } value && CocoId.Of(value) is { } id ? id : throw items.Bad($"{member} is neither a whole number nor a text");
}
