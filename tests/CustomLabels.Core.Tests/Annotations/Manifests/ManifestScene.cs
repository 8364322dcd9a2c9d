using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CustomLabels.Annotations.Content;
using CustomLabels.Annotations.Manifests.Datasets;

namespace CustomLabels.Core.Tests.Annotations.Manifests;

/// <summary>A folder with manifests and images, and lines to make them of.</summary>
internal sealed class ManifestScene : IDisposable
{
    public const string Boxes = """
        {"source-ref":"s3://b/a.jpg","d":{"image_size":[{"width":640,"height":480,"depth":3}],"annotations":[{"class_id":0,"left":10,"top":20,"width":30,"height":40},{"class_id":1,"left":0,"top":0,"width":640,"height":480}]},"d-metadata":{"objects":[{"confidence":1},{"confidence":0.5}],"class-map":{"0":"scratch","1":"dent"},"type":"groundtruth/object-detection","human-annotated":"yes","creation-date":"2026-01-15T08:00:00","job-name":"j"}}
        """;

    public const string Whole = """
        {"source-ref":"s3://b/a.jpg","q":1,"q-metadata":{"confidence":1,"class-name":"scratch","type":"groundtruth/image-classification","human-annotated":"yes","creation-date":"2020-03-06T17:46:39.176","job-name":"j"}}
        """;

    /// <summary>How many good lines are before the one that a test is about.</summary>
    public const int GoodLines = 10;

    private readonly TemporaryFolder _folder = new();

    public static IEnumerable<string> Good => Lines(GoodLines, Boxes);

    public string Folder => _folder.Path;

    /// <summary>A line so many times, each with an image of its own.</summary>
    public static IEnumerable<string> Lines(int count, string line, string prefix = "i") => Enumerable.Range(1, count).Select(i => line.Replace("a.jpg", FormattableString.Invariant($"{prefix}{i}.jpg")));

    /// <summary>A line with one box of its own numbers.</summary>
    public static string OneBox(string box, string size = "\"width\":640,\"height\":480,\"depth\":3") => Boxes
        .Replace("{\"class_id\":0,\"left\":10,\"top\":20,\"width\":30,\"height\":40},{\"class_id\":1,\"left\":0,\"top\":0,\"width\":640,\"height\":480}", box)
        .Replace(",{\"confidence\":0.5}", "").Replace("\"width\":640,\"height\":480,\"depth\":3", size);

    public string Write(string name, byte[] content) => _folder.Write(name, content);

    public string Write(string name, params string[] lines) => _folder.Write(name, string.Join("\n", lines) + (lines.Length == 0 ? "" : "\n"));

    public ManifestTestResult Test(string path, string? testing = null, bool looksAtImages = false) => ManifestTester.Test(
        new AnnotationContent(path), testing is null ? null : new AnnotationContent(testing), looksAtImages ? _folder.Path : null, CancellationToken.None);

    /// <summary>Tests good lines with others behind them.</summary>
    public ManifestTestResult TestLines(params string[] lines) => Test(Write("m.manifest", [.. Good, .. lines]));

    public void Dispose() => _folder.Dispose();

    /// <summary>The rules that are broken, of a manifest as a whole or of one line.</summary>
    public static string Rules(ManifestTestResult result, int? line) => string.Join(" ", result.Findings.Where(finding => finding.Line == line).Select(finding => finding.Rule));
}
