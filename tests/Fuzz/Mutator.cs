using System;
using System.Collections.Generic;

namespace CustomLabels.Fuzz;

/// <summary>Makes broken inputs of valid ones: one to four changes each.</summary>
public sealed class Mutator
{
    private static readonly byte[] TellingBytes = [0x00, 0x01, 0x02, 0x08, 0x0A, 0x0D, 0x20, 0x2A, 0x49, 0x4D, 0x7F, 0x80, 0xC0, 0xD8, 0xD9, 0xDA, 0xE1, 0xFE, 0xFF];
    private static readonly uint[] ExtremeNumbers = [0, 1, 2, 3, 7, 8, 0x7F, 0xFF, 0x7FFF, 0x8000, 0xFFFE, 0xFFFF, 0x500000, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF];

    private readonly IReadOnlyList<byte[]> _corpus;
    private readonly Random _random;

    public Mutator(IReadOnlyList<byte[]> corpus, int seed)
    {
        _corpus = corpus;
        _random = new Random(seed);
    }

    public byte[] Next()
    {
        var input = (byte[])Pick(_corpus).Clone();
        for (var changes = 1 + _random.Next(4); changes > 0; changes--) input = Change(input);
        return input;
    }

    private byte[] Change(byte[] input)
    {
        var at = Place(input.Length);
        switch (_random.Next(8))
        {
            case 0 when at < input.Length:
                input[at] ^= (byte)(1 << _random.Next(8));
                return input;
            case 1 when at < input.Length:
                input[at] = Pick(TellingBytes);
                return input;
            case 2 when at < input.Length:
                input[at] = (byte)_random.Next(256);
                return input;
            case 3:
                WriteExtreme(input, at);
                return input;
            case 4:
                return Join(input, 0, at, Filler(), input, at, input.Length - at);
            case 5:
                var deleted = Math.Min(_random.Next(1, 40), input.Length - at);
                return Join(input, 0, at, [], input, at + deleted, input.Length - at - deleted);
            case 6:
                return Join(input, 0, at, [], [], 0, 0);
            default:
                var other = Pick(_corpus);
                var from = Place(other.Length);
                return Join(input, 0, at, [], other, from, other.Length - from);
        }
    }

    /// <summary>A place in an input, more often near its beginning, where the structure is.</summary>
    private int Place(int length) => _random.Next(4) == 0 ? _random.Next(length + 1) : _random.Next(Math.Min(length, 96) + 1);

    /// <summary>A length, count or offset that a parser may have trusted, in either byte order.</summary>
    private void WriteExtreme(byte[] input, int at)
    {
        var number = Pick(ExtremeNumbers);
        var size = _random.Next(2) == 0 ? 2 : 4;
        var bigEndian = _random.Next(2) == 0;
        for (var i = 0; i < size && at + i < input.Length; i++) input[at + i] = (byte)(number >> (8 * (bigEndian ? size - 1 - i : i)));
    }

    private byte[] Filler()
    {
        var filler = new byte[_random.Next(1, 40)];
        if (_random.Next(2) == 0)
        {
            _random.NextBytes(filler);
            return filler;
        }

        var repeated = Pick(TellingBytes);
        for (var i = 0; i < filler.Length; i++) filler[i] = repeated;
        return filler;
    }

    private static byte[] Join(byte[] head, int headStart, int headLength, byte[] middle, byte[] tail, int tailStart, int tailLength)
    {
        var joined = new byte[headLength + middle.Length + tailLength];
        Buffer.BlockCopy(head, headStart, joined, 0, headLength);
        Buffer.BlockCopy(middle, 0, joined, headLength, middle.Length);
        Buffer.BlockCopy(tail, tailStart, joined, headLength + middle.Length, tailLength);
        return joined;
    }

    private T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];
}
