using Xunit;

namespace CustomLabels.Tests;

/// <summary>Tests that change the process, or measure it: they run after the others, one at a time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneAtATime
{
    public const string Name = nameof(OneAtATime);
}
