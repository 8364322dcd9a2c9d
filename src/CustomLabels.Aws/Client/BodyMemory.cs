using System;
using System.Collections.Generic;

namespace CustomLabels.Aws.Client;

/// <summary>The memory in which a client's requests keep their bodies from the first pass to the second: bounded for all of them together. Safe for concurrent use.</summary>
/// <remarks>Not the shared pool: that keeps too few arrays of this size for the requests in flight, and the rest would be allocated again for each image.</remarks>
internal sealed class BodyMemory
{
    /// <summary>Bytes of a chunk.</summary>
    public const int ChunkLength = 256 * 1024;

    /// <summary>Bytes that all requests keep together.</summary>
    private const int Budget = 24 * 1024 * 1024;

    // An image of 2 MB in base64; what is larger would leave too little for others, and is read again.
    private const int LargestBody = Budget / 8;

    private readonly Stack<byte[]> _free = new();
    private int _rented;

    /// <summary>Takes chunks for a body.</summary>
    /// <param name="length">The body's bytes.</param>
    /// <returns>As many chunks as it fills; null when there is no room for it.</returns>
    public byte[][]? TryRent(long length)
    {
        if (length > LargestBody) return null;
        var chunks = new byte[(int)((length + ChunkLength - 1) / ChunkLength)][];
        lock (_free)
        {
            if ((_rented + chunks.Length) * (long)ChunkLength > Budget) return null;
            _rented += chunks.Length;
            for (var i = 0; i < chunks.Length && _free.Count > 0; i++) chunks[i] = _free.Pop();
        }

        for (var i = 0; i < chunks.Length; i++) chunks[i] ??= new byte[ChunkLength];
        return chunks;
    }

    /// <summary>Gives chunks back.</summary>
    /// <param name="chunks">What was rented.</param>
    /// <param name="reusable">Whether nobody reads them any more.</param>
    public void Return(byte[][] chunks, bool reusable)
    {
        lock (_free)
        {
            _rented -= chunks.Length;
            if (!reusable) return;
            foreach (var chunk in chunks) _free.Push(chunk);
        }
    }
}
