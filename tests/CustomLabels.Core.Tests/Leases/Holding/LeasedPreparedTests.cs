using System;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api.Generated;
using Xunit;

namespace CustomLabels.Core.Tests.Leases.Holding;

/// <summary>A process that ends between its lease and what the service says of the start.</summary>
public sealed class LeasedPreparedTests : IDisposable
{
    private readonly HoldingScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Theory]
    [InlineData("TagResource")]
    [InlineData("DescribeProjectVersions")]
    public async Task What_ends_before_the_start_is_asked_for_leaves_a_lease_that_says_so_and_its_release_stops_nothing(string operation)
    {
        using var source = new CancellationTokenSource();
        // The killed process's view: what is on the disk at that moment, after the lease was written.
        ModelLease? seen = null;
        _scene.Service.Trouble = (asked, _) =>
        {
            if (asked != operation || _scene.Leases is not [var lease]) return null;
            seen = lease;
            source.Cancel();
            return new OperationCanceledException(source.Token);
        };
        var leased = _scene.Leased();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _scene.StartAsync(leased, _scene.Scope(), source.Token));
        _scene.Service.Trouble = static (_, _) => null;

        Assert.Equal((LeaseState.Prepared, (DateTime?)null), (seen!.State, seen.UnconfirmedSince));
        Assert.False(await leased.ReleaseAsync(CancellationToken.None));
        Assert.Empty(_scene.Leases);
        Assert.Null(_scene.Tag);
        Assert.Equal((0, 0), (_scene.Starts, _scene.Stops));
    }

    [Fact]
    public async Task A_lease_that_was_only_prepared_holds_nothing_and_lends_no_tag()
    {
        var dead = _scene.Scope(9);
        _scene.Store.Write(dead);

        var leased = await _scene.StartedAsync();

        Assert.Equal(leased.Lease!.Id, _scene.Tag);
        _scene.Status = ProjectVersionStatus.Running;
        Assert.True(await leased.ReleaseAsync(CancellationToken.None));
        Assert.Equal(1, _scene.Stops);
    }

    [Fact]
    public async Task An_accepted_start_that_is_not_seen_yet_is_unconfirmed_until_it_is()
    {
        _scene.Visible = () => ProjectVersionStatus.Stopped;
        var leased = await _scene.StartedAsync();
        Assert.NotNull(Assert.Single(_scene.Leases).UnconfirmedSince);

        leased.Confirm();
        Assert.Equal((LeaseState.Held, (DateTime?)null), (_scene.Leases[0].State, _scene.Leases[0].UnconfirmedSince));
    }
}
