using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CustomLabels.Annotations;
using CustomLabels.Annotations.Content;
using CustomLabels.Annotations.Formats;
using CustomLabels.Annotations.Yolo;

namespace CustomLabels.Fuzz.Annotations;

/// <summary>Every reader of annotations that reads one file: only its own error, boxes that are inside the image, and memory that is bounded by the bytes there are.</summary>
public sealed class AnnotationsTarget : IFuzzTarget
{
    // Buffers that are there for any file, and what an index, a document and a report hold of each byte.
    private const long FixedBytes = 4 * 1024 * 1024;
    private const long BytesPerByte = 2000;

    private static readonly Dictionary<int, string> YoloNames = new() { [0] = "x", [1] = "y" };

    public string Name => "annotations";

    public string Bound => "images with names and boxes inside them, or the module's own error with the file; memory bounded by the input";

    public IReadOnlyList<byte[]> Corpus => AnnotationCorpus.All;

    public string Try(byte[] input)
    {
        var before = AllocatedBytes();
        var outcome = Read(input);
        var allocated = AllocatedBytes() - before;
        if (allocated > FixedBytes + (BytesPerByte * input.Length)) throw new InvalidOperationException($"{allocated} bytes were allocated for {input.Length}.");
        return outcome;
    }

    // .NET Framework doesn't tell; the same code is measured on .NET.
#if NET
    private static long AllocatedBytes() => GC.GetAllocatedBytesForCurrentThread();
#else
    private static long AllocatedBytes() => 0;
#endif

    private static string Read(byte[] input)
    {
        // No file system: names in the input are never looked for.
        var content = new AnnotationContent("fuzz", () => new MemoryStream(input));
        var read = new AnnotationInput(content, new AnnotationReport()) { LooksAtImages = false };
        try
        {
            var format = FormatDetector.Find(content);
            if (format is null) return ReadYolo(read);
            // Results take their images from the same input: no file of the corpus is both, and mutations may be.
            var images = AnnotationFormats.Read(read with { ImagesFrom = content }, format).ToList();
            foreach (var image in images) Check(image);
            return $"{format}: {(images.Count == 0 ? "no images" : "images")}";
        }
        catch (CustomLabelsException e) when (e.Error is { Id: ErrorId.AnnotationInvalid, File: "fuzz" })
        {
            return "refused";
        }
    }

    private static string ReadYolo(AnnotationInput input)
    {
        var image = new ImageAnnotationBuilder(input, "a.jpg", line: null);
        YoloReader.ReadLabels(input, YoloNames, image);
        Check(image.Build());
        return "YOLO labels";
    }

    private static void Check(ImageAnnotation image)
    {
        if (image.Image.Length == 0 || image.ImageWidth < 1 || image.ImageHeight < 1) throw new InvalidOperationException($"{image} is no image.");
        foreach (var label in image.Labels)
        {
            var isBox = label.BoundingBox is not { } box || (box is { Left: >= 0, Top: >= 0, Width: > 0, Height: > 0 } && box.Left + box.Width <= 1 + 1e-9 && box.Top + box.Height <= 1 + 1e-9);
            if (!isBox || label.Name.Length == 0 || label.Confidence is < 0 or > 100) throw new InvalidOperationException($"{label} at {label.BoundingBox} is no label.");
        }
    }
}
