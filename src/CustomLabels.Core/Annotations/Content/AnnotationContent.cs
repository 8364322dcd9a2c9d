using System;
using System.IO;
using System.Text;
using System.Threading;
using CustomLabels.Images;

namespace CustomLabels.Annotations.Content;

/// <summary>The bytes of one annotation file, which may be read several times.</summary>
/// <param name="path">Its full path, or what it is called in errors.</param>
/// <param name="open">Opens it from its first byte.</param>
internal sealed class AnnotationContent(string path, Func<Stream> open)
{
    private const int BufferSize = 16384;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly CancellationToken _cancellationToken;

    /// <summary>A file of the file system.</summary>
    /// <param name="path">Its full path.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public AnnotationContent(string path, CancellationToken cancellationToken = default)
        : this(path, () => cancellationToken.CanBeCanceled ? new StoppableStream(RegularFile.Open(path), cancellationToken) : RegularFile.Open(path)) => _cancellationToken = cancellationToken;

    /// <summary>Another file of the same reading, such as one that this one names.</summary>
    /// <param name="other">Its full path.</param>
    public AnnotationContent Beside(string other) => new(other, _cancellationToken);

    /// <summary>What it is called.</summary>
    public string Path => path;

    /// <summary>The folder it is in; empty for what is no file.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(path) ?? "";

    /// <summary>The content as it is.</summary>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.AnnotationUnreadable"/>.</exception>
    public Stream Open() => Opening(open);

    /// <summary>The content as UTF-8 without a byte order mark, whatever of the three it is written in: UTF-8, with or without one, or UTF-16 with one.</summary>
    public Stream OpenUtf8()
    {
        var stream = Open();
        var mark = new byte[3];
        var length = ReadMark(stream, mark);
        if (length >= 2 && ((mark[0] == 0xFF && mark[1] == 0xFE) || (mark[0] == 0xFE && mark[1] == 0xFF)))
        {
            stream.Position = 0;
            return new Utf16Stream(new StreamReader(stream, new UnicodeEncoding(mark[0] == 0xFE, byteOrderMark: true, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true, BufferSize));
        }

        if (length < 3 || mark[0] != 0xEF || mark[1] != 0xBB || mark[2] != 0xBF) stream.Position = 0;
        return stream;
    }

    /// <summary>The content as text: see <see cref="OpenUtf8"/>.</summary>
    public TextReader OpenText() => new StreamReader(Open(), Utf8, detectEncodingFromByteOrderMarks: true, BufferSize);

    /// <summary>Reads, with errors that name the file.</summary>
    /// <param name="read">What reads.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.AnnotationUnreadable"/>.</exception>
    private Stream Opening(Func<Stream> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is CustomLabelsException or IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new CustomLabelsException(AnnotationErrors.Unreadable(path, e.Message), e);
        }
    }

    private static int ReadMark(Stream stream, byte[] mark)
    {
        var length = 0;
        while (length < mark.Length && stream.Read(mark, length, mark.Length - length) is > 0 and var read) length += read;
        return length;
    }
}
