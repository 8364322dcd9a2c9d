using System;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Pictures;
using Xunit;

namespace CustomLabels.Core.Tests.Pictures;

public sealed class RoomTests
{
    [Fact]
    public async Task Who_finds_no_room_waits_until_enough_is_given_back()
    {
        var room = new Room(10);
        var first = await room.EnterAsync(6, CancellationToken.None);
        var second = room.EnterAsync(5, CancellationToken.None);
        Assert.False(second.IsCompleted);
        first.ShrinkTo(5);
        using var place = await second;
        Assert.False(room.EnterAsync(1, CancellationToken.None).IsCompleted);
        first.Dispose();
    }

    [Fact]
    public async Task Who_wants_more_than_there_is_is_let_in_alone()
    {
        var room = new Room(10);
        using var small = await room.EnterAsync(1, CancellationToken.None);
        var large = room.EnterAsync(50, CancellationToken.None);
        var next = room.EnterAsync(1, CancellationToken.None);
        // Nobody goes before who came first, or it would never be let in.
        Assert.False(large.IsCompleted || next.IsCompleted);
        small.Dispose();
        (await large).Dispose();
        (await next).Dispose();
    }

    [Fact]
    public async Task Who_gives_up_lets_those_behind_it_in()
    {
        var room = new Room(10);
        using var first = await room.EnterAsync(9, CancellationToken.None);
        using var cancellation = new CancellationTokenSource();
        var large = room.EnterAsync(5, cancellation.Token);
        var small = room.EnterAsync(1, CancellationToken.None);
        cancellation.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => large);
        (await small).Dispose();
    }

    [Fact]
    public async Task What_is_disposed_twice_is_given_back_once()
    {
        var room = new Room(2);
        var one = await room.EnterAsync(1, CancellationToken.None);
        using var other = await room.EnterAsync(1, CancellationToken.None);
        one.Dispose();
        one.Dispose();
        using var third = await room.EnterAsync(1, CancellationToken.None);
        Assert.False(room.EnterAsync(1, CancellationToken.None).IsCompleted);
    }
}
