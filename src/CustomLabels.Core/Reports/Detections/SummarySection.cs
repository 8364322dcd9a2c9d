using System;
using System.Globalization;
using System.IO;
using System.Linq;
using CustomLabels.Arns;
using CustomLabels.Models;
using CustomLabels.Reports.Page;
using static System.FormattableString;

namespace CustomLabels.Reports.Detections;

/// <summary>Writes what the run came to.</summary>
internal static class SummarySection
{
    private const int MostModels = 5;

    // A longer time is rarely that of one run.
    private static readonly TimeSpan MostRun = TimeSpan.FromHours(24);

    // Less is shown as nothing, which it is not.
    private const decimal LeastCost = 0.01m;

    /// <summary>Writes it.</summary>
    public static void Write(TextWriter output, RunTally run, GroundTruthIndex? truth)
    {
        output.Write("<dl class=\"figures\">\n");
        Figure(output, "Pictures", Number(run.Count), run.JournalCount > 0 ? $"{Number(run.JournalCount)} from a journal" : "");
        Figure(output, "With labels", Number(run.LabelledCount), $"{Number(run.Count - run.LabelledCount - run.FailedCount)} without");
        Figure(output, "Labels", Number(run.LabelCount), "");
        if (run.ResultCount > 0) Figure(output, "Failed", Number(run.FailedCount), "");
        if (truth is not null) Figure(output, "With ground truth", Number(run.TruthCount), truth.UnusedCount > 0 ? $"{Number(truth.UnusedCount)} more are not among these pictures" : "");
        output.Write("</dl>\n<dl class=\"facts\">\n");
        WriteFacts(output, run);
        output.Write("</dl>\n");
    }

    private static void WriteFacts(TextWriter output, RunTally run)
    {
        foreach (var model in run.Models.Take(MostModels)) Fact(output, "Model", ModelName(model));
        if (run.Models.Count > MostModels) Fact(output, "Models", $"{Number(run.Models.Count - MostModels)} more");
        if (run.ResultCount > 0) Fact(output, "Confidence asked for", Asked(run));
        if (run.Span is not { } span) return;
        Fact(output, "Time", Invariant($"{span.From:yyyy-MM-dd HH:mm:ss} to {span.To:yyyy-MM-dd HH:mm:ss} UTC, {Duration(span.To - span.From)}"));
        // Of a journal's answers nobody knows how long the model ran in between.
        if (run.JournalCount > 0 || span.To - span.From > MostRun) return;
        var cost = Prices.OfUnitHour(given: null) * (decimal)(span.To - span.From).TotalHours;
        if (cost >= LeastCost) Fact(output, "Cost", Invariant($"about {cost:0.00} USD for each inference unit that ran in this time, at {Prices.OfUnitHour(given: null):0.00} USD an hour; prices differ by region"));
    }

    private static string Asked(RunTally run)
    {
        var texts = run.AskedConfidences.Select(asked => Invariant($"{asked:0.##} or more")).ToList();
        if (run.OwnThresholdCount > 0) texts.Add("the model's own thresholds");
        return string.Join("; ", texts.Take(MostModels)) + (texts.Count > MostModels ? "; …" : "");
    }

    private static string ModelName(string arn) => ProjectVersionArn.TryParse(arn) is { } parsed ? $"{parsed.ProjectName}/{parsed.VersionName} ({arn})" : arn;

    private static string Duration(TimeSpan time) => time.TotalHours >= 1 ? Invariant($"{(int)time.TotalHours} h {time.Minutes} min")
        : time.TotalMinutes >= 1 ? Invariant($"{time.Minutes} min {time.Seconds} s")
        : Invariant($"{time.TotalSeconds:0.0} s");

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static void Figure(TextWriter output, string name, string value, string note)
    {
        var small = note.Length > 0 ? $"<small>{PageText.Of(note)}</small>" : "";
        output.Write($"<div><dt>{name}</dt><dd>{value}{small}</dd></div>\n");
    }

    private static void Fact(TextWriter output, string name, string value) => output.Write($"<div><dt>{name}</dt><dd><bdi>{PageText.Escaped(VisibleText.Whole(VisibleText.Cut(value, ProjectVersionArn.MaxLength)))}</bdi></dd></div>\n");
}
