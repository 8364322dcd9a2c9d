using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Amazon.Runtime;

namespace CustomLabels.Aws.Credentials;

/// <summary>What went wrong with credentials. Never with the SDK's exception inside: some of those hold a line of a credentials file, secret and all.</summary>
internal static class CredentialErrors
{
    private const string Remedies =
        "Give credentials as parameters, set AWS_PROFILE or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or run 'aws configure' or 'aws sso login'.";

    // As Amazon.Runtime.Internal.Util.IniFile words it.
    private static readonly Regex BrokenLine = new(
        @"^Line (?<number>\d+):<.*> in file (?<file>.*) does not contain a section, property or comment\.$",
        RegexOptions.Singleline | RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));

    public static DetectionException Missing(string message) => Create(ErrorId.CredentialsMissing, message, Remedies);

    public static DetectionException SettingsUnusable(Exception error) => Create(
        ErrorId.CredentialsMissing,
        $"The AWS settings in the shared files or the environment can't be used: {Reason(error)}",
        "Correct them, and start a new session: the SDK reads some of them only once.");

    public static DetectionException Expired(string name, Exception error) => Create(
        ErrorId.CredentialsExpired,
        $"The credentials from {name} have expired or can't be renewed: {Reason(error)}",
        "Sign in again, with 'aws sso login' or as the credentials were made, and run the command again.");

    /// <summary>Whether these were credentials once, and would be after signing in again.</summary>
    public static bool IsExpiry(Exception error, AWSCredentials? credentials) =>
        credentials is SSOAWSCredentials or LoginAWSCredentials
        || Chain(error).OfType<AmazonServiceException>().Any(e => e.ErrorCode?.StartsWith("Expired", StringComparison.Ordinal) == true);

    /// <summary>The messages of an exception, from the outermost in, without what may be secret.</summary>
    public static string Reason(Exception error) => string.Join(
        " ",
        Chain(error)
            .Where(e => e is not (TypeInitializationException or TargetInvocationException or AggregateException))
            .Select(Message)
            .Distinct(StringComparer.Ordinal));

    private static string Message(Exception error)
    {
        if (error is not InvalidDataException)
            return error.Message;

        var line = BrokenLine.Match(error.Message);
        return line.Success
            ? $"Line {line.Groups["number"].Value} of {line.Groups["file"].Value} is neither a section nor a property nor a comment."
            : error.Message;
    }

    private static IEnumerable<Exception> Chain(Exception error)
    {
        for (var e = error; e is not null; e = e.InnerException)
            yield return e;
    }

    private static DetectionException Create(ErrorId id, string message, string recommendedAction) =>
        new(new DetectionError(id, message, recommendedAction) { Scope = ErrorScope.Run });
}
