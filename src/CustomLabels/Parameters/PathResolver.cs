using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using CustomLabels.Images;
using CustomLabels.Pipeline;
using Microsoft.PowerShell.Commands;

namespace CustomLabels.Parameters;

/// <summary>Turns the paths of a PowerShell user into images: PSDrives, the session's location, wildcards, S3 URIs.</summary>
/// <remarks>Runs on the pipeline's thread, because only there may the session be asked. .NET's own current directory is never used.</remarks>
internal sealed class PathResolver(PSCmdlet cmdlet, bool takesS3)
{
    /// <summary>A path in which wildcards count.</summary>
    /// <param name="path">The path.</param>
    /// <param name="skipsFolder">Whether a folder is passed over that no wildcard found: see <see cref="Literal"/>.</param>
    public IEnumerable<ImageInput> Wildcard(string? path, bool skipsFolder)
    {
        if (string.IsNullOrWhiteSpace(path) || IsS3(path!)) return Literal(path, skipsFolder);
        // Tab completion writes a[1].jpg as a`[1`].jpg, which holds no wildcard and names no file as it stands.
        return WildcardPattern.ContainsWildcardCharacters(path) ? Try(path!, () => Expand(path!)) : Literal(WildcardPattern.Unescape(path), skipsFolder);
    }

    /// <summary>A path that is taken as it is.</summary>
    /// <param name="path">The path.</param>
    /// <param name="skipsFolder">Whether a folder is passed over: it came along with the images of a listing, nobody named it.</param>
    public IEnumerable<ImageInput> Literal(string? path, bool skipsFolder)
    {
        if (string.IsNullOrWhiteSpace(path)) return [Failed(path ?? "", InputErrors.PathEmpty())];
        if (IsS3(path!)) return Try(path!, () => [new ImageInput(S3Uri.Parse(path!))]);
        return Try(path!, () => Images([FullPath(cmdlet.SessionState, path!, reason => Unreadable(path!, reason))], skipsFolder));
    }

    /// <summary>The absolute path in the file system of a path that is taken as it is.</summary>
    /// <param name="session">The session whose drives and location count.</param>
    /// <param name="path">The path.</param>
    /// <param name="unusable">The error of a path on a drive of another kind, or that the session can't resolve: why, as a sentence, is given.</param>
    public static string FullPath(SessionState session, string path, Func<string, Exception> unusable)
    {
        try
        {
            var full = session.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
            RequireFileSystem(provider, unusable);
            return full;
        }
        catch (Exception exception) when (IsOfPath(exception))
        {
            throw unusable(exception.Message);
        }
    }

    /// <summary>Refuses a drive that is not a file system's: the session resolves env:PATH and HKLM:\ too, without an error.</summary>
    /// <param name="provider">The provider of the drive.</param>
    /// <param name="unusable">The error: why, as a sentence, is given.</param>
    public static void RequireFileSystem(ProviderInfo provider, Func<string, Exception> unusable)
    {
        if (!typeof(FileSystemProvider).IsAssignableFrom(provider.ImplementingType)) throw unusable($"It is on the {provider.Name} drive, not in the file system.");
    }

    /// <summary>Whether an exception says that a path can't be resolved.</summary>
    public static bool IsOfPath(Exception exception) => exception is SessionStateException or WildcardPatternException or ProviderInvocationException or NotSupportedException
        or PSInvalidOperationException or IOException or UnauthorizedAccessException;

    private List<ImageInput> Expand(string path)
    {
        var files = cmdlet.SessionState.Path.GetResolvedProviderPathFromPSPath(path, out var provider);
        RequireFileSystem(provider, reason => Unreadable(path, reason));
        if (files.Count == 0) cmdlet.WriteVerboseLine($"Nothing matches '{VisibleText.Of(path)}'.");
        return Images(files, skipsFolders: true);
    }

    private List<ImageInput> Images(IEnumerable<string> paths, bool skipsFolders)
    {
        var images = new List<ImageInput>();
        foreach (var path in paths)
        {
            if (skipsFolders && Directory.Exists(path)) cmdlet.WriteVerboseLine($"Skipped '{VisibleText.Of(path)}': a folder.");
            else images.Add(new ImageInput(new FileImage(path)));
        }

        return images;
    }

    private bool IsS3(string path) => takesS3 && S3Uri.IsS3Uri(path);

    private static IEnumerable<ImageInput> Try(string path, Func<IEnumerable<ImageInput>> resolve)
    {
        try
        {
            return resolve();
        }
        catch (DetectionException exception)
        {
            return [Failed(path, exception.Error)];
        }
        catch (ItemNotFoundException)
        {
            return [Failed(path, ImageErrors.NotFound(path))];
        }
        catch (Exception exception) when (IsOfPath(exception))
        {
            return [Failed(path, ImageErrors.Unreadable(path, exception.Message))];
        }
    }

    private static ImageInput Failed(string path, DetectionError error) => new(new UnresolvedImage(path), error);

    private static DetectionException Unreadable(string path, string reason) => new(ImageErrors.Unreadable(path, reason));
}
