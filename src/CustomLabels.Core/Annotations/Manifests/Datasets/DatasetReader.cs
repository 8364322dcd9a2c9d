using System;
using System.IO;
using System.Linq;
using System.Threading;
using CustomLabels.Annotations.Content;
using CustomLabels.Annotations.Manifests.Lines;

namespace CustomLabels.Annotations.Manifests.Datasets;

/// <summary>Tests the lines of a manifest one after the other.</summary>
/// <param name="content">The manifest.</param>
/// <param name="findings">Told what is wrong.</param>
/// <param name="isTesting">Whether it is the testing manifest.</param>
internal sealed class DatasetReader(AnnotationContent content, FindingList findings, bool isTesting)
{
    /// <summary>Lines behind this one are counted only: no manifest of so many is taken, and no memory is held for them.</summary>
    public const int TestedLines = 500_000;

    private readonly DatasetTotals _totals = new(content.Path);
    private readonly ClassMapLabels _classMaps = new();
    private string? _bucket;
    private (string Name, int Line)? _otherBucket;

    /// <summary>Tests the file and its lines.</summary>
    /// <param name="rules">Rules for lines, beside those that need the line only.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.AnnotationUnreadable"/>.</exception>
    public Dataset Read(ILineRule[] rules, CancellationToken cancellationToken)
    {
        try
        {
            using var stream = content.Open();
            var isText = FileRules.Check(content.Path, stream, findings);
            if (isText) ReadLines(new ManifestLines(stream), new LineTester([_classMaps, .. rules]), cancellationToken);
            return new Dataset(_totals, _bucket, _otherBucket, _classMaps.Names, isTesting) { IsRead = isText };
        }
        catch (IOException e)
        {
            throw new CustomLabelsException(AnnotationErrors.Unreadable(content.Path, e.Message), e);
        }
    }

    private void ReadLines(ManifestLines lines, LineTester tester, CancellationToken cancellationToken)
    {
        var number = 0;
        while (number < TestedLines && lines.TryRead(out var raw))
        {
            cancellationToken.ThrowIfCancellationRequested();
            number++;
            var (found, line) = tester.Test(raw, number);
            foreach (var (rule, message) in found.All) findings.Add(content.Path, number, rule, message);
            Count(found, line);
        }

        _totals.Lines = number;
        while (number == TestedLines && lines.TrySkip())
        {
            cancellationToken.ThrowIfCancellationRequested();
            _totals.Lines++;
        }
    }

    private void Count(LineFindings found, TestedLine? line)
    {
        if (line?.Content.Bucket is { } bucket)
        {
            _bucket ??= bucket;
            if (_otherBucket is null && bucket != _bucket) _otherBucket = (bucket, line.Number);
        }

        if (found.IsInvalid || line is null) _totals.AddInvalid();
        else if (found.IsIgnored) _totals.AddIgnored();
        else _totals.Add(line.UsableLabels, found.LostBoxes, found.All.Count(finding => RuleCatalogue.Of(finding.Rule).Loss == RuleLoss.Attribute));
    }
}
