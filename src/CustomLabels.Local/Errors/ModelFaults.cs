using System;
using CustomLabels.Api.Generated;
using CustomLabels.Api.Transport;

namespace CustomLabels.Local.Errors;

/// <summary>The service's errors about models, their throughput and the account's quotas.</summary>
/// <remarks>
/// Which error answers what is in botocore's model rekognition/2016-06-27; AWS documents messages only for throttling (Rekognition developer
/// guide, "Error handling"). The other messages are made up in the service's manner.
/// </remarks>
internal static class ModelFaults
{
    /// <summary>No such project.</summary>
    public static ServiceException ProjectNotFound(string arn) => new(ErrorCodes.ResourceNotFoundException, $"The project arn: {arn} does not exist");

    /// <summary>No such dataset.</summary>
    public static ServiceException DatasetNotFound(string arn) => new(ErrorCodes.ResourceNotFoundException, $"The dataset arn: {arn} does not exist");

    /// <summary>Nothing of the ARN that could have tags.</summary>
    public static ServiceException ResourceNotFound(string arn) => new(ErrorCodes.ResourceNotFoundException, $"The resource arn: {arn} does not exist");

    /// <summary>Detection with a model that doesn't run.</summary>
    public static ServiceException NotReady(string status) => new(ErrorCodes.ResourceNotReadyException, $"The requested resource isn't ready. The project version is {status}.");

    /// <summary>The model's status rules out what is asked.</summary>
    public static ServiceException InUse(string status) => new(ErrorCodes.ResourceInUseException, $"The specified resource is already being used. The project version is {status}.");

    /// <summary>A model that will never start. Assumed: the service documents no error of its own for it.</summary>
    public static ServiceException NotStartable(string status) => new(ErrorCodes.InvalidParameterException, $"Request has invalid parameters. The project version is {status} and can't be started.");

    /// <summary>The most units are fewer than the least.</summary>
    public static ServiceException UnitsContradict() => new(ErrorCodes.InvalidParameterException, "Request has invalid parameters. MaxInferenceUnits is less than MinInferenceUnits.");

    /// <summary>As many models run as the account may run.</summary>
    public static ServiceException TooManyRunningModels(int quota) =>
        new(ErrorCodes.LimitExceededException, FormattableString.Invariant($"The number of concurrently running project versions exceeds the limit of {quota}."));

    /// <summary>More units than a model may have.</summary>
    public static ServiceException TooManyUnits(int quota) =>
        new(ErrorCodes.LimitExceededException, FormattableString.Invariant($"The number of inference units exceeds the limit of {quota} per project version."));

    /// <summary>Not the token of an answer to the same request.</summary>
    public static ServiceException PaginationTokenInvalid() => new(ErrorCodes.InvalidPaginationTokenException, "Pagination token in the request is not valid.");

    /// <summary>More tags than a resource may have.</summary>
    public static ServiceException TooManyTags(int quota) =>
        new(ErrorCodes.ServiceQuotaExceededException, FormattableString.Invariant($"The number of tags exceeds the limit of {quota} per resource."));

    /// <summary>More requests than the model's inference units answer.</summary>
    public static ServiceException ProvisionedRateExceeded() => new(ErrorCodes.ProvisionedThroughputExceededException, "Provisioned Rate exceeded.");

    /// <summary>More requests than the account may send.</summary>
    public static ServiceException SlowDown() => new(ErrorCodes.ThrottlingException, "Slow down; sudden increase in rate of requests.");
}
