using CustomLabels.Coverage;
using Xunit;

namespace CustomLabels.Core.Tests.Evaluation;

/// <summary>Intervals and verdicts hold as often as they say. Prove has the same at its full size, within closer bounds.</summary>
public sealed class CoverageTests
{
    [Fact]
    public void The_formula_for_independent_things_covers_95_percent_in_the_mean()
    {
        var (mean, least) = WilsonProof.Of(100);
        Assert.InRange(mean, 0.945, 0.955);
        Assert.InRange(least, 0.92, 1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    public void Intervals_of_boxes_hold_where_boxes_of_a_picture_are_alike(double correlation)
    {
        var proof = CoverageProof.Run(correlation, seeds: 400);
        Assert.All(new[] { proof.Recall, proof.Precision, proof.F1 }, coverage => Assert.InRange(coverage, 0.92, 0.98));
        // What takes boxes for independent says too much.
        if (correlation > 0) Assert.InRange(proof.PlainRecall, 0, 0.88);
    }

    [Fact]
    public void Cross_validation_takes_the_optimism_out_of_chosen_thresholds()
    {
        var proof = CrossValidationProof.Run(seeds: 20);
        Assert.InRange(proof.CrossValidated, -0.03, 0.03);
        Assert.InRange(proof.Optimism, 0.03, 0.1);
    }

    [Fact]
    public void Equal_models_are_rarely_called_better_or_worse()
    {
        var proof = ComparisonProof.Run(ComparisonMetric.Ap50, seeds: 40);
        Assert.InRange(proof.Better + proof.Worse, 0, 0.2);
    }
}
