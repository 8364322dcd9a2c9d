using System;
using CustomLabels.Api.Transport;

namespace CustomLabels.Api.Protocol;

/// <summary>Reads what an operation answers, or why it doesn't.</summary>
internal static class ServiceAnswerReader
{
    /// <summary>What a successful answer says.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="read">Reads its body.</param>
    /// <exception cref="ServiceException">It is an error.</exception>
    /// <exception cref="TransportException">It is a success by its status, and not what the operation answers: something stands in between, or it was cut off.</exception>
    public static T Read<T>(ServiceAnswer answer, Func<ReadOnlyMemory<byte>, T> read)
    {
        if (answer.StatusCode is < 200 or > 299) throw ServiceErrorReader.Read(answer);
        try
        {
            return read(answer.Body);
        }
        catch (FormatException exception)
        {
            throw new TransportException(TransportFailure.Broken, VisibleText.Of(exception.Message), exception);
        }
    }
}
