using System;
using System.Text;
using System.Text.Json;
using CustomLabels.Api.Transport;

namespace CustomLabels.Testing;

/// <summary>Answers a line with a line.</summary>
internal static class EchoLine
{
    /// <summary>The answer to a line: <c>Body</c>, or <c>Error</c> with the code and the message; of a request the <c>Violations</c>, too.</summary>
    /// <param name="echo">What echoes the operation of the line.</param>
    /// <param name="line">The line: <c>Kind</c> and <c>Body</c>.</param>
    /// <param name="json">Where to write.</param>
    public static void Answer(IEcho echo, JsonElement line, Utf8JsonWriter json)
    {
        var isRequest = line.GetProperty("Kind").GetString() == "Request";
        var body = Encoding.UTF8.GetBytes(line.GetProperty("Body").GetRawText());
        json.WriteStartObject();
        try
        {
            var written = isRequest ? echo.EchoRequest(body) : echo.EchoResponse(body);
            json.WritePropertyName("Body");
            // As it was written: what is compared is the codec's, and nothing of this program's.
            json.WriteRawValue(written, skipInputValidation: true);
        }
        catch (Exception exception) when (exception is ServiceException or FormatException)
        {
            json.WriteStartObject("Error");
            json.WriteString("Code", (exception as ServiceException)?.Code ?? exception.GetType().Name);
            json.WriteString("Message", exception.Message);
            json.WriteEndObject();
        }

        if (isRequest) json.WriteString("Violations", Violations(echo, body));
        json.WriteEndObject();
    }

    private static string? Violations(IEcho echo, byte[] body)
    {
        try
        {
            echo.CheckRequest(body);
            return null;
        }
        catch (ServiceException exception)
        {
            // Another error is not the constraints' word: without a model there is none that answers.
            return exception.Code == "ValidationException" ? exception.Message : null;
        }
    }
}
