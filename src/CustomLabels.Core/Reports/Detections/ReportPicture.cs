using System.Collections.Generic;
using System.IO;
using System.Linq;
using CustomLabels.Reports.Page;

namespace CustomLabels.Reports.Detections;

/// <summary>A picture and what is known of it, whichever way it came.</summary>
internal sealed record ReportPicture
{
    /// <summary>What people call it.</summary>
    public string Name { get; init; } = "";

    /// <summary>Full path of the file; null for other sources.</summary>
    public string? LiteralPath { get; init; }

    /// <summary>S3 bucket; null for other sources.</summary>
    public string? Bucket { get; init; }

    /// <summary>S3 key; null for other sources.</summary>
    public string? Key { get; init; }

    /// <summary>Displayed width in pixels; null where it isn't known.</summary>
    public int? Width { get; init; }

    /// <summary>Displayed height in pixels; null where it isn't known.</summary>
    public int? Height { get; init; }

    /// <summary>Its labels.</summary>
    public IReadOnlyList<ReportLabel> Labels { get; init; } = [];

    /// <summary>The answer that it is of; null for a picture that was not asked about.</summary>
    public DetectionResult? Result { get; init; }

    /// <summary>The way from the page to the file; null for a picture that is no file.</summary>
    public PageLink? Link { get; private init; }

    /// <summary>Why there is no answer; null where there is one. It names the file as the page does.</summary>
    public CustomLabelsError? Error { get; private init; }

    /// <summary>The model version that was asked; empty where none was.</summary>
    public string ProjectVersionArn { get; init; } = "";

    /// <summary>The caller's own object for it.</summary>
    public object? Tag { get; init; }

    /// <summary>The picture, as a page in a folder names it: the whole path is not for everybody who is shown the page.</summary>
    /// <param name="folder">The page's folder, a full path.</param>
    public ReportPicture SeenFrom(string folder)
    {
        var link = LiteralPath is null ? null : PageLink.To(folder, LiteralPath, Path.DirectorySeparatorChar == '\\');
        var error = Result?.Error;
        return this with { Link = link, Error = link is null || error is null ? error : error with { Message = error.Message.Replace(VisibleText.Of(LiteralPath), VisibleText.Of(link.Text)) } };
    }

    /// <summary>A picture that was asked about.</summary>
    public static ReportPicture Of(DetectionResult result) => new()
    {
        Name = result.Image,
        LiteralPath = result.LiteralPath,
        Bucket = result.Bucket,
        Key = result.Key,
        Width = result.ImageWidth,
        Height = result.ImageHeight,
        Labels = [.. result.CustomLabels.Select(ReportLabel.Of)],
        Result = result,
        ProjectVersionArn = result.ProjectVersionArn,
        Tag = result.Tag,
    };

    /// <summary>A picture that somebody labelled.</summary>
    public static ReportPicture Of(ImageAnnotation image) => new()
    {
        Name = image.Image,
        LiteralPath = image.LiteralPath,
        Bucket = image.Bucket,
        Key = image.Key,
        Width = image.ImageWidth,
        Height = image.ImageHeight,
        Labels = [.. image.Labels.Select(ReportLabel.Of)],
    };

    /// <summary>The picture of a label that came alone.</summary>
    /// <param name="label">One of its labels.</param>
    /// <param name="labels">All of them.</param>
    public static ReportPicture Of(CustomLabel label, IReadOnlyList<ReportLabel> labels) => new()
    {
        Name = label.Image,
        LiteralPath = label.LiteralPath,
        Bucket = label.Bucket,
        Key = label.Key,
        Labels = labels,
        ProjectVersionArn = label.ProjectVersionArn,
        Tag = label.Tag,
    };
}
