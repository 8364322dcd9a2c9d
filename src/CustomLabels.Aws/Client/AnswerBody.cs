using System;
using System.Buffers;
using System.IO;
using System.Threading.Tasks;

namespace CustomLabels.Aws.Client;

/// <summary>Reads an answer's body.</summary>
internal static class AnswerBody
{
    /// <summary>Bytes. Real answers have some thousands; an endless one must not fill the memory.</summary>
    public const int MaxLength = 16 * 1024 * 1024;

    private const int BufferLength = 16 * 1024;

    /// <summary>Reads a body to its end.</summary>
    /// <param name="body">The body.</param>
    /// <param name="length">How long it says to be; 0 or less where it says nothing.</param>
    /// <param name="exchange">Has the token.</param>
    /// <exception cref="InvalidDataException">It is longer than <see cref="MaxLength"/>, or shorter than it says.</exception>
    public static async Task<byte[]> ReadAsync(Stream body, long length, Exchange exchange)
    {
        using var answer = new MemoryStream((int)Math.Min(Math.Max(length, 0), MaxLength));
        var buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
        try
        {
            int count;
            while ((count = await body.ReadAsync(buffer, 0, buffer.Length, exchange.Token).ConfigureAwait(false)) > 0)
            {
                exchange.Progressed();
                if (answer.Length + count > MaxLength)
                    throw new InvalidDataException($"The answer is longer than {MaxLength} bytes.");
                answer.Write(buffer, 0, count);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        if (answer.Length < length)
            throw new InvalidDataException($"The answer ended after {answer.Length} of {length} bytes.");

        return answer.Length == answer.Capacity ? answer.GetBuffer() : answer.ToArray();
    }
}
