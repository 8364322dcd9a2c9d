using System;
using System.Management.Automation;
using CustomLabels.Completion;
using CustomLabels.Loading;
using CustomLabels.Service;
using CustomLabels.Session;

namespace CustomLabels.Parameters;

/// <summary>A cmdlet that calls the service: how to connect. What is not given comes from the AWS SDK's own chain.</summary>
public abstract class ConnectionCmdlet : CredentialCmdlet
{
    /// <summary>The only region allowed. Without it, each model version's own.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>The endpoint to use instead of the region's own.</summary>
    [Parameter]
    [ValidateNotNull]
    [EndpointUrl]
    public Uri? EndpointUrl { get; set; }

    /// <summary>Take any certificate for the endpoint's. For tests only: nobody knows who answers.</summary>
    [Parameter]
    [Alias("NoVerifySsl")]
    public SwitchParameter SkipCertificateCheck { get; set; }

    /// <summary>The path of a PEM file of the certificate authorities to trust, and no others.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? CABundle { get; set; }

    /// <summary>Seconds, or a TimeSpan, to wait for a connection; 0 waits for ever. Without it, 60 seconds.</summary>
    [Parameter]
    [Duration]
    public TimeSpan? ConnectTimeout { get; set; }

    /// <summary>Seconds, or a TimeSpan, to wait for anything to move on a connection; 0 waits for ever. Without it, 60 seconds.</summary>
    [Parameter]
    [Duration]
    public TimeSpan? ReadTimeout { get; set; }

    /// <summary>The most requests for an image, the first included; 1 and up. Without it, AWS_MAX_ATTEMPTS, the profile's max_attempts, or 5.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? MaxAttempts { get; set; }

    /// <summary>Makes the ways to the service. The SDK is loaded here and not before.</summary>
    private protected virtual ITransportFactory TransportFactory => AwsLibrary.TransportFactory;

    /// <summary>The ways to the service for one run.</summary>
    /// <exception cref="DetectionException">The credentials given, or the session's, or its proxy can't be used.</exception>
    private protected TransportPool NewTransports()
    {
        if (SkipCertificateCheck) WriteWarning("The endpoint's certificate is not checked (-SkipCertificateCheck): whoever answers can read the requests and make up the answers.");
        return new TransportPool(TransportFactory, Connection(), Region);
    }

    private ConnectionSettings Connection() => Credentials() with
    {
        EndpointUrl = EndpointUrl,
        SkipCertificateCheck = SkipCertificateCheck,
        CABundle = FullPath(nameof(CABundle), CABundle),
        ConnectTimeout = ConnectTimeout,
        ReadTimeout = ReadTimeout,
        MaxAttempts = MaxAttempts,
        Proxy = SessionProxy.Find(SessionState),
    };
}
