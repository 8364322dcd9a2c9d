using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using CustomLabels.Annotations.Content;

namespace CustomLabels.Annotations.Yolo;

/// <summary>Writes a YOLO set for Ultralytics' tools: <c>data.yaml</c>, <c>train.txt</c> with every image, and a label file for each. The images themselves belong below <c>images</c>.</summary>
internal sealed class YoloWriter : IAnnotationWriter
{
    private const string List = "train.txt";
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly char[] LineEnds = ['\r', '\n'];

    /// <inheritdoc/>
    public AnnotationFormat Format => AnnotationFormat.Yolo;

    /// <inheritdoc/>
    public bool IsFolder => true;

    /// <inheritdoc/>
    public bool NeedsImageSize => false;

    /// <inheritdoc/>
    public void Write(IReadOnlyList<ImageAnnotation> images, AnnotationOutput output, AnnotationReport report)
    {
        var names = LabelNames.Of(images);
        using (var list = Text(output, List, List))
        {
            foreach (var image in images)
            {
                // A name of the list would else be two, or another one.
                if (image.Image.IndexOfAny(LineEnds) >= 0 || image.Image.Trim() != image.Image) throw new CustomLabelsException(AnnotationErrors.NameUnusable(image.Image, "A list of images has one a line, without blanks around it."));
                var path = $"images/{image.Image}";
                list.Write($"./{path}\n");
                using var labels = Text(output, YoloPaths.LabelsOf(path), image.Image);
                foreach (var label in image.Labels) Write(labels, image, label, names, report);
            }
        }

        if (images.Any(image => image.ImageWidth is not null))
            report.Add(AnnotationChangeCode.ImageSizeLost, source: null, image: null, "YOLO has no sizes of images: who reads it takes them from the images.");
        using var yaml = Text(output, "data.yaml", "data.yaml");
        yaml.Write($"path: .\ntrain: {List}\nval: {List}\nnames:{(names.Count == 0 ? " {}" : "")}\n");
        foreach (var name in names) yaml.Write(FormattableString.Invariant($"  {name.Value}: {Quoted(name.Key)}\n"));
    }

    private static void Write(TextWriter labels, ImageAnnotation image, LabelAnnotation label, IReadOnlyDictionary<string, int> names, AnnotationReport report)
    {
        if (label.BoundingBox is not { } box)
        {
            report.Add(AnnotationChangeCode.ImageLabelLost, image.Source, image.Image, $"'{VisibleText.Of(label.Name)}' is of the whole image, and YOLO has boxes only; it is left out.");
            return;
        }

        if (label.Confidence is not null)
            report.Add(AnnotationChangeCode.ConfidenceLost, image.Source, image.Image, $"The confidence of '{VisibleText.Of(label.Name)}' is left out: trainers refuse labels with a sixth column.");
        var numbers = new[] { box.Left + (box.Width / 2), box.Top + (box.Height / 2), box.Width, box.Height }.Select(NumberText.Ratio);
        labels.Write(FormattableString.Invariant($"{names[label.Name]} {string.Join(" ", numbers)}\n"));
    }

    private static StreamWriter Text(AnnotationOutput output, string name, string owner) => new(output.CreateFile(name, owner), Utf8);

    /// <summary>A text in YAML's double quotes: what can't be seen is escaped, everything else stays.</summary>
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in text)
        {
            if (letter is '"' or '\\') quoted.Append('\\').Append(letter);
            else if (letter is < ' ' or (>= '\u007f' and <= '\u00a0') or '\u2028' or '\u2029' or '\ufeff' or '\ufffe' or '\uffff') quoted.AppendFormat(System.Globalization.CultureInfo.InvariantCulture, "\\u{0:X4}", (int)letter);
            else quoted.Append(letter);
        }

        return quoted.Append('"').ToString();
    }
}
