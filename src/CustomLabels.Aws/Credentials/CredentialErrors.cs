using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;

namespace CustomLabels.Aws.Credentials;

/// <summary>What went wrong with credentials. Never with the SDK's exception inside: some of those hold a line of a credentials file, secret and all.</summary>
internal static class CredentialErrors
{
    private const string Remedies =
        "Give credentials as parameters, set AWS_PROFILE or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or run 'aws configure' or 'aws sso login'.";

    private const string SignInAgain = "Sign in again, with 'aws sso login' or as the credentials were made, and run the command again.";

    // By words, because the exception may be of another copy of the SDK: "The security token included in the request is expired", "SSO Token has
    // expired and can not be refreshed", "No valid SSO Token could be found.", "Session token not found or invalid" (of the SSO portal).
    private static readonly Regex Expiry = Pattern(@"\bexpired\b|\bSSO Token\b|^Session token not found");

    public static DetectionException Missing(string message, string recommendedAction = Remedies) => Create(ErrorId.CredentialsMissing, message, recommendedAction);

    /// <summary>A place that is named for the files can't be one.</summary>
    public static DetectionException SettingsUnusable(Exception error) => Missing(
        $"The AWS settings in the shared files or the environment can't be used: {Reason(error)}", "Give the path of a credentials file.");

    /// <summary>The profile that is needed, or its file, is broken.</summary>
    /// <param name="fault">What is wrong, with file and line; never the line itself.</param>
    public static DetectionException FilesUnusable(string fault) => Missing(
        $"The shared AWS files can't be used: {fault}.", "Correct the file, or name another profile, or other files with AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE.");

    /// <summary>The source is known and gives nothing.</summary>
    /// <param name="source">Its name.</param>
    /// <param name="error">What it came to.</param>
    /// <param name="found">What was found there; null when it came to nothing at all.</param>
    public static DetectionException Unavailable(string source, Exception error, FoundCredentials? found)
    {
        // The SDK's client of STS wraps what the credentials that assume the role say.
        if (Chain(error).OfType<DetectionException>().FirstOrDefault() is { } own)
            return own;

        return IsExpiry(error)
            ? Create(ErrorId.CredentialsExpired, $"The credentials from {source} have expired or can't be renewed: {Reason(error)}", found?.SignIn ?? SignInAgain)
            : Missing($"No credentials could be obtained from {source}: {Reason(error)}", found?.Remedy ?? Remedies);
    }

    /// <summary>The messages of an exception, from the outermost in, without what may be secret.</summary>
    public static string Reason(Exception error)
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

    private static bool IsExpiry(Exception error) => Chain(error).Any(static e => IsOfAws(e) && Expiry.IsMatch(e.Message));

    // A refused signature is told with all that was signed, session token and all, on the lines that follow.
    private static string Message(Exception error) => error.Message.Split('\r', '\n')[0];

    // Beneath a service's error stands, in other words, that it answered with an error.
    private static IEnumerable<Exception> Told(Exception error) => Chain(error).TakeWhile(static e => e.GetType().Name is not "HttpErrorResponseException");

    private static bool IsOfAws(Exception error) => error.GetType().Namespace?.StartsWith("Amazon.", StringComparison.Ordinal) == true;

    private static IEnumerable<Exception> Chain(Exception error)
    {
        for (var e = error; e is not null; e = e.InnerException)
            yield return e;
    }

    private static Regex Pattern(string pattern) =>
        new(pattern, RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    // A profile has a name, a source and two files.
    private static string Shown(string text) => VisibleText.Whole(VisibleText.Cut(text, 3 * VisibleText.MaxLength));

    private static DetectionException Create(ErrorId id, string message, string recommendedAction) =>
        new(new DetectionError(id, Shown(message), Shown(recommendedAction)) { Scope = ErrorScope.Run });
}
