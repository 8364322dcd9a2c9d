using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using CustomLabels.Fuzz.Headers;
using CustomLabels.Images;
using CustomLabels.Pictures;
using CustomLabels.Reports.Detections;

namespace CustomLabels.Core.Tests.Reports.Detections;

/// <summary>A folder, a report that is written into it, and what is in the page then.</summary>
internal sealed class ReportScene : IDisposable
{
    public TemporaryFolder Folder { get; } = new();

    public string Path => Folder.PathOf("report.html");

    public string Page => File.ReadAllText(Path);

    public IReadOnlyList<JsonElement> Rows => Blocks("rows");

    public IReadOnlyList<JsonElement> Thumbnails => Blocks("thumbnails");

    /// <summary>A picture in the folder.</summary>
    public string Picture(string name) => Folder.Write(name, PngBuilder.Plain(4, 2));

    public DetectionReport Report(Func<ReportOptions, ReportOptions>? with = null, GroundTruthIndex? truth = null, Func<IThumbnails>? thumbnails = null)
    {
        var options = new ReportOptions(Path);
        options = with?.Invoke(options) ?? options;
        return new DetectionReport(options, new PreviewMaker(thumbnails ?? (() => new FakeThumbnails()), options.ThumbnailSize), truth);
    }

    public static DetectionResult Result(string path, params (string Name, double Confidence)[] labels) => new()
    {
        Identity = ImageIdentity.OfFile(path),
        CustomLabels = new CustomLabelCollection([.. labels.Select(label => new CustomLabel { Name = label.Name, Confidence = label.Confidence, Geometry = new Geometry(new BoundingBox(0.1, 0.2, 0.3, 0.4)), Identity = ImageIdentity.OfFile(path) })]),
        ImageWidth = 4,
        ImageHeight = 2,
    };

    public static DetectionResult Failure(string path) => Result(path) with { Status = DetectionStatus.Failed, Error = new CustomLabelsError(ErrorId.ImageEmpty, $"'{path}' is empty.", "Give another.") };

    public void Dispose() => Folder.Dispose();

    private List<JsonElement> Blocks(string name) =>
        [.. Regex.Matches(Page, $"<script type=\"application/json\" id=\"{name}-\\d+\">(.*?)</script>", RegexOptions.Singleline, TimeSpan.FromSeconds(10))
            .Cast<Match>().SelectMany(match => JsonDocument.Parse(match.Groups[1].Value).RootElement.EnumerateArray())];

    internal sealed class FakeThumbnails : IThumbnails
    {
        public Thumbnail Make(LocalImage image, int maxDimension) => new([1, 2, 3], 4, 2);
    }
}
