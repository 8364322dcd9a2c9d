using System;
using System.Threading.Tasks;
using CustomLabels.Pictures;
using Xunit;

namespace CustomLabels.Core.Tests.Pictures;

public sealed class PictureRoomTests
{
    private readonly PictureRoom _room = new(100);

    [Fact]
    public async Task Who_finds_no_room_waits_until_there_is()
    {
        var first = _room.Enter(60);
        var second = Task.Run(() => _room.Enter(50));
        await UntilWaiting(1);

        first.ShrinkTo(50);

        using (await second) Assert.Equal(100, _room.Taken);
        first.Dispose();
        Assert.Equal(0, _room.Taken);
    }

    [Fact]
    public async Task A_large_picture_is_not_passed_by_small_ones()
    {
        var first = _room.Enter(60);
        var large = Task.Run(() => _room.Enter(90));
        await UntilWaiting(1);
        var small = Task.Run(() => _room.Enter(30));
        await UntilWaiting(2);

        first.Dispose();
        var place = await large;
        Assert.Equal((1, 90), (_room.Waiting, _room.Taken));

        place.Dispose();
        (await small).Dispose();
        Assert.Equal(0, _room.Taken);
    }

    [Fact]
    public async Task Many_at_once_never_take_more_than_there_is()
    {
        var most = 0L;
        var gate = new object();
        await Task.WhenAll(Array.ConvertAll(new long[40], _ => Task.Run(() =>
        {
            for (var i = 1; i <= 20; i++)
            {
                using var place = _room.Enter(i * 3);
                lock (gate) most = Math.Max(most, _room.Taken);
            }
        })));

        Assert.InRange(most, 3, 100);
        Assert.Equal(0, _room.Taken);
    }

    [Fact]
    public void Leaving_twice_gives_back_once()
    {
        var other = _room.Enter(10);
        var place = _room.Enter(10);
        place.Dispose();
        place.Dispose();

        Assert.Equal(10, _room.Taken);
        other.Dispose();
    }

    [Fact]
    public void What_never_fits_is_not_waited_for() => Assert.Throws<ArgumentOutOfRangeException>(() => _room.Enter(101));

    [Fact]
    public void The_process_has_some() => Assert.InRange(PictureRoom.OfThisProcess.Size, 256L << 20, long.MaxValue);

    private async Task UntilWaiting(int count)
    {
        while (_room.Waiting != count) await Task.Delay(1);
    }
}
