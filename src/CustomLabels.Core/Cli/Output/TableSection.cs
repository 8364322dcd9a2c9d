using System;
using System.Collections.Generic;
using System.Linq;

namespace CustomLabels.Cli.Output;

/// <summary>A title, and rows of one number of columns, somewhere in the CLI's table.</summary>
/// <param name="title">The title.</param>
/// <param name="depth">How deep it is nested: so many bars at each side.</param>
internal sealed class TableSection(string title, int depth)
{
    private const int Padding = 4;
    private int[] _widths = [];

    /// <summary>The title.</summary>
    public string Title => title;

    /// <summary>How deep it is nested.</summary>
    public int Depth => depth;

    /// <summary>The columns' names; empty without any.</summary>
    public IReadOnlyList<string> Headers { get; private set; } = [];

    /// <summary>The rows.</summary>
    public List<IReadOnlyList<string>> Rows { get; } = [];

    /// <summary>Columns that it needs, bars included.</summary>
    public int TotalWidth => Math.Max(DisplayWidth.Of(title), _widths.Sum(width => width + Padding)) + 2 + (2 * depth);

    /// <summary>Names the columns.</summary>
    public void AddHeaders(IReadOnlyList<string> headers)
    {
        Headers = headers;
        Widen(headers);
    }

    /// <summary>Adds a row.</summary>
    public void AddRow(IReadOnlyList<string> row)
    {
        Rows.Add(row);
        Widen(row);
    }

    /// <summary>One name and value below the other, where there is one row with named columns.</summary>
    public TableSection Upright()
    {
        if (Rows.Count != 1 || Headers.Count == 0) return this;
        var upright = new TableSection(title, depth);
        for (var i = 0; i < Headers.Count; i++) upright.AddRow([Headers[i], Rows[0][i]]);
        return upright;
    }

    /// <summary>The columns' widths, stretched to a width together: each by its share, and what is left over by one a column.</summary>
    public IReadOnlyList<int> WidthsWithin(int width)
    {
        var widths = _widths.Select(own => own + Padding).ToArray();
        if (widths.Length == 0) return widths;
        // In this order: the CLI rounds the share first, which decides a column's last digit.
        var share = width / (double)widths.Sum();
        for (var i = 0; i < widths.Length; i++) widths[i] = (int)Math.Round(share * widths[i], MidpointRounding.ToEven);
        var excess = widths.Sum() - width;
        for (var i = 0; excess > 0; i = (i + 1) % widths.Length, excess--) widths[i]--;
        for (var i = widths.Length - 1; excess < 0; i = (i + widths.Length - 1) % widths.Length, excess++) widths[i]++;
        return widths;
    }

    private void Widen(IReadOnlyList<string> cells)
    {
        if (_widths.Length == 0) _widths = new int[cells.Count];
        for (var i = 0; i < cells.Count; i++) _widths[i] = Math.Max(_widths[i], DisplayWidth.Of(cells[i]));
    }
}
