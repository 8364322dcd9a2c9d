using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using CustomLabels.Pictures;
using CustomLabels.Tests;
using Xunit;

namespace CustomLabels.Core.Tests.Pictures;

public sealed class PictureQueueTests
{
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(60);

    [Fact]
    public void Pictures_come_out_in_the_order_in_which_they_came_though_the_first_ends_last()
    {
        using var folder = new TemporaryFolder();
        using var second = new ManualResetEventSlim();
        using var queue = new PictureQueue(2, replaces: false);
        queue.Add(Job(folder, "1", () => Assert.True(second.Wait(Hang))));
        queue.Add(Job(folder, "2", second.Set));
        Assert.True(queue.IsFull);
        Assert.Equal(["1", "2"], Drain(queue).Select(job => job.Source));
        Assert.True(queue.IsEmpty);
        Assert.Equal(2, Directory.GetFiles(folder.Path).Length);
    }

    [Fact]
    public void A_picture_that_fails_is_taken_out_as_the_others_are()
    {
        using var folder = new TemporaryFolder();
        using var queue = new PictureQueue(2, replaces: false);
        queue.Add(Job(folder, "1", () => throw new CustomLabelsException(PictureErrors.Missing())));
        queue.Add(Job(folder, "2", () => { }));
        Assert.True(queue.TryTake(Hang, out _, out var work));
        Assert.IsType<CustomLabelsException>(work.Exception!.InnerException);
        Assert.Single(Drain(queue));
    }

    [Fact]
    public void What_is_under_way_when_it_is_stopped_writes_nothing_any_more()
    {
        using var folder = new TemporaryFolder();
        using var begun = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        var queue = new PictureQueue(1, replaces: false);
        queue.Add(Job(folder, "1", () =>
        {
            begun.Set();
            Assert.True(go.Wait(Hang));
        }));
        Assert.True(begun.Wait(Hang));
        queue.Stop();
        go.Set();
        queue.Dispose();
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    private static PictureJob Job(TemporaryFolder folder, string name, Action work) => new(name, [folder.PathOf(name)], () =>
    {
        work();
        return new DrawnPicture([new MemoryStream([1])], IsIncomplete: false);
    });

    private static List<PictureJob> Drain(PictureQueue queue)
    {
        var done = new List<PictureJob>();
        while (!queue.IsEmpty && queue.TryTake(Hang, out var job, out _)) done.Add(job);
        return done;
    }
}
