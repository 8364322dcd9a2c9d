using System.Net;
using CustomLabels.Aws.Settings;
using CustomLabels.Aws.Tls;

namespace CustomLabels.Aws.Client;

/// <summary>How to reach an endpoint.</summary>
/// <param name="Timeouts">How long to wait for it.</param>
/// <param name="Trust">Which certificates are taken for its own.</param>
/// <param name="Proxy">The proxy to go through; null is .NET's default, the environment's or the system's.</param>
internal sealed record NetworkSettings(Timeouts Timeouts, ServerTrust Trust, IWebProxy? Proxy);
