using CustomLabels.Fuzz;
using CustomLabels.Fuzz.Http;
using Xunit;

namespace CustomLabels.Local.Tests.Http;

/// <summary>A short run of <c>tests/Fuzz -- http</c>; a finding is an exception that shows the input.</summary>
public class FuzzTests
{
    [Fact]
    public void Broken_requests_break_nothing()
    {
        var target = new HttpTarget();
        var outcomes = Fuzzer.Run(target, count: 2_000, seed: 7);
        Assert.Single(target.End());

        // It does come as far as a signature, the JSON and the operation.
        Assert.All(new[] { "200", "400 BadRequestException", "400 InvalidSignatureException", "400 SerializationException", "400 ValidationException" }, outcome => Assert.True(outcomes[outcome] > 20, outcome));
    }
}
