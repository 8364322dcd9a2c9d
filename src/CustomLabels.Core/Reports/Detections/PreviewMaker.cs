using System;
using System.IO;
using CustomLabels.Images;
using CustomLabels.Pictures;

namespace CustomLabels.Reports.Detections;

/// <summary>Looks at the files of pictures. Safe for concurrent use: what decodes them bounds the memory that they take together.</summary>
/// <param name="thumbnails">What makes small pictures, loaded when it is first needed; it may not be there on this platform.</param>
/// <param name="size">Most pixels of a small picture's longer side.</param>
internal sealed class PreviewMaker(Func<IThumbnails> thumbnails, int size)
{
    private volatile string? _unavailable;

    /// <summary>Why no small pictures can be made on this machine; null where they can.</summary>
    public string? Unavailable => _unavailable;

    /// <summary>What a file looks like. What can't be read gives no error: its row says what is known without it.</summary>
    /// <param name="path">Its full path; null for a picture that is no file.</param>
    public Preview Make(string? path)
    {
        if (path is null || Header(path) is not { } header) return new Preview(Thumbnail: null, Header: null);
        return new Preview(Small(path), header);
    }

    private static ImageHeader? Header(string path)
    {
        try
        {
            using var stream = RegularFile.Open(path);
            var header = ImageHeaderReader.Read(stream);
            return header.Format == ImageFormat.Unknown ? null : header;
        }
        catch (Exception e) when (e is CustomLabelsException or IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private Thumbnail? Small(string path)
    {
        try
        {
            return Library()?.Make(new FileImage(path), size);
        }
        catch (Exception e) when (e is CustomLabelsException or IOException)
        {
            // No picture, or one that is damaged.
            return null;
        }
    }

    private IThumbnails? Library()
    {
        if (_unavailable is not null) return null;
        try
        {
            return thumbnails();
        }
        catch (CustomLabelsException e)
        {
            _unavailable = e.Error.Message;
            return null;
        }
    }
}
