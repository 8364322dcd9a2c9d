using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using CustomLabels.Service;

namespace CustomLabels.Aws.Client;

/// <summary>A Rekognition client that streams its request and does not interpret its answer.</summary>
internal sealed class RekognitionClient : AmazonServiceClient
{
    private static readonly InvokeOptions Options = new() { RequestMarshaller = RequestMarshaller.Instance };

    public RekognitionClient(RekognitionConfig config)
        : base(config)
    {
    }

    protected override IServiceMetadata ServiceMetadata { get; } = new RekognitionMetadata();

    public async Task<ServiceAnswer> SendAsync(RekognitionRequest request)
    {
        var response = await InvokeAsync<RekognitionResponse>(request, Options, request.Exchange.Token).ConfigureAwait(false);
        return response.Answer ?? throw new InvalidOperationException("The pipeline ended without an answer.");
    }

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.ReplaceHandler<EndpointResolver>(new EndpointHandler());
        pipeline.AddHandlerAfter<EndpointHandler>(new IdentityHandler());

        // Without it neither AWS_RETRY_MODE nor AWS_MAX_ATTEMPTS means anything. MaxErrorRetry = 0 would not do:
        // it also resends by itself, up to ten times, when a pooled connection turns out to be closed.
        pipeline.RemoveHandler<RetryHandler>();

        // An answer is handed on as it came, so nothing of the SDK's parsing may run.
        pipeline.RemoveHandler<Unmarshaller>();
        pipeline.ReplaceHandler<ErrorHandler>(new AnswerHandler());
#if NETFRAMEWORK
        pipeline.ReplaceHandler<HttpHandler<System.IO.Stream>>(new HttpHandler<System.IO.Stream>(new AbortingRequestFactory(((RekognitionConfig)Config).Connection, new Uri(Config.ServiceURL)), this));
#endif
    }

    private sealed class RekognitionMetadata : IServiceMetadata
    {
        public string ServiceId => "Rekognition";

        public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
    }
}
