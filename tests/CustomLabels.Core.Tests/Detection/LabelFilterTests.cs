using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Core.Tests.Detection.Journal;
using CustomLabels.Detection;
using Xunit;

namespace CustomLabels.Core.Tests.Detection;

/// <summary>A threshold for each label: one request, the whole answer in the journal, and what is left of it for the user.</summary>
public sealed class LabelFilterTests : IDisposable
{
    // It answers dent 71.5 and éA 60.
    private readonly JournalScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task Another_threshold_costs_nothing_on_a_journal_that_has_the_whole_answer()
    {
        var image = _scene.File_("a.jpg");
        var whole = await RunAsync(JournalScene.Ask(image) with { MinConfidence = 10 });
        var kept = await RunAsync(Filtered(image, ("dent", 71.5), others: 61));
        var less = await RunAsync(Filtered(image, ("dent", 72), others: 60));
        Assert.Equal(1, _scene.Sent);
        Assert.Equal(["dent", "éA"], whole.CustomLabels.Name);
        Assert.Equal(["dent"], kept.CustomLabels.Name);
        Assert.Equal(["éA"], less.CustomLabels.Name);
        // What was asked is what was sent, and the journal's lines are whole.
        Assert.Equal((10, true), (kept.MinConfidence, kept.FromJournal));
        Assert.Equal(2, Assert.Single(_scene.Import()).CustomLabels.Count);
    }

    [Fact]
    public async Task A_journal_that_asked_for_more_confidence_is_asked_again_and_keeps_the_least()
    {
        var image = _scene.File_("a.jpg");
        await RunAsync(JournalScene.Ask(image) with { MinConfidence = 70 });
        var kept = await RunAsync(Filtered(image, ("dent", 80), others: 60));
        Assert.Equal((2, 60), (_scene.Sent, kept.MinConfidence));
        Assert.Equal(["éA"], kept.CustomLabels.Name);
        Assert.Equal([70, 60], _scene.Import().Select(result => result.MinConfidence));
    }

    [Fact]
    public async Task A_journal_that_was_asked_for_so_many_only_is_asked_again()
    {
        var image = _scene.File_("a.jpg");
        await RunAsync(JournalScene.Ask(image) with { MinConfidence = 0, MaxResults = 1 });
        await RunAsync(Filtered(image, ("dent", 80), others: 60));
        Assert.Equal(2, _scene.Sent);
    }

    [Fact]
    public async Task So_many_are_counted_after_the_thresholds()
    {
        var request = Filtered(_scene.File_("a.jpg"), ("dent", 90), others: 50);
        var kept = await RunAsync(request with { Filter = request.Filter! with { MaxResults = 1 } });
        Assert.Equal(["éA"], kept.CustomLabels.Name);
        Assert.Equal(1, kept.MaxResults);
    }

    private static DetectionRequest Filtered(CustomLabels.Images.ImageSource image, (string Label, double Threshold) label, double others)
    {
        var filter = new LabelFilter(new Dictionary<string, double>(StringComparer.Ordinal) { [label.Label] = label.Threshold }, others, MaxResults: null);
        return JournalScene.Ask(image) with { MinConfidence = filter.LeastConfidence, Filter = filter };
    }

    private async Task<DetectionResult> RunAsync(DetectionRequest request)
    {
        using var journal = _scene.Open();
        return await LabelFilter.Around(journal.DetectAsync)(request, new LogLines(), CancellationToken.None);
    }
}
