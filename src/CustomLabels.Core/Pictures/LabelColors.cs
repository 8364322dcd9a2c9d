using System.Collections.Generic;
using CustomLabels.Annotations.Content;

namespace CustomLabels.Pictures;

/// <summary>A colour for each label, by its name alone: the same in every picture, run and machine.</summary>
/// <param name="chosen">Colours that the user chose, by label; <see cref="Rest"/> stands for labels that are not in it.</param>
internal sealed class LabelColors(IReadOnlyDictionary<string, PictureColor> chosen)
{
    /// <summary>Stands for every label that has no colour of its own.</summary>
    public const string Rest = "*";

    // Colours that people with each kind of colour blindness can tell: M. Okabe and K. Ito, "Color Universal Design", 2008. Black is left out: it is no colour on a dark part.
    private static readonly PictureColor[] Hues =
    [
        new(230, 159, 0), new(86, 180, 233), new(0, 158, 115), new(240, 228, 66), new(0, 114, 178), new(213, 94, 0), new(204, 121, 167),
    ];

    // Lightness is told apart by everybody: it makes three colours of each.
    private static readonly (PictureColor To, double Share)[] Steps = [(PictureColor.White, 0), (PictureColor.White, 0.45), (PictureColor.Black, 0.4)];

    /// <summary>The colour of a label.</summary>
    public PictureColor this[string label] => chosen.TryGetValue(label, out var own) || chosen.TryGetValue(Rest, out own) ? own : Of(label);

    private static PictureColor Of(string label)
    {
        var hash = NameHash.Of(label);
        var (to, share) = Steps[(int)(hash / (ulong)Hues.Length % (ulong)Steps.Length)];
        return Hues[(int)(hash % (ulong)Hues.Length)].Mix(to, share);
    }
}
