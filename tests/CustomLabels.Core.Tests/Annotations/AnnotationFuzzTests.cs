using CustomLabels.Fuzz;
using CustomLabels.Fuzz.Annotations;
using Xunit;

namespace CustomLabels.Core.Tests.Annotations;

public sealed class AnnotationFuzzTests
{
    // Mono takes five times as long.
#if NET
    private const int Count = 10_000;
#else
    private const int Count = 5000;
#endif

    [Fact]
    public void Damaged_files_of_every_format_are_read_or_refused_with_the_modules_own_error()
    {
        var outcomes = Fuzzer.Run(new AnnotationsTarget(), Count, seed: 7);
        // Of each reader something gets through: what is refused by the first byte tests nothing.
        Assert.Superset(
            new System.Collections.Generic.HashSet<string> { "refused", "Coco: images", "Csv: images", "Cvat: images", "GroundTruth: images", "JsonLines: images", "LabelStudio: images", "Labelme: images", "PascalVoc: images", "YOLO labels" },
            new System.Collections.Generic.HashSet<string>(outcomes.Keys));
    }
}
