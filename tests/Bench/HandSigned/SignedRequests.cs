using System;
using System.IO;
using System.Net.Http;
using System.Text;

namespace CustomLabels.Bench.HandSigned;

/// <summary>What a careful programmer without an SDK would do for each image: read it, write its base64 into the JSON, hash that and sign. One worker's: its buffers are kept.</summary>
internal sealed class SignedRequests(Signer signer) : IRequestSource
{
    private readonly Signer _signer = signer;
    private readonly byte[] _prefix = Encoding.ASCII.GetBytes($$"""{"ProjectVersionArn":"{{signer.ProjectVersionArn}}","Image":{"Bytes":""" + "\"");
    private byte[] _image = [];
    private byte[] _body = [];

    public HttpRequestMessage Next(string path)
    {
        var body = Body(path);
        return _signer.Request(body, _signer.Sign(body.Span));
    }

    private ReadOnlyMemory<byte> Body(string path)
    {
        using var file = File.OpenHandle(path, options: FileOptions.SequentialScan);
        var length = (int)RandomAccess.GetLength(file);
        if (_image.Length < length)
        {
            _image = new byte[length];
            _body = new byte[_prefix.Length + System.Buffers.Text.Base64.GetMaxEncodedToUtf8Length(length) + 3];
            _prefix.CopyTo(_body, 0);
        }

        for (var read = 0; read < length;) read += RandomAccess.Read(file, _image.AsSpan(read, length - read), read);
        System.Buffers.Text.Base64.EncodeToUtf8(_image.AsSpan(0, length), _body.AsSpan(_prefix.Length), out _, out var written);
        "\"}}"u8.CopyTo(_body.AsSpan(_prefix.Length + written));
        return _body.AsMemory(0, _prefix.Length + written + 3);
    }
}
