using System;
using System.Collections.Generic;
using System.Text.Json;
using CustomLabels.Annotations.Content;

namespace CustomLabels.Annotations.Coco;

/// <summary>The images and categories of an instances file, which annotations name by ids. They are all that is held of a file of any size.</summary>
internal sealed class CocoImages
{
    private readonly CocoIds _ids = new();
    private readonly CocoNames _names = new();
    private readonly List<(int Width, int Height, int Line)> _sizes = [];
    private readonly Dictionary<CocoId, int> _categoryIds = [];
    private readonly List<string> _categories = [];

    /// <summary>How many images there are.</summary>
    public int Count => _sizes.Count;

    /// <summary>The images' names, in the order of the file.</summary>
    public CocoNames Names => _names;

    /// <summary>Their sizes, 0 for one that isn't stated, and lines.</summary>
    public IReadOnlyList<(int Width, int Height, int Line)> Sizes => _sizes;

    /// <summary>The categories' names.</summary>
    public IReadOnlyList<string> Categories => _categories;

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

        if (!hasImages) throw AnnotationErrors.InvalidAt(content.Path, line: null, "There is no list of images in it");
        return images._ids.Sort() is var (id, place) ? throw AnnotationErrors.InvalidAt(content.Path, images._sizes[place].Line, FormattableString.Invariant($"two images have the id {id}")) : images;
    }

    /// <summary>The place of an image in the list; null for an id that no image has.</summary>
    public int? IndexOf(CocoId id) => _ids.PlaceOf(id);

    /// <summary>The id of the image at a place; null for one that is a text.</summary>
    public long? NumberOf(int index) => _ids.NumberOf(index);

    /// <summary>The place of a category in the list; null for an id that none has.</summary>
    public int? CategoryOf(CocoId id) => _categoryIds.TryGetValue(id, out var category) ? category : null;

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
        var id = IdOf(item, items);
        if (!_ids.Add(id, Count)) throw items.Bad($"two images have the id {id}");
        _names.Add(JsonText.Text(item, "file_name") is { Length: > 0 } name ? name : throw items.Bad($"the image {id} has no file_name"));
        _sizes.Add((JsonText.Pixels(item, "width") ?? 0, JsonText.Pixels(item, "height") ?? 0, (int)Math.Min(int.MaxValue, items.Line)));
    }

    private void AddCategory(JsonElement item, JsonItemReader items)
    {
        var id = IdOf(item, items);
        if (_categoryIds.ContainsKey(id)) throw items.Bad($"two categories have the id {id}");
        _categoryIds.Add(id, _categories.Count);
        _categories.Add(JsonText.Text(item, "name") is { Length: > 0 } text ? text : throw items.Bad($"the category {id} has no name"));
    }

    private static CocoId IdOf(JsonElement item, JsonItemReader items) =>
        JsonText.Member(item, "id") is { } value && CocoId.Of(value) is { } id ? id : throw items.Bad("id is neither a whole number nor a text");
}
