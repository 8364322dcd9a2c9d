using System;
using CustomLabels.Api.Generated.CloudWatch;
using CustomLabels.Api.Transport;

namespace CustomLabels.Local.Errors;

/// <summary>CloudWatch's errors, by its codes (CloudWatch API reference, "GetMetricData", "Common Errors"). The messages are made up in its manner.</summary>
internal static class MetricFaults
{
    /// <summary>Not the token of an answer to the same request.</summary>
    public static ServiceException NextTokenInvalid() => new(CloudWatchErrorCodes.InvalidNextToken, "The NextToken in the request is not valid.");

    /// <summary>A request that can't be asked.</summary>
    /// <param name="message">What is wrong.</param>
    public static ServiceException Invalid(string message) => new("ValidationError", message);

    /// <summary>What CloudWatch can do and this endpoint can't: it has the averages of one metric.</summary>
    /// <param name="found">What was asked for.</param>
    public static ServiceException NotServed(string found) => new("ValidationError", $"The local endpoint does not serve '{VisibleText.Of(found)}'. It serves the Stat Average of a MetricStat, and no expressions.");

    /// <summary>More queries than a request may have.</summary>
    public static ServiceException TooManyQueries(int limit) => Invalid(FormattableString.Invariant($"The collection MetricDataQueries must not have a size greater than {limit}."));
}
