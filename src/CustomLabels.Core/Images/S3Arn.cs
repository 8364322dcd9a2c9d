using System;
using System.Text.RegularExpressions;

namespace CustomLabels.Images;

/// <summary>Reads <c>arn:aws:s3:::bucket/key</c>, in any partition. The key is literal, as that of an <c>s3://</c> URI.</summary>
internal static class S3Arn
{
    private const string Start = "arn:";

    // Partitions: aws, aws-cn, aws-us-gov, aws-iso, aws-iso-b ... (botocore, endpoints.json). An object's ARN names neither region nor account.
    private static readonly Regex Form = new(
        @"\Aarn:aws(-[a-z-]+)?:s3:::(?<bucket>[^/]*)(?<slash>/?)(?<key>.*)\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        TimeSpan.FromSeconds(1));

    private static readonly Regex AccessPoint = new(
        @"\Aarn:[^:]*:s3[a-z-]*:[^:]*:[^:]*:accesspoint/", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>Whether the text begins with <c>arn:</c>.</summary>
    /// <param name="text">A path or an ARN.</param>
    public static bool IsArn(string text) => text is not null && text.StartsWith(Start, StringComparison.Ordinal);

    /// <summary>The object that an ARN names.</summary>
    /// <param name="text">The ARN.</param>
    /// <exception cref="CustomLabelsException">It names no S3 object (<see cref="ErrorId.S3UriInvalid"/>).</exception>
    public static S3Image Parse(string text)
    {
        if (text is null) throw new ArgumentNullException(nameof(text));
        var match = Form.Match(text);
        if (!match.Success)
        {
            throw Invalid(text, AccessPoint.IsMatch(text)
                ? "it is the ARN of an access point, and Custom Labels takes the bucket's name"
                : "it is another resource's ARN; an object's is arn:aws:s3:::bucket/key");
        }

        if (match.Groups["slash"].Length == 0) throw Invalid(text, "it has a bucket and no key");
        return new S3Image(match.Groups["bucket"].Value, match.Groups["key"].Value);
    }

    private static CustomLabelsException Invalid(string text, string problem) => new(ImageErrors.S3UriInvalid(text, problem));
}
