using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Leases;
using CustomLabels.Time;
using Xunit;

namespace CustomLabels.Core.Tests.Leases;

public sealed class LeaseLockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly LeaseStore _store;

    public LeaseLockTests() => _store = LeaseStore.Open(_folder.PathOf("leases"), new SystemClock());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Of_twenty_threads_one_has_it_at_a_time_and_each_gets_it()
    {
        var inside = 0;
        var count = 0;
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(async () =>
        {
            using var held = await _store.LockAsync(LeaseScene.Place, CancellationToken.None);
            Assert.Equal(1, Interlocked.Increment(ref inside));
            count++;
            await Task.Yield();
            Interlocked.Decrement(ref inside);
        })));
        Assert.Equal(20, count);
    }

    [Fact]
    public async Task Each_model_has_a_lock_of_its_own_and_so_has_each_endpoint()
    {
        using var held = await _store.LockAsync(LeaseScene.Place, CancellationToken.None);
        using var other = await _store.LockAsync(LeaseScene.Place with { EndpointUrl = "http://127.0.0.1:8081/" }, CancellationToken.None);
        using var cancelled = new CancellationTokenSource();
        var waiting = _store.LockAsync(LeaseScene.Place, cancelled.Token);
        Assert.False(waiting.IsCompleted);
        cancelled.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    // flock(1) of util-linux takes the same lock as .NET does: another process, of another program.
    [UnixFact]
    public async Task Another_process_that_has_it_keeps_it_and_loses_it_when_it_is_killed()
    {
        if (!File.Exists("/usr/bin/flock")) return;
        (await _store.LockAsync(LeaseScene.Place, CancellationToken.None)).Dispose();
        var file = Directory.EnumerateFiles(_store.Folder, "*.lock").Single();
        using var process = Process.Start(new ProcessStartInfo("/usr/bin/flock", $"-x -n -F {file} sh -c \"echo held; exec sleep 600\"") { UseShellExecute = false, RedirectStandardOutput = true })!;
        try
        {
            Assert.Equal("held", await process.StandardOutput.ReadLineAsync());
            var waiting = _store.LockAsync(LeaseScene.Place, CancellationToken.None);
            Assert.False(waiting.IsCompleted);
            process.Kill();
            using var held = await waiting;
            Assert.NotNull(held);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }
}
