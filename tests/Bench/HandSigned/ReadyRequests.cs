using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading;

namespace CustomLabels.Bench.HandSigned;

/// <summary>Requests made and signed beforehand: what it costs to send them and nothing else. A few images in turn, more than a processor's cache holds of large ones.</summary>
internal sealed class ReadyRequests : IRequestSource
{
    private const int Most = 16;

    private readonly Signer _signer;
    private readonly (byte[] Body, Signed Signed)[] _ready;
    private uint _next;

    public ReadyRequests(Signer signer, string folder)
    {
        _signer = signer;
        _ready = Directory.GetFiles(folder).Take(Most).Select(path =>
        {
            using var request = new SignedRequests(signer).Next(path);
            using var copy = new MemoryStream();
            request.Content!.CopyTo(copy, context: null, CancellationToken.None);
            var body = copy.ToArray();
            return (body, signer.Sign(body));
        }).ToArray();
    }

    public HttpRequestMessage Next(string path)
    {
        var (body, signed) = _ready[Interlocked.Increment(ref _next) % (uint)_ready.Length];
        return _signer.Request(body, signed);
    }
}
