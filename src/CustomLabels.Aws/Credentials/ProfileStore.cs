using System.Collections.Generic;
using System.Linq;
using CustomLabels.Aws.Profiles;
using CustomLabels.Aws.Settings;

namespace CustomLabels.Aws.Credentials;

/// <summary>All profiles that credentials may come from: those of the shared files and, on Windows, of the SDK's own store.</summary>
internal sealed class ProfileStore
{
    private readonly ProfileFiles _content;
    private readonly bool _isUsual;

    /// <summary>The profiles of a credentials file, with the file <c>config</c> beside it; null means the usual places.</summary>
    public ProfileStore(string? location)
    {
        _isUsual = location is null;
        Files = SharedFiles.At(location);
        _content = Files.Read();
    }

    /// <summary>Where they are looked for.</summary>
    public SharedFiles Files { get; }

    /// <summary>Their names.</summary>
    public IReadOnlyList<string> Names => _isUsual ? _content.Names.Union(SdkStore.Names(), System.StringComparer.Ordinal).ToArray() : _content.Names;

    /// <summary>Finds a profile, in the SDK's store first, as the SDK does. One that is not there has no properties.</summary>
    public ProfileSettings Find(string name) => new(name, _content, (_isUsual ? SdkStore.Find(name) : null) ?? _content.Find(name));
}
