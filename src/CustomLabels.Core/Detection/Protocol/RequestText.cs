using System.IO;
using System.Text;

namespace CustomLabels.Detection.Protocol;

/// <summary>The body of a request for people.</summary>
internal static class RequestText
{
    /// <summary>The JSON, with an image's length and SHA-256 in the place of its bytes.</summary>
    /// <param name="body">A seekable body; read from its beginning and rewound.</param>
    public static string Of(Stream body)
    {
        if (body is DetectRequestStream detection) return detection.Describe();
        body.Position = 0;
        using var reader = new StreamReader(body, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, bufferSize: 4096, leaveOpen: true);
        var text = reader.ReadToEnd();
        body.Position = 0;
        return text;
    }
}
