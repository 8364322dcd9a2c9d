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
        return Try(path!, () => Images([FullPath(path!)], skipsFolder));
    }

    /// <summary>The absolute path in the file system of a path that is taken as it is.</summary>
    /// <exception cref="DetectionException">It is on a drive of another kind.</exception>
    /// <exception cref="Exception">The session can't resolve it: see <see cref="IsOfPath"/>.</exception>
    public string FullPath(string path)
    {
        var full = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
        RequireFileSystem(path, provider);
        return full;
    }

    /// <summary>Whether an exception says that a path can't be resolved.</summary>
    public static bool IsOfPath(Exception exception) => exception is SessionStateException or WildcardPatternException or ProviderInvocationException or NotSupportedException
        or PSInvalidOperationException or IOException or UnauthorizedAccessException;

    /// <summary>Whether a path's drive is a file system's: the session resolves env:PATH and HKLM:\ too, without an error.</summary>
    public static bool IsFileSystem(ProviderInfo provider) => typeof(FileSystemProvider).IsAssignableFrom(provider.ImplementingType);

    private List<ImageInput> Expand(string path)
    {
        var files = cmdlet.SessionState.Path.GetResolvedProviderPathFromPSPath(path, out var provider);
        RequireFileSystem(path, provider);
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

    private static void RequireFileSystem(string path, ProviderInfo provider)
    {
        if (!IsFileSystem(provider))
            throw new DetectionException(ImageErrors.Unreadable(path, $"it is on the {provider.Name} drive, not in the file system"));
    }
}
