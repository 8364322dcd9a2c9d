using System;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace CustomLabels.Aws.Client;

/// <summary>Every request goes to the one endpoint of its client.</summary>
internal sealed class EndpointHandler : BaseEndpointResolver
{
    public override void ProcessRequestHandlers(IExecutionContext executionContext)
    {
        var context = executionContext.RequestContext;
        context.Request.Endpoint = new Uri(context.ClientConfig.ServiceURL);
    }
}
