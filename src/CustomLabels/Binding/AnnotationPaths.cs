using System.Collections.Generic;
using System.Management.Automation;
using CustomLabels.Annotations.Content;
using CustomLabels.Images;

namespace CustomLabels.Binding;

/// <summary>Turns the paths of a PowerShell user into files and folders of annotations.</summary>
/// <param name="cmdlet">The command.</param>
internal sealed class AnnotationPaths(PSCmdlet cmdlet)
{
    /// <summary>Whether a path that names nothing is no error.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>The files and folders of a path; none, and an error, where there is nothing.</summary>
    /// <param name="path">The path.</param>
    /// <param name="isLiteral">Whether it is taken as it is.</param>
    public IReadOnlyList<string> Resolve(string? path, bool isLiteral)
    {
        try
        {
            if (string.IsNullOrWhiteSpace(path)) throw Unusable("It is empty.");
            if (isLiteral) return [PathResolver.Literal(cmdlet.SessionState, path!, Unusable)];
            var files = PathResolver.Matching(cmdlet.SessionState, path!, out _, Unusable);
            if (files.Count > 0 && FilePath.IsTaken(files[0])) return files;
            Write(Errors.PathNotFound(path!, PathResolver.IsPattern(path!)));
        }
        catch (CustomLabelsException exception)
        {
            Write(Errors.Record(exception, VisibleText.Cut(path)));
        }
        catch (System.Exception exception) when (exception is IContainsErrorRecord record && PathResolver.IsOfPath(exception))
        {
            Write(new ErrorRecord(record.ErrorRecord, exception));
        }

        return [];

        CustomLabelsException Unusable(string reason) => new(AnnotationErrors.Unreadable(path ?? "", reason));
    }

    /// <summary>The full path of a file or folder that a parameter names; null for none.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="path">The path.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.RequestInvalid"/>.</exception>
    public string? Full(string parameter, string? path) =>
        string.IsNullOrEmpty(path) ? null : PathResolver.FullPath(cmdlet.SessionState, path!, reason => new CustomLabelsException(InputErrors.PathUnusable(parameter, path!, reason)));

    private void Write(ErrorRecord error)
    {
        if (!IsQuiet) cmdlet.WriteError(error);
    }
}
