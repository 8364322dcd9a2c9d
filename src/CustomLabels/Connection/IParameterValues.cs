namespace CustomLabels.Connection;

/// <summary>What was given for the parameters of a command: of one that runs, or of one that is being typed.</summary>
internal interface IParameterValues
{
    /// <summary>What was given for a parameter; null when nothing was.</summary>
    /// <param name="parameter">Its name.</param>
    object? this[string parameter] { get; }

    /// <summary>A path of PowerShell's as a path of the file system.</summary>
    /// <param name="parameter">The parameter that it was given for.</param>
    /// <param name="path">The path.</param>
    /// <exception cref="System.Exception">It is on a drive of another kind, or on none.</exception>
    string FullPath(string parameter, string path);
}
