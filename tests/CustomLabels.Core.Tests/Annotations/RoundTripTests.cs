using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Xunit;

namespace CustomLabels.Core.Tests.Annotations;

/// <summary>What is written is read again: equal, or the report says what is not.</summary>
public sealed class RoundTripTests : IDisposable
{
    // Prove has more of them.
    private static readonly int Sets = int.TryParse(Environment.GetEnvironmentVariable("CUSTOMLABELS_ROUND_TRIPS"), NumberStyles.None, CultureInfo.InvariantCulture, out var sets) ? sets : IsQuick ? 12 : 3;

    private readonly AnnotationScene _scene = new();

    // The same code ran on .NET; Mono takes five times as long.
#if NET
    private static bool IsQuick => true;
#else
    private static bool IsQuick => false;
#endif

    public static TheoryData<AnnotationFormat> Formats => [AnnotationFormat.GroundTruth, AnnotationFormat.Coco, AnnotationFormat.Yolo, AnnotationFormat.PascalVoc, AnnotationFormat.Csv, AnnotationFormat.JsonLines];

    public void Dispose() => _scene.Dispose();

    [Theory]
    [MemberData(nameof(Formats))]
    public void Hostile_sets_come_back_equal_or_with_a_report(AnnotationFormat format)
    {
        for (var seed = 1; seed <= Sets; seed++)
        {
            var set = HostileSets.Make(seed);
            _scene.Changes.Clear();
            var culture = CultureInfo.CurrentCulture;
            IReadOnlyList<ImageAnnotation> read;
            try
            {
                // A country that writes 0,5: files are the same everywhere.
                CultureInfo.CurrentCulture = HostileSets.CommaCulture;
                var written = _scene.Export($"{format}-{seed}", format, set);
                read = _scene.Read(written.LiteralPath);
            }
            finally
            {
                CultureInfo.CurrentCulture = culture;
            }

            var codes = new HashSet<AnnotationChangeCode>(_scene.Changes.Select(change => change.Code));
            var problem = HostileSets.Compare(set, read, codes);
            Assert.True(problem is null, $"{format}, set {seed}: {problem}\nReported: {string.Join(", ", codes)}");
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_same_images_give_the_same_bytes(AnnotationFormat format)
    {
        var set = HostileSets.Make(seed: 7);
        Assert.Equal(Bytes(_scene.Export($"one-{format}", format, set).LiteralPath), Bytes(_scene.Export($"two-{format}", format, set).LiteralPath));
    }

    [SharedTheory("golden/10-formats-voc100")]
    [MemberData(nameof(Formats))]
    public void A_hundred_images_of_VOC_come_back_equal(AnnotationFormat format)
    {
        var set = _scene.Read(SharedFolder.PathOf("golden/10-formats-voc100/coco-v1/instances_default.json"));
        _scene.Changes.Clear();
        var read = _scene.Read(_scene.Export($"voc-{format}", format, set).LiteralPath);
        var codes = new HashSet<AnnotationChangeCode>(_scene.Changes.Select(change => change.Code));
        Assert.Null(HostileSets.Compare(set, read, codes));
        Assert.DoesNotContain(AnnotationChangeCode.BoxEmpty, codes);
    }

    private static string Bytes(string path) => File.Exists(path)
        ? Convert.ToBase64String(File.ReadAllBytes(path))
        : string.Join("\n", Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).OrderBy(file => file, StringComparer.Ordinal).Select(file => file.Substring(path.Length) + Bytes(file)));
}
