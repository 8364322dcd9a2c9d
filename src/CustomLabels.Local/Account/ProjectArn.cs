using System;
using System.Text.RegularExpressions;
using CustomLabels.Arns;

namespace CustomLabels.Local.Account;

/// <summary>The name of a project. Pattern and length are those of the API model (botocore, rekognition 2016-06-27, ProjectArn).</summary>
internal static class ProjectArn
{
    /// <summary>The shortest, in characters.</summary>
    public const int MinLength = 20;

    /// <summary>The longest, in characters.</summary>
    public const int MaxLength = 2048;

    /// <summary>The pattern as the API model writes it.</summary>
    public const string ModelPattern = @"(^arn:[a-z\d-]+:rekognition:[a-z\d-]+:\d{12}:project\/[a-zA-Z0-9_.\-]{1,255}\/[0-9]+$)";

    /// <summary>The same pattern for .NET.</summary>
    public static readonly Regex Form = new(
        @"\Aarn:[a-z0-9-]+:rekognition:[a-z0-9-]+:[0-9]{12}:project/[a-zA-Z0-9_.\-]{1,255}/[0-9]+\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>The project of a version.</summary>
    /// <remarks>The service ends both ARNs in the time of creation. Here they end in 1 and 2: the same each time, and different, so that a client that cuts one out of the other is found out.</remarks>
    public static string Of(ProjectVersionArn version) => version.Text.Substring(0, version.Text.IndexOf("/version/", StringComparison.Ordinal)) + "/2";
}
