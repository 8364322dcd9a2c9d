using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CustomLabels.Pictures;
using SkiaSharp;

namespace CustomLabels.Imaging.Fonts;

/// <summary>The fonts that names are drawn with: for each letter the first one that has it. Those of the user, Inter, and those of the machine, which are looked at only for a
/// letter that the others lack.</summary>
/// <remarks>Never disposed: it lives as long as the process, as fonts that are in use by other threads can't be closed.</remarks>
internal sealed class FontSet
{
    // A collection of fonts with more would be a damaged one.
    private const int MostInCollection = 64;
    private const int FirstEmoji = 0x1F000;

    private readonly object _gate = new();
    private readonly List<SKTypeface> _opened = [];
    private readonly List<SKTypeface> _emoji = [];
    private readonly Queue<string> _waiting;
    private readonly Dictionary<int, SKTypeface?> _known = [];

    /// <param name="first">Files of fonts that come before all others.</param>
    /// <param name="rest">Files of fonts that are opened for letters that the others lack.</param>
    public FontSet(IEnumerable<string> first, IEnumerable<string> rest)
    {
        foreach (var file in first) Open(file);
        HasOwn = _opened.Count + _emoji.Count > 0;
        _opened.Add(Fallback = Inter());
        _waiting = new Queue<string>(rest);
    }

    /// <summary>Whether any of the fonts that come first is one.</summary>
    public bool HasOwn { get; }

    /// <summary>The font whose box stands for a letter that no font has.</summary>
    public SKTypeface Fallback { get; }

    /// <summary>The fonts of a user's file or folder, before those of the machine.</summary>
    /// <param name="path">Full path; null for none.</param>
    /// <exception cref="CustomLabelsException">There is no font.</exception>
    public static FontSet Of(string? path)
    {
        string[] first = path is null ? [] : Directory.Exists(path) ? FontFolders.Files(path).OrderBy(FontFolders.Rank).ThenBy(file => file, StringComparer.Ordinal).ToArray() : [path];
        var fonts = new FontSet(first, FontFolders.OfSystem());
        return path is null || fonts.HasOwn ? fonts : throw new CustomLabelsException(PictureErrors.FontInvalid(path));
    }

    /// <summary>The first font that has a letter; null where none has.</summary>
    /// <param name="code">The letter's code point.</param>
    public SKTypeface? For(int code)
    {
        lock (_gate)
        {
            if (!_known.TryGetValue(code, out var font)) _known.Add(code, font = Find(code));
            return font;
        }
    }

    /// <summary>Whether a font has a letter.</summary>
    public static bool Has(SKTypeface typeface, int code)
    {
        using var font = new SKFont(typeface);
        return font.ContainsGlyph(code);
    }

    private static SKTypeface Inter()
    {
        using var stream = typeof(FontSet).Assembly.GetManifestResourceStream("Inter.ttf")!;
        using var data = SKData.Create(stream);
        return SKTypeface.FromData(data);
    }

    private SKTypeface? Find(int code)
    {
        // Many fonts have emoji as plain outlines; one that is made for them has them in colours.
        if (code >= FirstEmoji && FindEmoji(code) is { } emoji) return emoji;
        var font = _opened.Find(opened => Has(opened, code));
        while (font is null && _waiting.Count > 0)
        {
            var before = _opened.Count;
            Open(_waiting.Dequeue());
            font = _opened.Skip(before).FirstOrDefault(opened => Has(opened, code));
        }

        return font ?? _emoji.Find(opened => Has(opened, code));
    }

    private SKTypeface? FindEmoji(int code)
    {
        var files = _waiting.ToArray();
        _waiting.Clear();
        foreach (var file in files)
        {
            if (FontFolders.IsOfEmoji(file)) Open(file);
            else _waiting.Enqueue(file);
        }

        return _emoji.Find(opened => Has(opened, code));
    }

    private void Open(string file)
    {
        for (var i = 0; i < MostInCollection && SKTypeface.FromFile(file, i) is { } font; i++)
        {
            (FontFolders.IsOfEmoji(file) ? _emoji : _opened).Add(font);
            // A collection's extension ends so; any other file has one font.
            if (!file.EndsWith("c", StringComparison.OrdinalIgnoreCase)) break;
        }
    }
}
