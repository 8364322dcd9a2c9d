using System;
using System.Net;

namespace CustomLabels.Api.Transport;

/// <summary>How to connect: what a user gives, before anything is looked up. What is null comes from the SDK's own chain.</summary>
public sealed record ConnectionSettings
{
    /// <summary>A profile of the shared config and credentials files.</summary>
    public string? ProfileName { get; init; }

    /// <summary>Path of another credentials file.</summary>
    public string? ProfileLocation { get; init; }

    /// <summary>Access key id; goes with <see cref="SecretKey"/>.</summary>
    public string? AccessKey { get; init; }

    /// <summary>Secret access key.</summary>
    public string? SecretKey { get; init; }

    /// <summary>Session token of temporary keys.</summary>
    public string? SessionToken { get; init; }

    /// <summary>Keys that the user has in hand, used where neither keys nor a profile are given; null looks further.</summary>
    internal ICredentialProvider? Credential { get; init; }

    /// <summary>Whether requests go unsigned, and no credentials are looked for, whatever else is given.</summary>
    public bool NoSignRequest { get; init; }

    /// <summary>The only region allowed; null takes the one that what is asked about lives in.</summary>
    public string? Region { get; init; }

    /// <summary>The session's default region, only to be told of: a model version is asked in its own region.</summary>
    internal string? SessionRegion { get; init; }

    /// <summary>The endpoint to use instead of the region's own.</summary>
    public Uri? EndpointUrl { get; init; }

    /// <summary>Whether any certificate is taken for the endpoint's.</summary>
    public bool SkipCertificateCheck { get; init; }

    /// <summary>Full path of a PEM file of the certificate authorities to trust, and no others; null trusts the machine's.</summary>
    public string? CABundle { get; init; }

    /// <summary>How long to wait for a connection; zero waits for ever, null is 60 seconds, as the AWS CLI's.</summary>
    public TimeSpan? ConnectTimeout { get; init; }

    /// <summary>How long to wait for anything to move on a connection; zero waits for ever, null is 60 seconds, as the AWS CLI's.</summary>
    public TimeSpan? ReadTimeout { get; init; }

    /// <summary>The most requests for one call, such as that of an image, the first included; null is the environment's or the profile's, else 5.</summary>
    public int? MaxAttempts { get; init; }

    /// <summary>The proxy to go through; null takes .NET's own, which is the environment's or the system's.</summary>
    public IWebProxy? Proxy { get; init; }

    /// <summary>Name and version for the user agent; this module's, such as <c>CustomLabels/1.0.0</c>, unless another is given.</summary>
    public string UserAgent { get; init; } = $"CustomLabels/{ModuleVersion.Text}";

    /// <summary>Whether it says what to sign with, or to sign nothing: then what a session has in hand is not looked at. The same order as AWS.Tools and the AWS CLI have.</summary>
    internal bool NamesCredentials => NoSignRequest || (AccessKey ?? SecretKey ?? SessionToken ?? ProfileName ?? ProfileLocation) is not null;

    // A record prints every member; this one holds secrets.
    /// <summary>Names the source, never a secret.</summary>
    public override string ToString() =>
        NoSignRequest ? "no credentials" : AccessKey is not null ? "explicit keys" : ProfileName is not null ? $"profile {ProfileName}" : Credential?.Source ?? "default chain";
}
