using System;
using System.IO;
using CustomLabels.Leases;
using Xunit;

namespace CustomLabels.Core.Tests.Leases;

public sealed class LeaseFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new();

    public void Dispose() => _folder.Dispose();

    [UnixFact]
    public void A_new_folder_and_what_is_in_it_are_for_their_owner_alone()
    {
        var store = LeaseStore.Open(_folder.PathOf("state/CustomLabels/leases"), _clock);
        Assert.Equal("700", Mode("state/CustomLabels/leases"));
        var lease = ModelLease.Timed(LeaseScene.Place, _clock.UtcNow, TimeSpan.FromHours(1));
        store.Write(lease);
        Assert.Equal("600", Mode($"state/CustomLabels/leases/{lease.Id}.json"));
    }

    [UnixFact]
    public void A_folder_that_others_write_to_is_refused()
    {
        Assert.Equal(ErrorId.LeaseWriteFailed, OpenError(_folder.Run("mkdir", "-m 770", "group")));
        Assert.Equal(ErrorId.LeaseWriteFailed, OpenError(_folder.Run("mkdir", "-m 703", "all")));
        LeaseStore.Open(_folder.Run("mkdir", "-m 755", "readable"), _clock);
    }

    [UnixFact]
    public void A_link_is_refused_as_the_folder_and_as_a_file()
    {
        var real = Directory.CreateDirectory(_folder.PathOf("real")).FullName;
        Assert.Equal(ErrorId.LeaseWriteFailed, OpenError(_folder.Run("ln", $"-s {real}", "link")));
        Assert.Equal(ErrorId.LeaseWriteFailed, OpenError(_folder.Write("file", "x")));

        var store = LeaseStore.Open(_folder.PathOf("leases"), _clock);
        var lease = ModelLease.Timed(LeaseScene.Place, _clock.UtcNow, TimeSpan.FromHours(1));
        store.Write(lease);
        File.Move(_folder.PathOf($"leases/{lease.Id}.json"), _folder.PathOf("elsewhere"));
        _folder.Run("ln", $"-s {_folder.PathOf("elsewhere")}", $"leases/{lease.Id}.json");
        _folder.Run("mkfifo", "-m 600", $"leases/{Guid.NewGuid():N}.json");
        _folder.Run("ln", "-s /dev/zero", $"leases/{Guid.NewGuid():N}.json");
        var listing = store.List();
        Assert.Empty(listing.Leases);
        Assert.Equal(3, listing.Warnings.Count);

        // And what is written replaces the link, not what it names.
        store.Write(lease with { State = LeaseState.Due });
        Assert.Equal(LeaseState.Due, store.Read(lease.Id)?.State);
        Assert.Contains("Prepared", File.ReadAllText(_folder.PathOf("elsewhere")), StringComparison.Ordinal);
    }

    [RootFact]
    public void What_belongs_to_another_account_is_refused()
    {
        Directory.CreateDirectory(_folder.PathOf("theirs"));
        // Accounts of a directory have high numbers.
        Assert.Equal(ErrorId.LeaseWriteFailed, OpenError(_folder.Run("chown", "3000000000", "theirs")));

        var store = LeaseStore.Open(_folder.PathOf("leases"), _clock);
        var lease = ModelLease.Timed(LeaseScene.Place, _clock.UtcNow, TimeSpan.FromHours(1));
        store.Write(lease);
        _folder.Run("chown", "1234", $"leases/{lease.Id}.json");
        Assert.Empty(store.List().Leases);
        Assert.Contains("uid 1234", Assert.Single(store.List().Warnings), StringComparison.Ordinal);

        _folder.Run("chown", "1234", "leases");
        var error = Assert.Throws<CustomLabelsException>(() => LeaseStore.Find(_folder.PathOf("leases"), _clock));
        Assert.Equal(ErrorId.LeaseUnreadable, error.Error.Id);
    }

    [Fact]
    public void A_folder_that_can_not_be_is_no_folder() =>
        Assert.Equal(ErrorId.LeaseWriteFailed, OpenError(Path.Combine(_folder.Write("file", "x"), "leases")));

    [Fact]
    public void Looking_makes_no_folder()
    {
        Assert.Null(LeaseStore.Find(_folder.PathOf("leases"), _clock));
        Assert.False(Directory.Exists(_folder.PathOf("leases")));
        Assert.False(LeaseFolder.IsOnNetwork(_folder.Path));
    }

    private ErrorId OpenError(string path) => Assert.Throws<CustomLabelsException>(() => LeaseStore.Open(path, _clock)).Error.Id;

    private string Mode(string name)
    {
#if NET
        return OperatingSystem.IsWindows() ? "" : Convert.ToString((int)File.GetUnixFileMode(_folder.PathOf(name)), 8);
#else
        return name;
#endif
    }
}
