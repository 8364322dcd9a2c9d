using System;
using System.Collections.Generic;
using CustomLabels.Api.Generated;
using CustomLabels.Api;
using CustomLabels.Api.Transport;

namespace CustomLabels.Local.Errors;

/// <summary>The service's errors in the service's words (Rekognition developer guide, "Error handling", unless a line says otherwise).</summary>
internal static class ServiceFaults
{
    /// <summary>No operation was named. AWS's JSON 1.1 services answer it without a message.</summary>
    public static ServiceException UnknownOperation() => new("UnknownOperationException", "");

    /// <summary>An operation that the local endpoint doesn't serve. The message is the endpoint's own: who meets it wants to know which one it was.</summary>
    /// <param name="target">What the request's target names.</param>
    /// <param name="served">What is served.</param>
    public static ServiceException OperationNotServed(string target, IEnumerable<string> served) =>
        new("UnknownOperationException", $"The local endpoint does not serve '{VisibleText.Of(target)}'. It serves: {string.Join(", ", served)}.");

    /// <summary>The model version is not known. The guide documents no message; this one is built like that of a missing collection.</summary>
    public static ServiceException ModelNotFound(string arn) => new(ErrorCodes.ResourceNotFoundException, $"The project version arn: {arn} does not exist");

    /// <summary>Neither bytes nor an S3 object, or both. The message is that of Rekognition's other image operations.</summary>
    public static ServiceException ImageNotOneSource() => new(ErrorCodes.InvalidParameterException, "Requested image should either contain bytes or s3 object.");

    /// <summary>The object is not there, or not the caller's.</summary>
    public static ServiceException S3ObjectUnavailable() =>
        new(ErrorCodes.InvalidS3ObjectException, "Unable to get object metadata from S3. Check object key, region and/or access permissions.");

    /// <summary>The reference names no object.</summary>
    public static ServiceException S3ObjectInvalid() => new(ErrorCodes.InvalidS3ObjectException, "Request has invalid S3 object.");

    /// <summary>Too many bytes.</summary>
    public static ServiceException ImageTooLarge() => new(ErrorCodes.ImageTooLargeException, "Image size is too large.");

    /// <summary>Too many pixels. Error and message are those of DetectLabels; AWS documents none for DetectCustomLabels.</summary>
    public static ServiceException ImageDimensionsTooLarge(int width, int height, int limit) =>
        new(ErrorCodes.ImageTooLargeException, FormattableString.Invariant($"Input image dimensions {width} x {height} exceed maximum dimension size of {limit} pixels"));

    /// <summary>Too few pixels, or too long for its width. Assumed, because DetectLabels answers so below its minimum: AWS documents none for DetectCustomLabels.</summary>
    public static ServiceException ImageDimensionsInvalid() => new(ErrorCodes.InvalidParameterException, "Request has invalid parameters");

    /// <summary>Not a PNG or JPEG.</summary>
    public static ServiceException ImageFormatInvalid() => new(ErrorCodes.InvalidImageFormatException, "Request has invalid image format");

    /// <summary>A defect of this endpoint.</summary>
    public static ServiceException Internal() => new(ErrorCodes.InternalServerError, "Internal server error", statusCode: 500);
}
