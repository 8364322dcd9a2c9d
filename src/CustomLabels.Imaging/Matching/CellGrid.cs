using System;
using CustomLabels.Pictures;

namespace CustomLabels.Imaging.Matching;

/// <summary>Means of a picture's cells, exact to a part of a pixel: a pixel on the border of two cells counts in both, by how much of it lies in each.</summary>
internal sealed class CellGrid
{
    private const int Colors = PictureFingerprint.Cells / PictureFingerprint.ColorCells;

    private readonly int _height;
    private readonly (int First, float Part)[] _columns;
    private readonly float[] _row = new float[PictureFingerprint.Cells * 3];
    private readonly double[] _sums = new double[PictureFingerprint.Cells * PictureFingerprint.Cells * 3];
    private readonly double _cellArea;

    /// <summary>A grid over a picture.</summary>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    public CellGrid(int width, int height)
    {
        _height = height;
        _cellArea = (double)width * height / (PictureFingerprint.Cells * PictureFingerprint.Cells);
        _columns = new (int, float)[width];
        for (var x = 0; x < width; x++) _columns[x] = Share(x, width);
    }

    /// <summary>Adds a row of pixels.</summary>
    /// <param name="y">Which.</param>
    /// <param name="rgba">Its pixels.</param>
    public void AddRow(int y, ReadOnlySpan<byte> rgba)
    {
        Array.Clear(_row, 0, _row.Length);
        for (var x = 0; x < _columns.Length; x++)
        {
            float red = rgba[4 * x], green = rgba[(4 * x) + 1], blue = rgba[(4 * x) + 2];
            // ITU-R BT.601, as in JPEG.
            var luma = (0.299f * red) + (0.587f * green) + (0.114f * blue);
            var (first, part) = _columns[x];
            Add(first, part, luma, blue - luma, red - luma);
            if (part < 1) Add(first + 1, 1 - part, luma, blue - luma, red - luma);
        }

        var (row, share) = Share(y, _height);
        AddTo(row, share);
        if (share < 1) AddTo(row + 1, 1 - share);
    }

    /// <summary>The means, as a fingerprint has them.</summary>
    public ushort[] Means()
    {
        var means = new ushort[PictureFingerprint.Length];
        const int Cells = PictureFingerprint.Cells;
        const int ColorCells = PictureFingerprint.ColorCells;
        var colors = new double[2 * ColorCells * ColorCells];
        for (var row = 0; row < Cells; row++)
        {
            for (var column = 0; column < Cells; column++)
            {
                var at = 3 * ((row * Cells) + column);
                means[(row * Cells) + column] = Fixed(_sums[at] / _cellArea);
                var color = (row / Colors * ColorCells) + (column / Colors);
                colors[color] += _sums[at + 1];
                colors[(ColorCells * ColorCells) + color] += _sums[at + 2];
            }
        }

        for (var i = 0; i < colors.Length; i++) means[(Cells * Cells) + i] = Fixed(128 + (colors[i] / (_cellArea * Colors * Colors) / 2));
        return means;
    }

    // A picture of fewer pixels than cells would have some of them empty: it is smaller than the service takes.
    private static (int First, float Part) Share(int place, int count)
    {
        var (from, to) = ((double)place * PictureFingerprint.Cells / count, (double)(place + 1) * PictureFingerprint.Cells / count);
        var first = Math.Min((int)from, PictureFingerprint.Cells - 1);
        var border = first + 1d;
        return to <= border || first == PictureFingerprint.Cells - 1 ? (first, 1) : (first, (float)((border - from) / (to - from)));
    }

    private static ushort Fixed(double level) => (ushort)Math.Max(0, Math.Min(ushort.MaxValue, Math.Round(level * 256)));

    private void Add(int cell, float part, float luma, float blue, float red)
    {
        _row[3 * cell] += part * luma;
        _row[(3 * cell) + 1] += part * blue;
        _row[(3 * cell) + 2] += part * red;
    }

    private void AddTo(int row, double share)
    {
        var at = row * _row.Length;
        for (var i = 0; i < _row.Length; i++) _sums[at + i] += share * _row[i];
    }
}
