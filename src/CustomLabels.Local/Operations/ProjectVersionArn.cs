using System;
using System.Text.RegularExpressions;

namespace CustomLabels.Local.Operations;

/// <summary>The form of a model version's ARN (botocore model rekognition/2016-06-27, <c>ProjectVersionArn</c>).</summary>
internal static class ProjectVersionArn
{
    /// <summary>The shortest, in characters.</summary>
    public const int MinLength = 20;

    /// <summary>The longest, in characters.</summary>
    public const int MaxLength = 2048;

    /// <summary>The pattern as the model writes it.</summary>
    public const string ModelPattern =
        @"(^arn:[a-z\d-]+:rekognition:[a-z\d-]+:\d{12}:project\/[a-zA-Z0-9_.\-]{1,255}\/version\/[a-zA-Z0-9_.\-]{1,255}\/[0-9]+$)";

    // Here \d would also take other scripts' digits, and $ a line end.
    private static readonly Regex Form = new(
        @"\Aarn:[a-z0-9-]+:rekognition:(?<region>[a-z0-9-]+):[0-9]{12}:project/[a-zA-Z0-9_.\-]{1,255}/version/[a-zA-Z0-9_.\-]{1,255}/[0-9]+\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>The region of an ARN; null when it is none.</summary>
    public static string? RegionOf(string arn) => arn.Length <= MaxLength && Form.Match(arn) is { Success: true } match ? match.Groups["region"].Value : null;

    /// <summary>Checks a request's ARN.</summary>
    public static void Check(Constraints constraints, string? arn)
    {
        constraints.Required(arn is not null, "projectVersionArn");
        constraints.Length(arn, "projectVersionArn", MinLength, MaxLength);
        constraints.Pattern(arn, "projectVersionArn", Form, ModelPattern);
    }
}
