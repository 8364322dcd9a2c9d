using System;
using static System.FormattableString;

namespace CustomLabels.Detection.Journal;

/// <summary>What can be wrong with a journal. Each ends the run: without the journal, answers that are paid for would be lost.</summary>
internal static class JournalErrors
{
    /// <summary>A journal's options are given, and no journal.</summary>
    public static CustomLabelsError PathMissing() => new(
        ErrorId.RequestInvalid,
        "-Durable, -SkipFailed and -VerifyContent need -JournalPath.",
        "Give -JournalPath too, or leave them out.") { Scope = ErrorScope.Run };

    /// <summary>The journal can't be had.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="reason">Why, as a sentence.</param>
    public static CustomLabelsError Unreadable(string path, string reason) => Invalid(
        $"The journal {Quoted(path)} can't be read: {Sentence.Of(reason)}",
        "Check the path, and that this account may read and write the file.");

    /// <summary>What to warn of when a torn last line was cut off.</summary>
    /// <param name="path">The journal's path.</param>
    /// <param name="length">The line's bytes.</param>
    public static string CutOff(string path, long length) =>
        Invariant($"The journal {Quoted(path)} ended within a line, as a run that is killed leaves it. Its last {length} bytes were cut off; the image they were about is sent again.");

    /// <summary>What to warn of when a torn last line is left out.</summary>
    /// <param name="path">The journal's path.</param>
    /// <param name="length">The line's bytes.</param>
    public static string LeftOut(string path, long length) =>
        Invariant($"The journal {Quoted(path)} ends within a line: a run is writing it, or was killed. Its last {length} bytes are left out.");

    internal static CustomLabelsError AnswerInvalid(string path, string reason) => Invalid(
        $"The journal {Quoted(path)} has an answer that is not the service's: {Sentence.Of(reason)}",
        "Put back a copy of the file, or take the line out: its image is then sent again.");

    internal static CustomLabelsError NotAJournal(string path) => Invalid(
        $"{Quoted(path)} is not a journal: it does not begin with a journal's first line.",
        "Nothing was changed. Give the path of a journal, or of a file that does not exist yet.");

    internal static CustomLabelsError IsUtf16(string path) => Invalid(
        $"{Quoted(path)} is text in UTF-16, and a journal is in UTF-8. Windows PowerShell writes UTF-16 with > and Out-File.",
        "Nothing was changed. Save its lines as UTF-8, with -Encoding UTF8 in Windows PowerShell, or give another path.");

    internal static CustomLabelsError OtherVersion(string path, int version, string? module) => Invalid(
        Invariant($"{Quoted(path)} is a journal of format version {version}, and this module reads versions 1 to {JournalLines.FormatVersion}."),
        $"Nothing was changed. Use a newer version of the module (the file was begun by {VisibleText.Of(module ?? "an unknown one")}), or give another path.");

    internal static CustomLabelsError LineInvalid(string path, int lineNumber, string problem) => Invalid(
        Invariant($"{Quoted(path)}, line {lineNumber}, is not a line of a journal: {VisibleText.Of(problem)}."),
        "Nothing was changed. Put back a copy of the file, or take that line out: its image is then sent again.");

    internal static CustomLabelsError InUse(string path, JournalRun? holder, DateTime since) => new(
        ErrorId.JournalInUse,
        holder is null
            ? Invariant($"The journal {Quoted(path)} is in use by another run, since {since:u}.")
            : Invariant($"The journal {Quoted(path)} is in use by process {holder.ProcessId} on {VisibleText.Of(holder.MachineName)}, started by {VisibleText.Of(holder.UserName)}, since {holder.Started:u}."),
        "Wait until that run has ended, or end it; or give each run a journal of its own.") { Scope = ErrorScope.Run };

    internal static CustomLabelsError NotOpened(string path, string reason) => new(
        ErrorId.JournalWriteFailed,
        $"The journal {Quoted(path)} can't be opened to write: {Sentence.Of(reason)}",
        "Give a path in a folder that exists and in which this account may write: a .lock file is made beside the journal. No image was asked about.") { Scope = ErrorScope.Run };

    internal static CustomLabelsError WriteFailed(string path, string reason) => new(
        ErrorId.JournalWriteFailed,
        $"The journal {Quoted(path)} can't be written: {Sentence.Of(reason)}",
        "Make room, or bring the drive back, and run the same command again: what was emitted is in the journal, and is not sent again.") { Scope = ErrorScope.Run };

    private static CustomLabelsError Invalid(string message, string action) => new(ErrorId.JournalInvalid, message, action) { Scope = ErrorScope.Run };

    private static string Quoted(string path) => $"'{VisibleText.Of(path)}'";
}
