using System;
using CustomLabels.Arns;

namespace CustomLabels.Leases;

/// <summary>A model where it was started: two endpoints may have models of one ARN, as a local endpoint has that of an account.</summary>
/// <param name="EndpointUrl">The endpoint's whole address.</param>
/// <param name="Arn">The model.</param>
internal sealed record LeasePlace(string EndpointUrl, ProjectVersionArn Arn)
{
    private const int AccountIndex = 4;

    /// <summary>The account, as the ARN says it: nothing has to be asked for it.</summary>
    public string Account => Arn.Text.Split(':')[AccountIndex];

    /// <summary>A model at an endpoint.</summary>
    /// <param name="endpoint">Where requests go: the transport's endpoint.</param>
    /// <param name="arn">The model.</param>
    public static LeasePlace Of(Uri endpoint, ProjectVersionArn arn) => new(endpoint.AbsoluteUri, arn);
}
