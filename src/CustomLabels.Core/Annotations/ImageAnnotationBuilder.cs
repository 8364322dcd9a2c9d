using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Annotations.Content;
using static System.FormattableString;

namespace CustomLabels.Annotations;

/// <summary>Puts together what a reader finds of one image: finds the image, cuts boxes at its edges, and reports what was changed.</summary>
internal sealed class ImageAnnotationBuilder
{
    // What is less is left over from arithmetic: a hundredth of a pixel in the largest picture.
    private const double Noise = 2e-6;
    private const int MostName = 4096;

    private readonly AnnotationInput _input;
    private readonly AnnotationSource _source;
    private readonly List<LabelAnnotation> _labels = [];
    private readonly List<LabelAnnotation> _regions = [];

    /// <summary>Begins an image.</summary>
    /// <param name="input">What is read.</param>
    /// <param name="name">The image's name as it is written.</param>
    /// <param name="line">Where it was read; null where there are no lines.</param>
    public ImageAnnotationBuilder(AnnotationInput input, string? name, long? line)
    {
        _input = input;
        _source = input.SourceAt(line);
        var written = Checked(input, name, line, "The name of an image");
        Name = ImagePlace.NameOf(written);
        if (Name.Length == 0) throw AnnotationErrors.InvalidAt(input.Content.Path, line, "The name of an image is a folder's");
        if (ImagePlace.IsAbsolute(written)) Report(AnnotationChangeCode.PathShortened, $"'{VisibleText.Of(written)}' is a path of its own; it is taken as '{VisibleText.Of(Name)}' below the images' folder.");
    }

    /// <summary>The image's name, with slashes.</summary>
    public string Name { get; }

    /// <summary>The object in S3; null for a file.</summary>
    public (string Bucket, string Key)? S3 { get; init; }

    /// <summary>The size of the displayed image; null where nobody told it.</summary>
    public (int Width, int Height)? Size { get; private set; }

    /// <summary>The size that boxes in pixels refer to; null where there is none.</summary>
    public (int Width, int Height)? Frame { get; private set; }

    private string? LiteralPath { get; set; }

    /// <summary>Refuses a name that is empty, far too long, or no text.</summary>
    /// <returns>The name.</returns>
    public static string Checked(AnnotationInput input, string? name, long? line, string what) => string.IsNullOrEmpty(name) ? throw AnnotationErrors.InvalidAt(input.Content.Path, line, $"{what} is missing")
        : name!.Length > MostName ? throw AnnotationErrors.InvalidAt(input.Content.Path, line, Invariant($"{what} has over {MostName} characters"))
        : name.Contains('\0') ? throw AnnotationErrors.InvalidAt(input.Content.Path, line, $"{what} holds a null character")
        : name;

    /// <summary>Finds the image's file and its size.</summary>
    /// <param name="width">The width that the source states; null for none.</param>
    /// <param name="height">The height that the source states; null for none.</param>
    /// <param name="folders">The folders that the format has its images in, best first; none for what is in S3.</param>
    public void Locate(int? width, int? height, params string[] folders)
    {
        if (width is { } w && height is { } h) Frame = Size = (w, h);
        var places = _input.ImageRoot is { } root ? [root] : folders;
        if (places.Length == 0) return;
        if (!_input.LooksAtImages)
        {
            LiteralPath = ImagePlace.PathOf(places[0], Name);
            return;
        }

        LiteralPath = ImagePlace.Find(Name, places, out var exists);
        if (exists) LookInto(LiteralPath);
    }

    /// <summary>As <see cref="Locate(int?, int?, string[])"/>, where the format itself knows the file.</summary>
    /// <param name="path">The file's full path.</param>
    public void LocateFile(string path)
    {
        LiteralPath = _input.ImageRoot is { } root ? ImagePlace.PathOf(root, Name) : path;
        if (_input.LooksAtImages && System.IO.File.Exists(LiteralPath)) LookInto(LiteralPath);
    }

    /// <summary>Adds a label of the whole image.</summary>
    public void Add(string? label, double? confidence = null) => _labels.Add(new LabelAnnotation { Name = Checked(_input, label, _source.Line, "The name of a label"), Confidence = Checked(confidence) });

    /// <summary>Adds a label with a box in pixels of the frame, which has to be known.</summary>
    /// <param name="label">The label.</param>
    /// <param name="left">The left edge.</param>
    /// <param name="top">The top edge.</param>
    /// <param name="width">The width.</param>
    /// <param name="height">The height.</param>
    /// <param name="confidence">0 to 100; null where nothing is said.</param>
    /// <param name="area">The area of a finer outline; null where nothing is said.</param>
    /// <param name="isDifficult">Whether it is marked so.</param>
    public void AddPixels(string? label, double left, double top, double width, double height, double? confidence = null, double? area = null, bool isDifficult = false)
    {
        var (frameWidth, frameHeight) = Frame ?? throw new InvalidOperationException("The image's size is not known.");
        AddRatios(label, left / frameWidth, top / frameHeight, width / frameWidth, height / frameHeight, confidence, area, isDifficult);
    }

    /// <summary>Adds a region of many of a label, in pixels of the frame, which has to be known.</summary>
    public void AddRegion(string label, double left, double top, double width, double height)
    {
        var (frameWidth, frameHeight) = Frame ?? throw new InvalidOperationException("The image's size is not known.");
        _regions.Add(new LabelAnnotation { Name = label, BoundingBox = new BoundingBox(left / frameWidth, top / frameHeight, width / frameWidth, height / frameHeight) });
    }

    /// <summary>Adds a label with a box as ratios.</summary>
    public void AddRatios(string? label, double left, double top, double width, double height, double? confidence = null, double? area = null, bool isDifficult = false)
    {
        var name = Checked(_input, label, _source.Line, "The name of a label");
        foreach (var number in new[] { left, top, width, height })
        {
            if (double.IsNaN(number) || double.IsInfinity(number)) throw AnnotationErrors.InvalidAt(_source.File, _source.Line, "A box has a number that is not finite");
        }

        var written = Invariant($"The box of '{VisibleText.Of(name)}' is {new BoundingBox(left, top, width, height)}");
        if (width < 0 || height < 0)
        {
            Report(AnnotationChangeCode.BoxFlipped, $"{written}; its edges were put in order.");
            (left, width) = width < 0 ? (left + width, -width) : (left, width);
            (top, height) = height < 0 ? (top + height, -height) : (top, height);
        }

        var isOutside = left < -Noise || top < -Noise || left + width > 1 + Noise || top + height > 1 + Noise;
        (left, width) = Cut(left, width);
        (top, height) = Cut(top, height);
        if (width <= 0 || height <= 0)
        {
            Report(AnnotationChangeCode.BoxEmpty, $"{written}; nothing of it is in the image, and it is left out.");
            return;
        }

        if (isOutside) Report(AnnotationChangeCode.BoxClamped, $"{written}; what is outside the image was cut off.");
        _labels.Add(new LabelAnnotation { Name = name, BoundingBox = new BoundingBox(left, top, width, height), Confidence = Checked(confidence), Area = area, IsDifficult = isDifficult });
    }

    /// <summary>Reports a change about this image.</summary>
    public void Report(AnnotationChangeCode code, string message) => _input.Report.Add(code, _source, Name, message);

    /// <summary>The image.</summary>
    public ImageAnnotation Build()
    {
        // A folder was given for the bucket's images: then they are files, and not two things at once to what follows in a pipeline.
        var s3 = LiteralPath is null ? S3 : null;
        return new ImageAnnotation
        {
            Image = Name,
            LiteralPath = LiteralPath,
            Bucket = s3?.Bucket,
            Key = s3?.Key,
            ImageWidth = Size?.Width,
            ImageHeight = Size?.Height,
            Labels = _labels.Count == 0 ? LabelAnnotationCollection.None : new LabelAnnotationCollection(_labels.Select(Framed).ToArray()),
            Regions = _regions.Count == 0 ? LabelAnnotationCollection.None : new LabelAnnotationCollection(_regions),
            Source = _source,
        };
    }

    private static (double From, double Length) Cut(double from, double length)
    {
        if (from >= 0 && from + length <= 1) return (from, length);
        var start = Math.Max(0, from);
        var end = Math.Min(1, from + length);
        // Only what sticks out is touched: the other numbers stay what they were to the last digit.
        return (start, start == from && end == from + length ? length : end - start);
    }

    private double? Checked(double? confidence) => confidence is null or (>= 0 and <= 100)
        ? confidence
        : throw AnnotationErrors.InvalidAt(_source.File, _source.Line, Invariant($"A confidence of {confidence} % is outside 0 to 100"));

    private LabelAnnotation Framed(LabelAnnotation label) =>
        label.BoundingBox is { } box && Size is { } size ? label with { PixelBox = PixelBox.From(box, size.Width, size.Height) } : label;

    private void LookInto(string path)
    {
        if (ImagePlace.SizeOf(path) is not { } found) return;
        var displayed = found.Displayed;
        Size = displayed;
        if (Frame is not { } stated)
        {
            Frame = displayed;
            return;
        }

        if (stated == displayed) return;
        var isTurned = found.IsTurned && stated == (displayed.Height, displayed.Width);
        Report(
            isTurned ? AnnotationChangeCode.SizeNotDisplayed : AnnotationChangeCode.SizeMismatch,
            Invariant($"Its size is stated as {stated.Width}x{stated.Height}; it is displayed as {displayed.Width}x{displayed.Height}{(isTurned ? ", because its EXIF orientation turns it" : "")}. Boxes keep their place as parts of the whole."));
    }
}
