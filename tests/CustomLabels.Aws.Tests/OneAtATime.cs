using Xunit;

namespace CustomLabels.Aws.Tests;

/// <summary>Tests that change the process: they run after the others, one at a time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneAtATime
{
    public const string Name = nameof(OneAtATime);
}
