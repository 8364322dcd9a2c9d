using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace CustomLabels.Aws.Settings;

/// <summary>What may be told of a failure of the SDK or of a file. Some of their exceptions hold a line of a credentials file, secret and all.</summary>
internal static class FailureText
{
    /// <summary>The messages of an exception, from the outermost in, without what may be secret.</summary>
    public static string Of(Exception error)
    {
        var told = new List<string>();
        foreach (var message in Told(error).Where(static e => e is not (TypeInitializationException or TargetInvocationException or AggregateException)).Select(Message))
        {
            // Many say again what the one around them has said.
            if (!told.Exists(before => before.Contains(message)))
                told.Add(VisibleText.Cut(message.TrimEnd('.')));
        }

        return told.Count == 0 ? $"{error.GetType().Name}." : $"{string.Join(". ", told)}.";
    }

    /// <summary>An exception and what is inside of it, from the outermost in.</summary>
    public static IEnumerable<Exception> Chain(Exception error)
    {
        for (var e = error; e is not null; e = e.InnerException)
            yield return e;
    }

    /// <summary>A sentence of an error, with room for the name, the source and the two files of a profile.</summary>
    public static string Shown(string text) => VisibleText.Whole(VisibleText.Cut(text, 3 * VisibleText.MaxLength));

    // A refused signature is told with all that was signed, session token and all, on the lines that follow.
    private static string Message(Exception error) => error.Message.Split('\r', '\n')[0];

    // Beneath a service's error stands, in other words, that it answered with an error.
    private static IEnumerable<Exception> Told(Exception error) => Chain(error).TakeWhile(static e => e.GetType().Name is not "HttpErrorResponseException");
}
