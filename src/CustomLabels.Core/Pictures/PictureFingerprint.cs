using System;
using System.Collections.Generic;

namespace CustomLabels.Pictures;

/// <summary>A picture as means of brightness and colour over the cells of a grid, upright.</summary>
/// <remarks>
/// In 256ths of a level, because pictures of a line that moves are nearly alike: a shift by two pixels of four thousand changes the cells at its edges by a level or two, and encoding a picture again
/// changes them by a tenth of one.
/// </remarks>
internal sealed class PictureFingerprint
{
    /// <summary>Cells a side for brightness.</summary>
    public const int Cells = 64;

    /// <summary>Cells a side for each of the two colour differences.</summary>
    public const int ColorCells = 16;

    /// <summary>How many values there are: brightness row by row, then blue against brightness, then red against brightness.</summary>
    public const int Length = (Cells * Cells) + (2 * ColorCells * ColorCells);

    // Levels of 255; tests/Bench/Pictures prints what they come to.
    private const double FarthestCopy = 0.75;
    private const double LeastMargin = 1.5;

    // A copy's sides are whole pixels: its ratio is a little off.
    private const double RatioTolerance = 0.02;

    private readonly ushort[] _means;
    private readonly double _ratio;

    /// <summary>A fingerprint.</summary>
    /// <param name="means">The cells' means, in 256ths of a level; colour differences are moved up by 128 levels.</param>
    /// <param name="width">The picture's width.</param>
    /// <param name="height">The picture's height.</param>
    public PictureFingerprint(ushort[] means, int width, int height)
    {
        if (means.Length != Length) throw new ArgumentException("A fingerprint has another length.", nameof(means));
        _means = means;
        _ratio = (double)width / height;
    }

    /// <summary>How far two pictures are apart, in levels: 0 for the same cells. The cells that differ most count most, as where something has moved.</summary>
    /// <param name="other">The other one.</param>
    /// <returns>Infinity for pictures of another shape.</returns>
    public double DistanceTo(PictureFingerprint other)
    {
        if (Math.Abs(_ratio - other._ratio) > _ratio * RatioTolerance) return double.PositiveInfinity;
        var sum = 0d;
        for (var i = 0; i < Length; i++)
        {
            double difference = _means[i] - other._means[i];
            var square = difference * difference;
            sum += square * square;
        }

        return Math.Sqrt(Math.Sqrt(sum / Length)) / 256;
    }

    /// <summary>Which of several pictures this is a copy of.</summary>
    /// <param name="pictures">The pictures; null for those that can't be decoded.</param>
    /// <returns>Its place; -1 where none is near, and where a second one is not clearly farther away than the nearest.</returns>
    public int FindIn(IReadOnlyList<PictureFingerprint?> pictures)
    {
        var (nearest, next, place) = (double.PositiveInfinity, double.PositiveInfinity, -1);
        for (var i = 0; i < pictures.Count; i++)
        {
            if (pictures[i] is not { } picture) continue;
            var distance = DistanceTo(picture);
            if (distance < nearest) (next, nearest, place) = (nearest, distance, i);
            else if (distance < next) next = distance;
        }

        return nearest <= FarthestCopy && next > nearest * LeastMargin ? place : -1;
    }
}
