using System.Linq;
using CustomLabels.Annotations.Content;
using CustomLabels.Annotations.Manifests.Datasets;
using Xunit;

namespace CustomLabels.Core.Tests.Annotations.Manifests;

/// <summary>Manifests of other projects, and what this module writes.</summary>
public sealed class GoldenManifestTests : System.IDisposable
{
    private readonly AnnotationScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [SharedFact("golden/11-formats-small/panlabel/tests/fixtures/sample_valid.sagemaker.manifest")]
    public void A_valid_manifest_of_another_project_has_no_error()
    {
        var result = Test(SharedFolder.PathOf("golden/11-formats-small/panlabel/tests/fixtures/sample_valid.sagemaker.manifest"));
        Assert.True(result.IsValid);
        Assert.Equal("AnnotationsMissing AttributeAnnotationsMissing FewImagesToSplit", string.Join(" ", result.Counts.Select(count => count.Rule).OrderBy(rule => rule.ToString(), System.StringComparer.Ordinal)));
        Assert.Equal("Would lose 1 of 2 lines silently. AWS's guide is not clear about 1 thing.", result.Summary);
    }

    [SharedFact("golden/10-formats-voc100/coco-v2/instances_v2.json")]
    public void A_manifest_that_is_exported_breaks_no_rule()
    {
        var images = _scene.Read(SharedFolder.PathOf("golden/10-formats-voc100/coco-v2/instances_v2.json"));
        var path = _scene.Export("voc.manifest", AnnotationFormat.GroundTruth, images).LiteralPath;
        var result = Test(path);
        Assert.True(result.IsValid, string.Join("\n", result.Findings));
        Assert.Equal((ManifestVerdict.WouldTrain, 100L), (result.Verdict, result.Training!.ValidLineCount));
        Assert.Equal(images.Sum(image => image.Labels.Count), result.Training.BoxCount);
    }

    private static ManifestTestResult Test(string path) => ManifestTester.Test(new AnnotationContent(path), testing: null, imageRoot: null, default);
}
