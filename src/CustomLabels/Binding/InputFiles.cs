using System;
using System.Collections.Generic;
using System.Management.Automation;
using CustomLabels.Images;

namespace CustomLabels.Binding;

/// <summary>Turns the paths of a PowerShell user into the files and folders that a command reads. A path that names none is an error of its own, and the others go on.</summary>
/// <param name="cmdlet">The command.</param>
/// <param name="unusable">The error of a path that can't be a file's: the path and the reason, as a sentence, are given.</param>
/// <param name="isQuiet">Whether a path that names nothing is no error.</param>
internal sealed class InputFiles(PSCmdlet cmdlet, Func<string, string, CustomLabelsError> unusable, bool isQuiet = false)
{
    /// <summary>The files and folders of a path; none, and an error, where there is nothing.</summary>
    /// <param name="path">The path.</param>
    /// <param name="isLiteral">Whether it is taken as it is.</param>
    public IReadOnlyList<string> Resolve(string path, bool isLiteral)
    {
        try
        {
            if (isLiteral) return [PathResolver.Literal(cmdlet.SessionState, path, Unusable)];
            var files = PathResolver.Matching(cmdlet.SessionState, path, out _, Unusable);
            if (files.Count > 0 && FilePath.IsTaken(files[0])) return files;
            Write(Errors.PathNotFound(path, PathResolver.IsPattern(path)));
        }
        catch (CustomLabelsException exception)
        {
            Write(Errors.Record(exception, VisibleText.Cut(path)));
        }
        catch (Exception exception) when (exception is IContainsErrorRecord record && PathResolver.IsOfPath(exception))
        {
            Write(new ErrorRecord(record.ErrorRecord, exception));
        }

        return [];

        CustomLabelsException Unusable(string reason) => new(unusable(path, reason));
    }

    /// <summary>Writes an error, unless it is quiet.</summary>
    public void Write(ErrorRecord error)
    {
        if (!isQuiet) cmdlet.WriteError(error);
    }
}
