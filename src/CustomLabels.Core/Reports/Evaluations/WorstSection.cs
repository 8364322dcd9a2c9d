using System.IO;
using System.Linq;
using CustomLabels.Evaluation.Evidence;
using CustomLabels.Evaluation.Measuring;
using CustomLabels.Reports.Page;
using static System.FormattableString;

namespace CustomLabels.Reports.Evaluations;

/// <summary>Writes the pictures with the most mistakes, with what is there and what was found.</summary>
internal static class WorstSection
{
    private const int MostPictures = 24;
    private const double DefaultSide = 1000;

    /// <summary>Writes it.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="evidence">What figures were made of.</param>
    /// <param name="folder">The page's folder.</param>
    public static void Write(TextWriter output, EvaluationEvidence evidence, string folder)
    {
        var worst = ImageOutcomes.Of(evidence).Select((image, i) => (image, i)).Where(one => one.image.FalsePositives + one.image.FalseNegatives > 0)
            .OrderByDescending(one => one.image.FalsePositives + one.image.FalseNegatives).Take(MostPictures).ToArray();
        output.Write("<h2>The worst pictures</h2>\n");
        output.Write(worst.Length == 0 ? "<p>On no picture anything was wrong.</p>\n" : "<p>Green: found and there. Red: found and not there. Yellow, dashed: there and missed.</p>\n<div class=\"worst\">\n");
        foreach (var (image, i) in worst) Write(output, image, evidence.Images[i].Size, folder);
        if (worst.Length > 0) output.Write("</div>\n");
    }

    private static void Write(TextWriter output, ImageEvaluation image, (int Width, int Height)? size, string folder)
    {
        var (width, height) = size is var (w, h) ? (w, h) : (DefaultSide, DefaultSide);
        output.Write(Invariant($"<figure><svg viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{PageText.Of(image.ToString())}\">"));
        if (image.LiteralPath is { } path && PageLink.To(folder, path, Path.DirectorySeparatorChar == '\\') is { CanBeShown: true } link)
            output.Write(Invariant($"<image href=\"{PageText.Escaped(link.Address)}\" width=\"{width}\" height=\"{height}\" preserveAspectRatio=\"none\"/>"));
        foreach (var outcome in image.Outcomes)
        {
            if (outcome.BoundingBox is not { } box) continue;
            output.Write(Invariant($"<rect class=\"{Class(outcome.Kind)}\" x=\"{box.Left * width:0.#}\" y=\"{box.Top * height:0.#}\" width=\"{box.Width * width:0.#}\" height=\"{box.Height * height:0.#}\"><title>{PageText.Of(outcome.ToString())}</title></rect>"));
        }

        output.Write($"</svg><figcaption><h3><bdi>{PageText.Of(image.Image)}</bdi></h3><ul>");
        foreach (var outcome in image.Outcomes.Where(outcome => outcome.Kind != OutcomeKind.TruePositive)) output.Write($"<li>{Words(outcome)}</li>");
        output.Write("</ul></figcaption></figure>\n");
    }

    private static string Words(DetectionOutcome outcome) =>
        $"<bdi>{PageText.Of(outcome.Name)}</bdi> {(outcome.Kind == OutcomeKind.FalseNegative ? "missed" : outcome.Kind == OutcomeKind.FalsePositive ? "wrong" : "found")}{(outcome.Confidence is { } confidence ? Invariant($", {confidence:0.0}") : "")}";

    private static string Class(OutcomeKind kind) => kind == OutcomeKind.TruePositive ? "found" : kind == OutcomeKind.FalsePositive ? "mistaken" : "missed";
}
