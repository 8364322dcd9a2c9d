using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace CustomLabels.Imaging.Fonts;

/// <summary>Finds the fonts of this machine as files: the native library knows of none where it has no font manager.</summary>
internal static class FontFolders
{
    private static readonly string[] Extensions = [".ttf", ".otf", ".ttc", ".otc"];

    // Upright letters of a usual weight first: a name in italics, or in letters of one width, looks like something else was meant.
    private static readonly string[] Unusual = ["MONO", "ITALIC", "OBLIQUE", "SERIF", "BOLD", "BLACK", "LIGHT", "THIN", "CONDENSED", "MATH", "SYMBOL", "LASTRESORT"];

    /// <summary>The files in the folders where this system has its fonts, those that are best for a tag first.</summary>
    public static IReadOnlyList<string> OfSystem() => Folders().SelectMany(Files).OrderBy(Rank).ThenBy(file => file, StringComparer.Ordinal).ToArray();

    /// <summary>The font files in a folder and below it.</summary>
    /// <param name="folder">The folder; one that isn't there has none.</param>
    public static IEnumerable<string> Files(string folder)
    {
        try
        {
            return Directory.Exists(folder)
                ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)).ToArray()
                : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that this account may not look into has no fonts for it.
            return [];
        }
    }

    /// <summary>Whether a font is made for emoji, by its file's name. It has digits too, for keys, which aren't meant for text.</summary>
    public static bool IsOfEmoji(string file) => NameOf(file).Contains("EMOJI");

    /// <summary>How far a font is from what a tag wants, by its file's name: 0 is best.</summary>
    public static int Rank(string file)
    {
        if (IsOfEmoji(file)) return int.MaxValue;
        var name = NameOf(file).Replace("SANSSERIF", "");
        return Unusual.Count(name.Contains);
    }

    private static string NameOf(string file) => Path.GetFileNameWithoutExtension(file).ToUpperInvariant();

    private static string[] Folders()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (Path.DirectorySeparatorChar == '\\')
        {
            var local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
            return [Environment.GetFolderPath(Environment.SpecialFolder.Fonts), Path.Combine(local, "Microsoft", "Windows", "Fonts")];
        }

        return
        [
            "/usr/share/fonts", "/usr/local/share/fonts", Path.Combine(home, ".local/share/fonts"), Path.Combine(home, ".fonts"),
            "/System/Library/Fonts", "/Library/Fonts", Path.Combine(home, "Library/Fonts"),
        ];
    }
}
