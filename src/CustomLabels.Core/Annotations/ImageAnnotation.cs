namespace CustomLabels;

/// <summary>The labels of one image, as a person or a tool gave them. One for each image, also for an image without labels.</summary>
public sealed record ImageAnnotation
{
    /// <summary>The image's name as its source has it, with <c>/</c> between folders: a path below the images' folder, or a key in S3. It is what other formats are given as the name.</summary>
    public string Image { get; init; } = "";

    /// <summary>Full path of the image file, whether or not it is there; null for an object in S3. Binds to every <c>-LiteralPath</c> down the pipeline.</summary>
    public string? LiteralPath { get; init; }

    /// <summary>S3 bucket; null for files.</summary>
    public string? Bucket { get; init; }

    /// <summary>S3 key; null for files.</summary>
    public string? Key { get; init; }

    /// <summary>Width of the displayed image in pixels; null where neither the source nor the image told it.</summary>
    public int? ImageWidth { get; init; }

    /// <summary>Height of the displayed image in pixels; null where neither the source nor the image told it.</summary>
    public int? ImageHeight { get; init; }

    /// <summary>What is on it; empty for an image that was looked at and has nothing.</summary>
    public LabelAnnotationCollection Labels { get; init; } = LabelAnnotationCollection.None;

    /// <summary>Regions of many of a label (COCO's iscrowd), which are no labels: they are here so that what is found in them counts neither for nor against.</summary>
    internal LabelAnnotationCollection Regions { get; init; } = LabelAnnotationCollection.None;

    /// <summary>The image's number in a COCO file: the order in which COCO's own program takes images; null without one.</summary>
    internal long? Number { get; init; }

    /// <summary>Where it was read; null for one that was not.</summary>
    public AnnotationSource? Source { get; init; }

    /// <summary>One line for people.</summary>
    public override string ToString() => $"{Image}: {Labels}";
}
