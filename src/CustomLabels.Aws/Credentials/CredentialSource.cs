using System;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Runtime;
using CustomLabels.Api.Transport;
using CustomLabels.Aws.Settings;

namespace CustomLabels.Aws.Credentials;

/// <summary>The credentials of one transport: found when first asked for, and renewed before they expire.</summary>
internal sealed class CredentialSource
{
    // Longer than any keys of a service live: the SDK gives new ones whenever it is asked, and when that is RenewedKeys decides.
    private static readonly TimeSpan AnyLife = TimeSpan.FromDays(2);

    private readonly Task<ImmutableCredentials?>? _fixed;
    private readonly RenewedKeys? _keys;
    private FoundCredentials? _found;

    // Of those that stay as they are nothing is looked up, and nobody waits.
    private CredentialSource(string source, ImmutableCredentials? credentials)
    {
        Source = source;
        _fixed = Task.FromResult(credentials);
    }

    private CredentialSource(string source, RenewedKeys keys)
    {
        Source = source;
        _keys = keys;
    }

    private CredentialSource(string source, Func<Task<FoundCredentials>> find)
    {
        Source = source;
        _keys = new RenewedKeys(() => LookUpAsync(find));
    }

    /// <summary>Where the credentials come from, for people: exact once they have been found.</summary>
    public string Source { get; private set; }

    /// <summary>No credentials, keys that were given, the profile that was named, credentials in hand, the SDK's chain: the first of them that there is.</summary>
    /// <param name="settings">What is given.</param>
    /// <param name="clients">For roles and single sign-on.</param>
    /// <exception cref="CustomLabelsException">Half a pair of keys was given, or the profile does not exist.</exception>
    public static CredentialSource From(ConnectionSettings settings, OwnClients clients)
    {
        if (settings.NoSignRequest)
            return new CredentialSource("none, requests are not signed", credentials: null);

        if (GivenKeys.Find(settings) is { } keys)
            return new CredentialSource("the keys given", keys);

        if (settings.ProfileName is not null || settings.ProfileLocation is not null)
        {
            var profile = NamedProfile.Find(settings.ProfileName ?? ProfileName.Default, settings.ProfileLocation);
            return new CredentialSource(profile.ToString(), () => Task.FromResult(profile.GetCredentials(clients)));
        }

        return settings.Credential is { } provider
            ? new CredentialSource(provider.Source, new RenewedKeys(() => Task.FromResult(new TimedKeys(GivenKeys.From(provider), DateTime.MinValue))))
            : new CredentialSource("the default credential chain", () => DefaultChain.FindAsync(clients));
    }

    /// <summary>Credentials for one request; null to send it unsigned.</summary>
    /// <exception cref="CustomLabelsException">There are none, or they have expired and can't be renewed.</exception>
    public Task<ImmutableCredentials?> GetAsync(CancellationToken cancellationToken)
    {
        if (_fixed is not null)
            return _fixed;

        var keys = _keys!.GetAsync();
        if (keys.Status == TaskStatus.RanToCompletion && !cancellationToken.IsCancellationRequested)
            return keys!;

        return AwaitAsync(keys, cancellationToken);
    }

    private async Task<TimedKeys> LookUpAsync(Func<Task<FoundCredentials>> find)
    {
        if (_found is null)
        {
            _found = await find().ConfigureAwait(false);
            Source = _found.Source;
        }

        return _found.Credentials is RefreshingAWSCredentials renewable
            ? new TimedKeys(await renewable.GetCredentialsAsync(AnyLife).ConfigureAwait(false), renewable.Expiration ?? DateTime.MinValue)
            : new TimedKeys(await _found.Credentials.GetCredentialsAsync().ConfigureAwait(false), DateTime.MaxValue);
    }

    private async Task<ImmutableCredentials?> AwaitAsync(Task<ImmutableCredentials> keys, CancellationToken cancellationToken)
    {
        try
        {
            return await WaitAsync(keys, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not CustomLabelsException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw CredentialErrors.Unavailable(Source, e, _found);
        }
    }

    // The SDK's lookups take no token: they are left behind.
    private static async Task<T> WaitAsync<T>(Task<T> task, CancellationToken cancellationToken)
    {
        var cancelled = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        using (cancellationToken.Register(() => cancelled.TrySetCanceled(cancellationToken)))
            return await (await Task.WhenAny(task, cancelled.Task).ConfigureAwait(false)).ConfigureAwait(false);
    }
}
