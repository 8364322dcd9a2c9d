using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using CustomLabels.Binding;
using CustomLabels.Leases;
using CustomLabels.Models;
using CustomLabels.Time;

namespace CustomLabels.Commands;

/// <summary>The leases that a command is about. The service isn't asked: they are this user's files.</summary>
internal sealed class LeaseSelection
{
    private readonly PSCmdlet _cmdlet;

    private LeaseSelection(PSCmdlet cmdlet, string folder, LeaseStore? store)
    {
        _cmdlet = cmdlet;
        Folder = folder;
        Store = store;
    }

    /// <summary>The folder, whether or not it is there.</summary>
    public string Folder { get; }

    /// <summary>The leases; null where there are none.</summary>
    public LeaseStore? Store { get; }

    /// <summary>Opens the folder of leases.</summary>
    /// <param name="cmdlet">The command.</param>
    /// <param name="path">The folder that was given; null for the usual one.</param>
    /// <exception cref="CustomLabelsException">The path is impossible, or the folder isn't this user's own.</exception>
    public static LeaseSelection Open(PSCmdlet cmdlet, string? path)
    {
        var full = LeaseFolders.FullPath(cmdlet, path);
        var store = LeaseStore.Find(full, new SystemClock());
        return new LeaseSelection(cmdlet, store?.Folder ?? LeaseFolder.Find(full), store);
    }

    /// <summary>What was given to choose leases by.</summary>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.NameEmpty"/>: a variable that isn't set must not mean every lease.</exception>
    public static string[] Names(string parameter, string[]? given) =>
        given is { Length: > 0 } && !Array.Exists(given, string.IsNullOrWhiteSpace) ? given : throw new CustomLabelsException(NameErrors.Empty(parameter));

    /// <summary>All leases; warns of files that are passed over.</summary>
    /// <exception cref="CustomLabelsException">The folder can't be read.</exception>
    public IReadOnlyList<ModelLease> All()
    {
        if (Store is null) return [];
        if (Store.IsOnNetwork) _cmdlet.WriteWarning(LeaseErrors.OnNetwork(Folder));
        var listing = Store.List();
        foreach (var warning in listing.Warnings) _cmdlet.WriteWarning(warning);
        return listing.Leases;
    }

    /// <summary>The leases of a lease's id, an ARN, or a name with or without wildcards.</summary>
    /// <exception cref="CustomLabelsException">It can't be a name, or there is none of it.</exception>
    public IReadOnlyList<ModelLease> Matching(IReadOnlyList<ModelLease> leases, string text)
    {
        if (leases.Where(lease => string.Equals(lease.Id, text, StringComparison.OrdinalIgnoreCase)).ToArray() is { Length: > 0 } byId) return byId;
        var wanted = ModelSelector.Parse(text);
        var found = leases.Where(lease => IsMeant(lease, wanted)).ToArray();
        var isSearch = !wanted.Project.IsName || wanted.Version is { IsName: false };
        return found.Length > 0 || isSearch ? found : throw new CustomLabelsException(LeaseErrors.NotFound(text, Folder));
    }

    private static bool IsMeant(ModelLease lease, ModelSelector wanted) => wanted.Arn is { } arn
        ? lease.Place.Arn == arn
        : wanted.Project.Matches(lease.Place.Arn.ProjectName) && wanted.Version?.Matches(lease.Place.Arn.VersionName) != false;
}
