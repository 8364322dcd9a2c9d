using System.Collections.Generic;
using System.Linq;
using CustomLabels.Aws.Client;
using Xunit;

namespace CustomLabels.Aws.Tests;

public sealed class BodyMemoryTests
{
    private const int MegaByte = 1024 * 1024;

    [Fact]
    public void All_bodies_together_have_24_MB_and_one_that_has_no_room_gets_nothing()
    {
        var memory = new BodyMemory();
        var rented = Enumerable.Range(0, 12).Select(_ => memory.TryRent(2 * MegaByte)).ToList();
        Assert.All(rented, chunks => Assert.Equal(2 * MegaByte / BodyMemory.ChunkLength, chunks!.Length));

        Assert.Null(memory.TryRent(1));
        memory.Return(rented[0]!, reusable: true);
        Assert.NotNull(memory.TryRent((2 * MegaByte) - 1));
        Assert.Null(memory.TryRent(1));
    }

    [Fact]
    public void A_large_body_leaves_the_memory_to_the_others()
    {
        var memory = new BodyMemory();
        Assert.Equal(12, memory.TryRent(3 * MegaByte)!.Length);
        Assert.Null(memory.TryRent((3 * MegaByte) + 1));
    }

    [Fact]
    public void Chunks_are_used_again_but_not_those_that_somebody_may_still_read()
    {
        var memory = new BodyMemory();
        var first = memory.TryRent(BodyMemory.ChunkLength + 1)!;
        memory.Return(first, reusable: true);
        var second = memory.TryRent(BodyMemory.ChunkLength + 1)!;
        Assert.Equal(new HashSet<byte[]>(first), new HashSet<byte[]>(second));

        memory.Return(second, reusable: false);
        Assert.Empty(memory.TryRent(BodyMemory.ChunkLength + 1)!.Intersect(first));
    }
}
