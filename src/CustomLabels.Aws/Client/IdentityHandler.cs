using System.Threading.Tasks;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;

namespace CustomLabels.Aws.Client;

/// <summary>Has every request signed with SigV4 and the credentials it carries; one that carries none goes unsigned.</summary>
/// <remarks>Stands in for the SDK's BaseAuthResolverHandler, which would look up credentials itself, uncancellably and once per handler that asks.</remarks>
internal sealed class IdentityHandler : PipelineHandler
{
    private static readonly NullSigner Unsigned = new();

    private readonly AWS4Signer _signer = new();

    public override Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        var context = executionContext.RequestContext;
        var credentials = ((RekognitionRequest)context.OriginalRequest).Credentials;
        context.Signer = credentials is null ? Unsigned : _signer;
        context.Identity = credentials is null ? null : new Identity(credentials);
        return base.InvokeAsync<T>(executionContext);
    }

    private sealed class Identity : AWSCredentials
    {
        private readonly ImmutableCredentials _credentials;

        public Identity(ImmutableCredentials credentials) => _credentials = credentials;

        public override ImmutableCredentials GetCredentials() => _credentials;
    }
}
