#if NETFRAMEWORK
using System.Net;
using System.Threading.Tasks;
using CustomLabels.Testing;
using Xunit;

namespace CustomLabels.Aws.Tests;

/// <summary>The versions of TLS are one setting of the whole process on .NET Framework.</summary>
[Collection(OneAtATime.Name)]
public sealed class SecurityProtocolTests
{
#pragma warning disable CA5364 // An old version is what the test is about.
    [Theory(Timeout = 30_000)]
    [InlineData(SecurityProtocolType.Tls, SecurityProtocolType.Tls | SecurityProtocolType.Tls12)]
    [InlineData(SecurityProtocolType.Tls12, SecurityProtocolType.Tls12)]
    [InlineData(SecurityProtocolType.SystemDefault, SecurityProtocolType.SystemDefault)]
#pragma warning restore CA5364
    public async Task TLS_1_2_is_allowed_beside_what_the_session_has_chosen(SecurityProtocolType chosen, SecurityProtocolType allowed)
    {
        var before = ServicePointManager.SecurityProtocol;
        ServicePointManager.SecurityProtocol = chosen;
        try
        {
            using var server = new ScriptedServer(Step.Answer(200));
            using var transport = Sending.To(server);
            await transport.SendAsync();

            Assert.Equal(allowed, ServicePointManager.SecurityProtocol);
        }
        finally
        {
            ServicePointManager.SecurityProtocol = before;
        }
    }
}
#endif
