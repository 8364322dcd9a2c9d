using System;

namespace CustomLabels.Local.Http;

/// <summary>Decodes a chunked body in the buffer it arrives in: data moves down over the chunk headers.</summary>
internal sealed class ChunkedBody
{
    /// <summary>A chunk's size line with its extensions, or one trailer line.</summary>
    private const int LineLimit = 4096;

    private readonly int _start;
    private State _state = State.Size;
    private int _remaining;
    private int _trailerLength;

    /// <summary>Starts decoding.</summary>
    /// <param name="start">Where in the buffer the body starts.</param>
    public ChunkedBody(int start) => _start = End = Position = start;

    private enum State
    {
        Size,
        Data,
        DataEnd,
        Trailer,
    }

    /// <summary>Where the decoded data ends.</summary>
    public int End { get; private set; }

    /// <summary>Where the bytes not decoded yet start.</summary>
    public int Position { get; private set; }

    /// <summary>Decodes what has come; true at the body's end.</summary>
    /// <param name="buffer">The buffer.</param>
    /// <param name="count">Bytes in the buffer; less afterwards by what the chunk headers took.</param>
    /// <exception cref="RefusedRequestException">Not chunked, or too long.</exception>
    public bool Decode(byte[] buffer, ref int count)
    {
        var isComplete = false;
        while (!isComplete && Step(buffer, count, ref isComplete)) { }
        if (isComplete) return true;

        // The next bytes belong right behind the data, or the buffer would fill with chunk headers.
        Buffer.BlockCopy(buffer, Position, buffer, End, count - Position);
        count -= Position - End;
        Position = End;
        return false;
    }

    /// <summary>Takes one element; false when it has not come whole.</summary>
    private bool Step(byte[] buffer, int count, ref bool isComplete)
    {
        if (_state == State.Data)
        {
            var length = Math.Min(_remaining, count - Position);
            Buffer.BlockCopy(buffer, Position, buffer, End, length);
            End += length;
            Position += length;
            _remaining -= length;
            if (_remaining > 0) return false;
            _state = State.DataEnd;
        }

        var lineEnd = Array.IndexOf(buffer, (byte)'\n', Position, count - Position);
        if (lineEnd < 0 && count - Position <= LineLimit + 1) return false;
        var lineLength = lineEnd - Position - 1;
        if (lineEnd < 0 || lineLength < 0 || lineLength > LineLimit || buffer[lineEnd - 1] != '\r') throw Bad();
        var lineStart = Position;
        Position = lineEnd + 1;
        TakeLine(buffer, lineStart, lineLength, ref isComplete);
        return true;
    }

    private void TakeLine(byte[] buffer, int start, int length, ref bool isComplete)
    {
        switch (_state)
        {
            case State.Size:
                _remaining = ReadSize(buffer, start, length);
                if (_remaining > HttpLimits.BodyLength - (End - _start)) throw HttpHeadReader.BodyTooLong();
                _state = _remaining == 0 ? State.Trailer : State.Data;
                break;
            case State.DataEnd:
                if (length != 0) throw Bad();
                _state = State.Size;
                break;
            default:
                isComplete = length == 0;
                _trailerLength += length;
                if (_trailerLength > HttpLimits.HeadLength) throw new RefusedRequestException(431, "The trailer is too long.");
                break;
        }
    }

    private static int ReadSize(byte[] buffer, int start, int length)
    {
        var size = 0L;
        var digits = 0;
        for (; digits < length && Digit(buffer[start + digits]) is >= 0 and var digit; digits++)
        {
            size = (size * 16) + digit;
            if (size > int.MaxValue) throw HttpHeadReader.BodyTooLong();
        }

        // Only an extension may follow the number.
        if (digits == 0 || (digits < length && buffer[start + digits] is not ((byte)';' or (byte)' ' or (byte)'\t'))) throw Bad();
        return (int)size;
    }

    private static int Digit(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        _ => -1,
    };

    private static RefusedRequestException Bad() => new(400, "The chunked body is malformed.");
}
