using System;
using System.Collections.Generic;
using System.Management.Automation;
using CustomLabels.Images;
using CustomLabels.Output;

namespace CustomLabels.Binding;

/// <summary>Turns the paths of a PowerShell user into images: PSDrives, the session's location, wildcards, URIs and ARNs.</summary>
/// <remarks>Runs on the pipeline's thread, because only there may the session be asked. .NET's own current directory is never used.</remarks>
internal sealed class ImagePaths(PSCmdlet cmdlet, bool takesS3)
{
    /// <summary>A path in which wildcards count, unless it is the name of a file as it stands.</summary>
    /// <param name="path">The path.</param>
    /// <param name="skipsFolder">Whether a folder is passed over that no wildcard found: see <see cref="Literal"/>.</param>
    public IEnumerable<ImageInput> Wildcard(string? path, bool skipsFolder) => Resolve(path, skipsFolder, () => Matching(path!, skipsFolder));

    /// <summary>A path that is taken as it is.</summary>
    /// <param name="path">The path.</param>
    /// <param name="skipsFolder">Whether a folder is passed over: it came along with the images of a listing, nobody named it.</param>
    public IEnumerable<ImageInput> Literal(string? path, bool skipsFolder) => Resolve(path, skipsFolder, () => OnlyFile(path!, path!, skipsFolder));

    private IEnumerable<ImageInput> Resolve(string? text, bool skipsFolder, Func<IEnumerable<ImageInput>> resolve)
    {
        if (string.IsNullOrWhiteSpace(text)) return [Failed(text ?? "", InputErrors.PathEmpty())];
        try
        {
            if (Reference(text!, skipsFolder) is { } images) return images;
            return ImageText.LengthError(text!) is { } error ? throw new CustomLabelsException(error) : resolve();
        }
        catch (CustomLabelsException exception)
        {
            return [Failed(text!, exception.Error)];
        }
        catch (Exception exception) when (PathResolver.IsOfPath(exception))
        {
            return [Failed(text!, ImageErrors.Unreadable(text!, exception.Message))];
        }
    }

    /// <summary>The images of a text that is a URI or an ARN; null for a path.</summary>
    private List<ImageInput>? Reference(string text, bool skipsFolder)
    {
        if (S3Uri.IsS3Uri(text)) return takesS3 ? [new ImageInput(S3Uri.Parse(text))] : PathResolver.HasDrive(cmdlet.SessionState, "s3") ? null : throw NotLocal(text);
        // A drive may have any name, such as data.
        if (ImageText.SchemeOf(text) is not { } scheme || PathResolver.HasDrive(cmdlet.SessionState, scheme)) return null;
        if (S3Arn.IsArn(text)) return takesS3 ? [new ImageInput(S3Arn.Parse(text))] : throw NotLocal(text);
        if (scheme == "file") return OnlyFile(text, FileUri.PathOf(text), skipsFolder);
        return ImageText.UriError(text, scheme) is { } error ? throw new CustomLabelsException(error) : null;
    }

    private List<ImageInput> Matching(string path, bool skipsFolder)
    {
        var files = PathResolver.Matching(cmdlet.SessionState, path, out var isPattern, reason => new CustomLabelsException(ImageErrors.Unreadable(path, reason)));
        if (!isPattern) return Files(path, files, skipsFolder);
        var images = Files(path, files, skipsFolders: true);
        return images.Count > 0 ? images : throw new CustomLabelsException(PathResolver.IsPattern(path) ? ImageErrors.NothingMatches(path) : ImageErrors.PatternInvalid(path));
    }

    private List<ImageInput> OnlyFile(string text, string path, bool skipsFolder) =>
        Files(text, [PathResolver.FullPath(cmdlet.SessionState, path, reason => new CustomLabelsException(ImageErrors.Unreadable(text, reason)))], skipsFolder);

    private List<ImageInput> Files(string text, IEnumerable<string> paths, bool skipsFolders)
    {
        var images = new List<ImageInput>();
        foreach (var path in paths)
        {
            if (skipsFolders && FilePath.IsFolder(path)) cmdlet.WriteVerboseLine($"Skipped '{VisibleText.Of(path)}': a folder.");
            else images.Add(Image(text, path));
        }

        return images;
    }

    private static ImageInput Image(string text, string path)
    {
        var image = new FileImage(path);
        var error = ImageText.ImageError(text);
        // Nearly all paths are first looked at when their image's turn comes. A long text is kept as a path only if it is one.
        if (error is null && path.Length <= VisibleText.MaxLength || FilePath.IsTaken(path)) return new ImageInput(image);
        error ??= ErrorOf(image);
        return error is null ? new ImageInput(image) : Failed(text, error);
    }

    private static CustomLabelsError? ErrorOf(FileImage image)
    {
        try
        {
            _ = image.Length;
            return null;
        }
        catch (CustomLabelsException exception)
        {
            return exception.Error;
        }
    }

    private static CustomLabelsException NotLocal(string uri) => new(ImageErrors.NotLocal(uri));

    private static ImageInput Failed(string text, CustomLabelsError error) => new(new UnresolvedImage(ImageText.NameOf(text)), error);
}
