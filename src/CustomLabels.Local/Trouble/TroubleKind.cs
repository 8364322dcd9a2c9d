using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Api.Generated;
using CustomLabels.Api.Transport;
using CustomLabels.Local.Http;

namespace CustomLabels.Local.Trouble;

/// <summary>What a trouble does: an error, another delivery of the answer, or a stall.</summary>
/// <param name="Name">Its name for users.</param>
/// <param name="Error">The service's error; null for none.</param>
/// <param name="Delivery">How the answer is delivered.</param>
internal sealed record TroubleKind(string Name, ServiceException? Error, Delivery Delivery)
{
    /// <summary>Silence.</summary>
    public static readonly TroubleKind Stall = new("Stall", Error: null, Delivery.Whole);

    // Where a message names the operation.
    private const string OperationMark = "{operation}";

    // Where it names what policies call its service.
    private const string ServiceMark = "{service}";

    // Messages: Rekognition developer guide, "Error handling"; where it has none, the model's own description (botocore, rekognition 2016-06-27).
    private static readonly TroubleKind[] All =
    [
        new("Reset", Error: null, Delivery.Reset),
        new("Truncated", Error: null, Delivery.Truncated),
        Stall,
        OfCode(ErrorCodes.AccessDeniedException, $"User is not authorized to perform: {ServiceMark}:{OperationMark}"),
        OfCode(ErrorCodes.ImageTooLargeException, "Image size is too large."),
        OfCode(ErrorCodes.InternalServerError, "Internal server error", statusCode: 500),
        OfCode(ErrorCodes.InvalidImageFormatException, "Request has invalid image format"),
        OfCode(ErrorCodes.InvalidParameterException, "Request has invalid parameters"),
        OfCode(ErrorCodes.InvalidS3ObjectException, "Unable to get object metadata from S3. Check object key, region and/or access permissions."),
        OfCode(ErrorCodes.LimitExceededException, "An Amazon Rekognition service limit was exceeded."),
        OfCode(ErrorCodes.ProvisionedThroughputExceededException, "Provisioned Rate exceeded."),
        OfCode(ErrorCodes.ResourceNotFoundException, "The resource specified in the request cannot be found."),
        OfCode(ErrorCodes.ResourceNotReadyException, "The requested resource isn't ready."),
        OfCode(ErrorCodes.ThrottlingException, "Slow down; sudden increase in rate of requests."),
        new("ServiceUnavailable", new ServiceException(ErrorCodes.ThrottlingException, "Service Unavailable", statusCode: 500), Delivery.Whole),
        OfCode(ErrorCodes.InvalidPaginationTokenException, "Pagination token in the request is not valid."),
        OfCode(ErrorCodes.ResourceInUseException, "The specified resource is already being used."),
        OfCode(ErrorCodes.ServiceQuotaExceededException, "The size of the collection exceeds the allowed limit."),
        OfCode("ValidationException", "1 validation error detected"),

        // AWS's front end, for any service.
        OfCode("ExpiredTokenException", "The security token included in the request is expired"),
        OfCode("InvalidSignatureException", "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details."),
        OfCode("UnrecognizedClientException", "The security token included in the request is invalid."),
    ];

    /// <summary>The names, for people.</summary>
    public static string Names { get; } = string.Join(", ", All.Select(kind => kind.Name));

    /// <summary>The kind of a name in any case of letters; null when there is none.</summary>
    public static TroubleKind? Find(string name) => All.FirstOrDefault(kind => kind.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The error of a call.</summary>
    /// <param name="operation">What is called.</param>
    public ServiceException? ErrorOf(ServiceOperation operation) =>
        Error is null ? null : new ServiceException(Error.Code, Error.Message.Replace(ServiceMark, operation.Service.PolicyPrefix).Replace(OperationMark, operation.Name), Error.StatusCode);

    private static TroubleKind OfCode(string code, string message, int statusCode = 400) => new(code, new ServiceException(code, message, statusCode), Delivery.Whole);
}
