using System;
using System.IO;

namespace CustomLabels.Images;

/// <summary>Refuses, before any request, what can't be sent or can't be an image.</summary>
/// <remarks>What is outside a limit that is only documented passes: the service decides, and its limits move.</remarks>
internal static class ImageInspector
{
    /// <summary>Looks at an image's header and length.</summary>
    /// <param name="image">The image.</param>
    /// <exception cref="CustomLabelsException">It can't be opened or read (<see cref="ErrorId.ImageNotFound"/>, <see cref="ErrorId.ImageIsFolder"/>,
    /// <see cref="ErrorId.ImageUnreadable"/>), is empty (<see cref="ErrorId.ImageEmpty"/>), is neither PNG nor JPEG by its content
    /// (<see cref="ErrorId.ImageFormat"/>), has more than <see cref="ImageLimits.MaxBytes"/> bytes (<see cref="ErrorId.ImageTooLarge"/>), or ends
    /// inside its header (<see cref="ErrorId.ImageTruncated"/>): the first of these that is true.</exception>
    public static InspectedImage Inspect(LocalImage image)
    {
        var content = Open(image);
        try
        {
            var (header, instead) = Look(image, content);
            var name = image.LiteralPath ?? image.Name;

            // Before the length: who sent a film by mistake isn't helped by "make it smaller".
            if (header.Format == ImageFormat.Unknown)
                throw new CustomLabelsException(instead is null ? ImageErrors.Empty(name) : ImageErrors.Format(name, instead));
            var length = image.Length;
            if (length > ImageLimits.MaxBytes) throw new CustomLabelsException(ImageErrors.TooLarge(name, length, header));
            if (header.IsTruncated) throw new CustomLabelsException(ImageErrors.Truncated(name, header.Format, length));
            content.Position = 0;
            return new InspectedImage(image, header, length, content);
        }
        catch
        {
            content.Dispose();
            throw;
        }
    }

    /// <summary>Reads the header and, where the content is neither PNG nor JPEG, what it is instead; that is null where there is no content at all.</summary>
    internal static (ImageHeader Header, string? Instead) Look(LocalImage image)
    {
        using var content = Open(image);
        return Look(image, content);
    }

    private static Stream Open(LocalImage image)
    {
        if (image is null) throw new ArgumentNullException(nameof(image));
        return Reading(image, image.OpenHead);
    }

    private static (ImageHeader Header, string? Instead) Look(LocalImage image, Stream content) => Reading<(ImageHeader, string?)>(image, () =>
    {
        var header = ImageHeaderReader.Read(content);
        if (header.Format != ImageFormat.Unknown) return (header, null);
        content.Position = 0;
        return (header, ContentSniffer.Describe(content));
    });

    private static T Reading<T>(LocalImage image, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not (CustomLabelsException or OperationCanceledException))
        {
            // A caller's stream may throw anything: a broken connection, a failed decryption.
            throw new CustomLabelsException(ImageErrors.Unreadable(image.LiteralPath ?? image.Name, e.Message), e);
        }
    }
}
