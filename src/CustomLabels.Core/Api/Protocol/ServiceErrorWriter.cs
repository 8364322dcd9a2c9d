using System;
using System.IO;
using System.Text.Json;
using CustomLabels.Api.Transport;

namespace CustomLabels.Api.Protocol;

/// <summary>Writes error answers.</summary>
/// <remarks>
/// Errors of the service's own model have <c>Code</c>, <c>Logref</c> and <c>Message</c> (Rekognition developer guide, "Error handling"); those
/// that AWS's front end answers before the service is asked have a lower-case <c>message</c> only, or none at all.
/// </remarks>
internal static class ServiceErrorWriter
{
    /// <summary>The answer's body.</summary>
    /// <param name="error">The error; one of the front end without a message is written without one.</param>
    /// <param name="requestId">The id that the answer's <c>x-amzn-RequestId</c> header carries.</param>
    public static byte[] Write(ServiceException error, string requestId)
    {
        if (error is null) throw new ArgumentNullException(nameof(error));
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonMemberWriter.AsTheService))
        {
            json.WriteStartObject();
            json.WriteString("__type", error.Code);
            if (!IsFrontEnd(error.Code))
            {
                json.WriteString("Code", error.Code);
                json.WriteString("Logref", requestId);
                json.WriteString("Message", error.Message);
            }
            else if (error.Message.Length > 0)
            {
                json.WriteString("message", error.Message);
            }

            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static bool IsFrontEnd(string code) => code is
        "BadRequestException" or "ExpiredTokenException" or "ForbiddenException" or "IncompleteSignatureException" or "InvalidSignatureException" or "MissingAuthenticationTokenException" or "SerializationException"
        or "UnknownOperationException" or "UnrecognizedClientException" or "ValidationException";
}
