using System.Collections.Generic;
using CustomLabels.Fuzz;
using CustomLabels.Fuzz.Manifests;
using Xunit;

namespace CustomLabels.Core.Tests.Annotations.Manifests;

public sealed class ManifestFuzzTests
{
    [Fact]
    public void A_damaged_manifest_has_findings_and_is_no_error()
    {
        var outcomes = Fuzzer.Run(new ManifestsTarget(), 2000, seed: 7);
        // Each verdict is given: what is refused by its first byte tests nothing.
        Assert.Equal(new HashSet<string> { "WouldTrain", "WouldLoseData", "WouldBeRefused" }, new HashSet<string>(outcomes.Keys));
    }
}
