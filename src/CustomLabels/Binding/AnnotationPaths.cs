using System.Collections.Generic;
using System.Management.Automation;
using CustomLabels.Annotations.Content;

namespace CustomLabels.Binding;

/// <summary>Turns the paths of a PowerShell user into files and folders of annotations.</summary>
/// <param name="cmdlet">The command.</param>
/// <param name="isQuiet">Whether a path that names nothing is no error.</param>
internal sealed class AnnotationPaths(PSCmdlet cmdlet, bool isQuiet = false)
{
    private readonly InputFiles _files = new(cmdlet, AnnotationErrors.Unreadable, isQuiet);

    /// <summary>The files and folders of a path; none, and an error, where there is nothing.</summary>
    /// <param name="path">The path.</param>
    /// <param name="isLiteral">Whether it is taken as it is.</param>
    public IReadOnlyList<string> Resolve(string? path, bool isLiteral)
    {
        if (!string.IsNullOrWhiteSpace(path)) return _files.Resolve(path!, isLiteral);
        _files.Write(Errors.Record(new CustomLabelsException(AnnotationErrors.Unreadable(path ?? "", "It is empty.")), VisibleText.Cut(path)));
        return [];
    }

    /// <summary>The full path of a file or folder that a parameter names; null for none.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="path">The path.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.RequestInvalid"/>.</exception>
    public string? Full(string parameter, string? path) =>
        string.IsNullOrEmpty(path) ? null : PathResolver.FullPath(cmdlet.SessionState, path!, reason => new CustomLabelsException(InputErrors.PathUnusable(parameter, path!, reason)));
}
