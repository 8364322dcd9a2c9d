using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using CustomLabels.Images;
using CustomLabels.Imaging.Encoding;
using CustomLabels.Imaging.Matching;
using CustomLabels.Pictures;
using SkiaSharp;

namespace CustomLabels.Bench.Pictures;

/// <summary>How often a copy of a picture is found by its pixels among the consecutive pictures of a line, how often another is taken for it, and how often a picture that isn't among them is.</summary>
internal static class Matching
{
    private static readonly Frame Camera = new(2000, 1500);

    // What becomes of a picture on its way.
    private static readonly (string Name, Func<SKBitmap, byte[]> Make)[] Ways =
    [
        ("JPEG of quality 90", frame => Encode(frame, ImageFormat.Jpeg, 90)),
        ("JPEG of quality 60", frame => Encode(frame, ImageFormat.Jpeg, 60)),
        ("half the size", frame => Scaled(frame, 0.5)),
        ("a third, quality 80", frame => Scaled(frame, 1 / 3d)),
    ];

    public static int Run(int frames)
    {
        Console.WriteLine($"{frames} frames of {Camera.Width} x {Camera.Height} pixels, every second one labelled; each is sent in {Ways.Length} ways.");
        Console.WriteLine("pixels a frame | copies: found / not found / another taken | not labelled: unknown / taken for another | distance of copies (most), to the next frame (least)");
        var wrong = 0;
        foreach (var step in new double[] { 0, 1, 2, 4, 8, 16, 40 }) wrong += Measure(frames, step);
        return wrong == 0 ? 0 : 1;
    }

    private static int Measure(int frames, double step)
    {
        var fingerprinter = new PictureFingerprinter();
        var originals = new PictureFingerprint[frames];
        var copies = new PictureFingerprint[frames][];
        Parallel.For(0, frames, i =>
        {
            // The panel comes back before it leaves the picture.
            using var frame = Camera.Draw(i, step * Math.Min(1, Camera.Width * 0.4 / (step * frames)));
            originals[i] = Take(fingerprinter, Encode(frame, ImageFormat.Jpeg, 95));
            copies[i] = [.. Ways.Select(way => Take(fingerprinter, way.Make(frame)))];
        });

        var labelled = originals.Select((one, i) => i % 2 == 0 ? one : null).ToArray();
        var (found, lost, mistaken, unknown, taken) = (0, 0, 0, 0, 0);
        var (farthest, nearest) = (0d, double.PositiveInfinity);
        for (var i = 0; i < frames; i++)
        {
            foreach (var copy in copies[i])
            {
                var place = copy.FindIn(labelled);
                if (i % 2 == 1) _ = place < 0 ? unknown++ : taken++;
                else _ = place == i ? found++ : place < 0 ? lost++ : mistaken++;
                farthest = Math.Max(farthest, copy.DistanceTo(originals[i]));
                if (i > 0) nearest = Math.Min(nearest, copy.DistanceTo(originals[i - 1]));
            }
        }

        Console.WriteLine($"{step,5} | {found} / {lost} / {mistaken} | {unknown} / {taken} | {farthest:0.000}, {nearest:0.000}");
        return mistaken + taken;
    }

    private static PictureFingerprint Take(PictureFingerprinter fingerprinter, byte[] file) => fingerprinter.Take(new BytesImage(file, "frame"));

    private static byte[] Encode(SKBitmap picture, ImageFormat format, int quality)
    {
        using var file = new MemoryStream();
        PictureEncoder.Encode(picture, format, quality, file);
        return file.ToArray();
    }

    private static byte[] Scaled(SKBitmap picture, double scale)
    {
        using var scaled = picture.Resize(new SKSizeI((int)(picture.Width * scale), (int)(picture.Height * scale)), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return Encode(scaled, ImageFormat.Jpeg, 80);
    }
}
