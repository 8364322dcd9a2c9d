using System;
using System.IO;

namespace CustomLabels.Images;

/// <summary>An image file.</summary>
/// <remarks>The file's length and time are remembered at the first look, and each later look must find the same.</remarks>
public sealed class FileImage : LocalImage
{
    private (long Length, DateTime LastWriteTimeUtc)? _firstLook;

    /// <summary>Names a file; nothing is opened yet.</summary>
    /// <param name="path">The absolute path. Nothing is resolved against the process's directory, which in PowerShell is rarely the user's.</param>
    public FileImage(string path)
        : base(ImageIdentity.OfFile(path ?? throw new ArgumentNullException(nameof(path))))
    {
    }

    /// <summary>The file's full path.</summary>
    public new string LiteralPath => Identity.LiteralPath!;

    /// <inheritdoc/>
    internal override long Length => FirstLook.Length;

    /// <summary>When the file was last written, UTC, as of the first look.</summary>
    /// <exception cref="CustomLabelsException">As for <see cref="Length"/>.</exception>
    internal DateTime LastWriteTimeUtc => FirstLook.LastWriteTimeUtc;

    /// <summary>The length and time of the first look; null before it.</summary>
    internal (long Length, DateTime LastWriteTimeUtc)? Looked => _firstLook;

    private (long Length, DateTime LastWriteTimeUtc) FirstLook
    {
        get
        {
            if (_firstLook is null) OpenRead().Dispose();
            return _firstLook!.Value;
        }
    }

    /// <inheritdoc/>
    internal override Stream OpenRead()
    {
        FileStream? stream = null;
        try
        {
            stream = _firstLook is null ? RegularFile.Open(LiteralPath) : RegularFile.Reopen(LiteralPath);
            var look = (stream.Length, RegularFile.LastWriteTimeUtc(stream));
            _firstLook ??= look;
            if (look != _firstLook) throw new CustomLabelsException(ImageErrors.Changed(LiteralPath));
            return stream;
        }
        catch (CustomLabelsException)
        {
            stream?.Dispose();
            throw;
        }
        catch (Exception e)
        {
            stream?.Dispose();
            throw new CustomLabelsException(ImageErrors.FromOpening(LiteralPath, e), e);
        }
    }
}
