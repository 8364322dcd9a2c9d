using System.Collections.Generic;
using System.IO;
using System.Linq;
using CustomLabels.Reports.Page;
using CustomLabels.Reports.Svg;
using static System.FormattableString;

namespace CustomLabels.Reports.Evaluations;

/// <summary>Writes the page of an evaluation: figures, labels with their curves, the matrix, and the worst pictures with what is there and what was found.</summary>
internal static class EvaluationReport
{
    // More points are no better to look at.
    private const int MostPoints = 500;

    private static readonly PageFrame Frame = new(["evaluation.css"], []);

    /// <summary>Writes it.</summary>
    /// <param name="path">Full path of the page.</param>
    /// <param name="evaluation">The evaluation.</param>
    /// <param name="replaces">Whether a page that is there is replaced.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.OutputExists"/> or <see cref="ErrorId.OutputWriteFailed"/>.</exception>
    public static void Write(string path, DetectionEvaluation evaluation, bool replaces)
    {
        using var files = new ReportOutput(path);
        files.Check(replaces);
        files.Writing(() =>
        {
            Directory.CreateDirectory(files.Staging);
            using (var output = files.CreatePage()) Write(output, evaluation, Path.GetDirectoryName(path) ?? "");
            files.Commit();
            return true;
        });
    }

    private static void Write(TextWriter output, DetectionEvaluation evaluation, string folder)
    {
        Frame.Begin(output, "How good the model is");
        output.Write("<main>\n<h1>How good the model is</h1>\n<dl class=\"figures\">");
        Figure(output, "Pictures", Invariant($"{evaluation.Images:N0}"));
        foreach (var (name, figure) in Figures(evaluation)) Figure(output, name, Text(figure));
        output.Write("</dl>\n");
        foreach (var warning in evaluation.Warnings) output.Write($"<p><strong>{PageText.Escaped(warning)}</strong></p>\n");
        WriteLabels(output, evaluation);
        WriteCurves(output, evaluation);
        if (evaluation.ConfusionMatrix is { } matrix) MatrixSection.Write(output, matrix);
        WorstSection.Write(output, evaluation.Evidence, folder);
        output.Write("<h2>How it was measured</h2>\n<ul>");
        foreach (var choice in evaluation.Choices) output.Write($"<li>{PageText.Escaped(choice)}</li>");
        output.Write("</ul>\n</main>\n");
        PageFrame.End(output);
    }

    private static IEnumerable<(string Name, double? Figure)> Figures(DetectionEvaluation e) =>
    [
        ("AP", e.Ap), ("AP50", e.Ap50), ("AP75", e.Ap75), ("AP small", e.ApSmall), ("AP medium", e.ApMedium), ("AP large", e.ApLarge), ("AR 1", e.Ar1), ("AR 10", e.Ar10), ("AR 100", e.Ar100), ("AR small", e.ArSmall),
        ("AR medium", e.ArMedium), ("AR large", e.ArLarge), ("Precision", e.MacroAverage.Precision), ("Recall", e.MacroAverage.Recall), ("F1", e.MacroAverage.F1),
    ];

    private static void Figure(TextWriter output, string name, string value) => output.Write($"<div><dt>{name}</dt><dd>{value}</dd></div>");

    private static void WriteLabels(TextWriter output, DetectionEvaluation evaluation)
    {
        string[] names = ["Truth", "Found", "Wrong", "Missed", "Precision", "Recall", "F1", "AP50", "Best threshold", "F1 with it", "F1 to expect"];
        output.Write("<h2>Labels</h2>\n<div class=\"wide\" role=\"region\" aria-label=\"Labels\" tabindex=\"0\"><table><thead><tr><th scope=\"col\">Label</th>");
        foreach (var name in names) output.Write($"<th scope=\"col\" class=\"number\">{name}</th>");
        output.Write("</tr></thead>\n<tbody>\n");
        foreach (var label in evaluation.Labels.Concat(evaluation.LabelsWithoutTruth))
        {
            string[] cells =
            [
                Invariant($"{label.Truth}"), Invariant($"{label.TruePositives}"), Invariant($"{label.FalsePositives}"), Invariant($"{label.FalseNegatives}"), Text(label.Precision, label.PrecisionInterval), Text(label.Recall, label.RecallInterval),
                Text(label.F1, label.F1Interval), Text(label.Ap50), label.BestThreshold is { } threshold ? Invariant($"{threshold:0.0}") : "-", Text(label.Best?.F1), Text(label.CrossValidated?.F1),
            ];
            output.Write($"<tr><th scope=\"row\"><bdi>{PageText.Of(label.Name)}</bdi></th>");
            foreach (var cell in cells) output.Write($"<td class=\"number\">{cell}</td>");
            output.Write("</tr>\n");
        }

        output.Write("</tbody></table></div>\n");
    }

    private static void WriteCurves(TextWriter output, DetectionEvaluation evaluation)
    {
        output.Write("<h2>Precision over recall</h2>\n<p>From the surest answers at the left to all of them at the right. The dot is the best threshold.</p>\n<div class=\"curves\">\n");
        foreach (var label in evaluation.Labels)
        {
            var curve = evaluation.Evidence.Labels.First(evidence => evidence.Name == label.Name).Curve;
            var (hits, points) = (0, new List<(double, double)>());
            for (var i = 0; i < curve.IsTrue.Length; i++)
            {
                if (curve.IsTrue[i]) hits++;
                if (i % (1 + (curve.IsTrue.Length / MostPoints)) == 0 || i == curve.IsTrue.Length - 1) points.Add(((double)hits / curve.Truth, (double)hits / (i + 1)));
            }

            output.Write($"<figure><figcaption><h3><bdi>{PageText.Of(label.Name)}</bdi></h3></figcaption>");
            PrecisionRecallChart.Write(output, points, label.Best is { Precision: { } precision, Recall: { } recall } ? (recall, precision) : null, $"Precision over recall of {label.Name}, average precision {Text(label.Ap)}");
            output.Write("</figure>\n");
        }

        output.Write("</div>\n");
    }

    private static string Text(double? figure, ConfidenceInterval? interval = null) => figure is not { } number ? "-" : Invariant($"{number:0.000}{(interval is null ? "" : $" <small>{interval}</small>")}");
}
