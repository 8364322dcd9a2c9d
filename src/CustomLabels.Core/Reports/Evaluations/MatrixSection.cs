using System.IO;
using CustomLabels.Reports.Page;
using static System.FormattableString;

namespace CustomLabels.Reports.Evaluations;

/// <summary>Writes the matrix: which label was taken for which.</summary>
internal static class MatrixSection
{
    // A larger table is no more to be read.
    private const int MostLabels = 40;

    /// <summary>Writes it.</summary>
    public static void Write(TextWriter output, ConfusionMatrix matrix)
    {
        output.Write("<h2>Which label was taken for which</h2>\n<p>Rows are what is there, columns what was found. The last row is what was found where nothing is, the last column what was missed.</p>\n");
        if (matrix.Labels.Count > MostLabels)
        {
            output.Write("<table><thead><tr><th scope=\"col\">There</th><th scope=\"col\">Found</th><th scope=\"col\" class=\"number\">Times</th></tr></thead>\n<tbody>\n");
            foreach (var cell in matrix.Cells)
            {
                if (cell.Truth != cell.Found) output.Write(Invariant($"<tr><td><bdi>{Name(cell.Truth)}</bdi></td><td><bdi>{Name(cell.Found)}</bdi></td><td class=\"number\">{cell.Count}</td></tr>\n"));
            }

            output.Write("</tbody></table>\n");
            return;
        }

        output.Write("<div class=\"wide\" role=\"region\" aria-label=\"Which label was taken for which\" tabindex=\"0\"><table class=\"matrix\"><thead><tr><td></td>");
        for (var column = 0; column <= matrix.Labels.Count; column++) output.Write($"<th scope=\"col\"><bdi>{Name(NameOf(matrix, column))}</bdi></th>");
        output.Write("</tr></thead>\n<tbody>\n");
        for (var row = 0; row <= matrix.Labels.Count; row++)
        {
            output.Write($"<tr><th scope=\"row\"><bdi>{Name(NameOf(matrix, row))}</bdi></th>");
            for (var column = 0; column <= matrix.Labels.Count; column++)
            {
                var count = matrix.Count(NameOf(matrix, row), NameOf(matrix, column));
                output.Write(Invariant($"<td class=\"{(count == 0 ? "none" : row == column ? "right" : "wrong")}\">{(count == 0 ? "" : count)}</td>"));
            }

            output.Write("</tr>\n");
        }

        output.Write("</tbody></table></div>\n");
    }

    private static string? NameOf(ConfusionMatrix matrix, int place) => place < matrix.Labels.Count ? matrix.Labels[place] : null;

    private static string Name(string? label) => label is null ? "(nothing)" : PageText.Of(label);
}
