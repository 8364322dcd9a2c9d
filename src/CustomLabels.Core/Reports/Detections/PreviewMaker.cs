using System;
using System.IO;
using CustomLabels.Images;
using CustomLabels.Pictures;

namespace CustomLabels.Reports.Detections;

/// <summary>Looks at the files of pictures.</summary>
/// <param name="thumbnails">Makes small pictures; null where nothing on this machine can.</param>
/// <param name="size">Most pixels of a small picture's longer side.</param>
internal sealed class PreviewMaker(IThumbnails? thumbnails, int size)
{
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
            return thumbnails?.Make(new FileImage(path), size);
        }
        catch (CustomLabelsException)
        {
            return null;
        }
    }
}
