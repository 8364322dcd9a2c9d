using System;
using System.Threading;
using System.Threading.Tasks;
using Amazon;
using Amazon.Runtime;
using CustomLabels.Service;

namespace CustomLabels.Aws.Credentials;

/// <summary>The credentials of one transport: looked up once, when first asked for; asked again for every request, so that those that expire are renewed.</summary>
internal sealed class CredentialSource
{
    private readonly string _name;
    private readonly Lazy<Task<AWSCredentials>> _credentials;
    private volatile bool _worked;

    private CredentialSource(string name, string region, Func<Task<AWSCredentials>> find)
    {
        _name = name;
        // The SDK reads files and asks the instance metadata on the caller's thread.
        _credentials = new Lazy<Task<AWSCredentials>>(() => Task.Run(async () =>
            OwnClients.For(await find().ConfigureAwait(false), RegionEndpoint.GetBySystemName(region))));
    }

    /// <summary>Keys that were given, else the profile that was named, else the SDK's chain.</summary>
    /// <exception cref="DetectionException">Half a pair of keys was given, or the profile does not exist.</exception>
    public static CredentialSource From(ConnectionSettings settings, string region)
    {
        if (GivenKeys.Find(settings) is { } keys)
            return new CredentialSource("the given keys", region, () => Task.FromResult(keys));

        if (settings.ProfileName is null && settings.ProfileLocation is null)
            return new CredentialSource("the default credential chain", region, DefaultChain.FindAsync);

        var profile = NamedProfile.Find(settings.ProfileName ?? NamedProfile.DefaultName, settings.ProfileLocation);
        return new CredentialSource(profile.ToString(), region, () => Task.FromResult(profile.GetCredentials()));
    }

    /// <summary>Credentials for one request.</summary>
    /// <exception cref="DetectionException">There are none, or they have expired and can't be renewed.</exception>
    public async Task<ImmutableCredentials> GetAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        AWSCredentials? credentials = null;
        try
        {
            credentials = await WaitAsync(_credentials.Value, cancellationToken).ConfigureAwait(false);
            // Some sources block before their first await: a process is started, a token file is waited for.
            var found = await WaitAsync(Task.Run(credentials.GetCredentialsAsync), cancellationToken).ConfigureAwait(false);
            _worked = true;
            return found;
        }
        catch (Exception e) when (e is not DetectionException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw _worked || CredentialErrors.IsExpiry(e, credentials)
                ? CredentialErrors.Expired(_name, e)
                : CredentialErrors.Missing($"No credentials could be had from {_name}: {CredentialErrors.Reason(e)}");
        }
    }

    // The SDK's lookups take no token: they are left behind.
    private static async Task<T> WaitAsync<T>(Task<T> task, CancellationToken cancellationToken)
    {
        if (task.IsCompleted)
            return await task.ConfigureAwait(false);

        var cancelled = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        using (cancellationToken.Register(() => cancelled.TrySetCanceled(cancellationToken)))
            return await (await Task.WhenAny(task, cancelled.Task).ConfigureAwait(false)).ConfigureAwait(false);
    }
}
