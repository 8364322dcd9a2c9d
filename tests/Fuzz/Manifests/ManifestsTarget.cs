using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using CustomLabels.Annotations.Content;
using CustomLabels.Annotations.Manifests.Datasets;

namespace CustomLabels.Fuzz.Manifests;

/// <summary>The test of manifests: whatever is in a file is a finding and never an error, and what it counts adds up.</summary>
public sealed class ManifestsTarget : IFuzzTarget
{
    private const string Boxes = """{"source-ref":"s3://b/x/a.jpg","d":{"image_size":[{"width":3000,"height":50,"depth":3}],"annotations":[{"class_id":0,"left":9,"top":5,"width":20,"height":10},{"class_id":1,"left":0,"top":0,"width":2,"height":1}]},"d-metadata":{"objects":[{"confidence":0.9},{"confidence":1}],"class-map":{"0":"dent","1":"hole","2":"x"},"type":"groundtruth/object-detection","human-annotated":"yes","creation-date":"2026-01-15 08:00:00.5"}}""";
    private const string Whole = """{"source-ref":"s3://b/c.jpg","q":1,"q-metadata":{"confidence":1,"class-name":"x","type":"groundtruth/image-classification","human-annotated":"no","creation-date":"2026-01-15T08:00:00"},"s-metadata":{"failure-reason":"y"}}""";

    // Lines that would train: enough that one that is damaged is not a fifth of them.
    private static readonly string Fit = string.Join("\n", Enumerable.Range(1, 8).Select(i => Boxes.Replace("3000", "300").Replace("\"height\":1}", "\"height\":2}").Replace("a.jpg", $"{(char)('a' + i)}.jpg")));

    // Buffers that are there for any file; and a line of two bytes costs an exception, in both manifests.
    private const long FixedBytes = 4 * 1024 * 1024;
    private const long BytesPerByte = 10_000;

    public string Name => "manifests";

    public string Bound => "a result whose figures add up, no error, memory bounded by the input";

    public IReadOnlyList<byte[]> Corpus { get; } =
    [
        .. new[] { $"{Boxes}\n{Whole}\n", $"{Whole}\r\n\r\n{Boxes}", $"{{\"source-ref\":\"s3://b/e.jpg\"}}\n{Boxes}\n{Boxes}\n", Fit }.Select(text => Encoding.UTF8.GetBytes(text)),
        [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Boxes)],
    ];

    public string Try(byte[] input)
    {
        var before = AllocatedBytes();
        var content = new AnnotationContent("fuzz.manifest", () => new MemoryStream(input));
        var result = ManifestTester.Test(content, content, imageRoot: null, default);
        var allocated = AllocatedBytes() - before;
        if (allocated > FixedBytes + (BytesPerByte * input.Length)) throw new InvalidOperationException($"{allocated} bytes were allocated for {input.Length}.");
        Check(result, result.Training!);
        Check(result, result.Testing!);
        return result.Verdict.ToString();
    }

    // .NET Framework doesn't tell; the same code is measured on .NET.
#if NET
    private static long AllocatedBytes() => GC.GetAllocatedBytesForCurrentThread();
#else
    private static long AllocatedBytes() => 0;
#endif

    private static void Check(ManifestTestResult result, ManifestStatistics part)
    {
        var isSum = part.ValidLineCount + part.InvalidLineCount + part.IgnoredLineCount == part.LineCount;
        if (!isSum || part.ValidLineCount < 0 || part.InvalidLineCount < 0 || part.IgnoredLineCount < 0) throw new InvalidOperationException($"'{part}' does not add up.");
        // What makes a manifest invalid is told.
        if (result.IsValid && part.InvalidLineCount > 0) throw new InvalidOperationException($"'{part}' has invalid lines without a finding.");
        if (result.Findings.Any(finding => finding.Message.Length == 0 || finding.Line < 1)) throw new InvalidOperationException("A finding has no message or no line.");
    }
}
