using System;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api.Transport;

namespace CustomLabels.Cli.Input;

/// <summary>Answers every request with the sample answer and sends nothing: a command then fails where it would fail, and needs no credentials.</summary>
internal sealed class SampleService : ITransportFactory, IServiceTransport
{
    /// <inheritdoc/>
    public Uri Endpoint { get; } = new("sample://nothing-is-sent");

    /// <inheritdoc/>
    public IServiceTransport Create(ConnectionSettings settings, AwsService service, string region) => this;

    /// <inheritdoc/>
    public int? FindMaxAttempts(ConnectionSettings settings) => null;

    /// <inheritdoc/>
    public Task<ServiceAnswer> SendAsync(ServiceCall call, CancellationToken cancellationToken) =>
        Task.FromResult(new ServiceAnswer(200, Encoding.UTF8.GetBytes(CliSkeletonText.Of(CliSkeleton.Output))));

    /// <inheritdoc/>
    public void Dispose()
    {
        // Holds nothing.
    }
}
