using System.Threading.Tasks;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;

namespace CustomLabels.Aws.Client;

/// <summary>Has every request signed with SigV4 and the credentials it carries.</summary>
/// <remarks>Stands in for the SDK's BaseAuthResolverHandler, which would look up credentials itself, uncancellably and once per handler that asks.</remarks>
internal sealed class IdentityHandler : PipelineHandler
{
    private readonly AWS4Signer _signer = new();

    public override Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        var context = executionContext.RequestContext;
        context.Signer = _signer;
        context.Identity = new Identity(((RekognitionRequest)context.OriginalRequest).Credentials);
        return base.InvokeAsync<T>(executionContext);
    }

    private sealed class Identity : AWSCredentials
    {
        private readonly ImmutableCredentials _credentials;

        public Identity(ImmutableCredentials credentials) => _credentials = credentials;

        public override ImmutableCredentials GetCredentials() => _credentials;
    }
}
