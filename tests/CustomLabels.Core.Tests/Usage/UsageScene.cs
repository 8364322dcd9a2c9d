using System;
using System.Globalization;
using CustomLabels.Arns;

namespace CustomLabels.Core.Tests.Usage;

/// <summary>Models and times by short names: all times are UTC, on the second of January where no day is given.</summary>
internal static class UsageScene
{
    public static readonly ProjectVersionArn V1 = Arn("line4", "v1");
    public static readonly ProjectVersionArn V2 = Arn("line4", "v2");
    public static readonly ProjectVersionArn Other = Arn("line5", "v1");

    public static ProjectVersionArn Arn(string project, string version) => ProjectVersionArn.Parse($"arn:aws:rekognition:us-east-1:123456789012:project/{project}/version/{version}/1");

    public static DateTime At(string time) => DateTime.Parse(
        time.Length > "23:59:59".Length ? time : "2026-01-02T" + time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
