using System.IO;
using System.Linq;
using CustomLabels.Reports.Page;
using static System.FormattableString;

namespace CustomLabels.Reports.Detections;

/// <summary>Writes what failed, and what to do about it.</summary>
internal static class FailureSection
{
    /// <summary>Writes it; nothing where nothing failed.</summary>
    public static void Write(TextWriter output, RunTally run)
    {
        if (run.Failures.Count == 0) return;
        output.Write("<section aria-labelledby=\"failures\">\n<h2 id=\"failures\">What failed</h2>\n");
        foreach (var failure in run.Failures.OrderByDescending(failure => failure.Count))
        {
            output.Write(Invariant($"<article class=\"failure\"><h3>{failure.First.Id}: {failure.Count:N0} {(failure.Count == 1 ? "picture" : "pictures")}</h3>\n"));
            output.Write($"<p><bdi>{Text(failure.First.Message)}</bdi></p>\n<p><strong>What to do:</strong> <bdi>{Text(failure.First.RecommendedAction)}</bdi></p>\n");
            var more = failure.Count > failure.Names.Count ? Invariant($", and {failure.Count - failure.Names.Count:N0} more") : "";
            output.Write($"<p class=\"names\">{string.Join(", ", failure.Names.Select(name => $"<bdi>{PageText.Of(name)}</bdi>"))}{more}</p></article>\n");
        }

        output.Write("</section>\n");
    }

    // What is from outside in a message was made fit when it was written, and the whole may be longer than a name.
    private static string Text(string message) => PageText.Escaped(VisibleText.Whole(message));
}
