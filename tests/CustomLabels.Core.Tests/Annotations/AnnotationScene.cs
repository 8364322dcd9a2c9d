using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using CustomLabels.Annotations;
using CustomLabels.Annotations.Content;
using CustomLabels.Annotations.Formats;
using CustomLabels.Cli;
using CustomLabels.Cli.Input;
using CustomLabels.Core.Tests.Images;

namespace CustomLabels.Core.Tests.Annotations;

/// <summary>A folder with files of annotations, and what was reported when they were read or written.</summary>
internal sealed class AnnotationScene : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public List<AnnotationChange> Changes { get; } = [];

    public string Codes => string.Join(" ", Changes.Select(change => change.Code));

    public string PathOf(string name) => _folder.PathOf(name);

    public string Write(string name, string text) => _folder.Write(name, text);

    public string Write(string name, byte[] content) => _folder.Write(name, content);

    public IReadOnlyList<ImageAnnotation> Read(string path, AnnotationFormat? format = null, string? imageRoot = null, string? imagesFrom = null)
    {
        var input = new AnnotationInput(new AnnotationContent(path), new AnnotationReport(Changes.Add))
        {
            ImageRoot = imageRoot,
            ImagesFrom = imagesFrom is null ? null : new AnnotationContent(imagesFrom),
            Yaml = new SmallYaml(),
        };
        return AnnotationFormats.Read(input, format).ToList();
    }

    /// <summary>Writes a text to a file and reads it.</summary>
    public IReadOnlyList<ImageAnnotation> ReadText(string name, string text, AnnotationFormat? format = null) => Read(Write(name, text), format);

    public AnnotationExport Export(string name, AnnotationFormat format, IEnumerable<ImageAnnotation> images, Func<ExportOptions, ExportOptions>? with = null)
    {
        var options = new ExportOptions(PathOf(name), format) { SourcePrefix = format == AnnotationFormat.GroundTruth ? "s3://bucket" : null };
        var exporter = new AnnotationExporter(with?.Invoke(options) ?? options, new AnnotationReport(Changes.Add));
        foreach (var image in images) exporter.Add(image);
        return exporter.Write();
    }

    public static CustomLabelsError Error(Func<object> act) => Xunit.Assert.Throws<CustomLabelsException>(() => act()).Error;

    /// <summary>An image in one line: name, size, and labels with their boxes in pixels.</summary>
    public static string Shown(ImageAnnotation image) => FormattableString.Invariant(
        $"{image.Image} {image.ImageWidth}x{image.ImageHeight}: {string.Join("; ", image.Labels.Select(label => FormattableString.Invariant($"{label}{(label.BoundingBox is null ? "" : $" [{Pixels(image, label.BoundingBox)}]")}")))}").TrimEnd();

    public static string Shown(IEnumerable<ImageAnnotation> images) => string.Join("\n", images.Select(Shown));

    public void Dispose() => _folder.Dispose();

    private static string Pixels(ImageAnnotation image, BoundingBox box)
    {
        var (width, height) = (image.ImageWidth ?? 1, image.ImageHeight ?? 1);
        return string.Join(",", new[] { box.Left * width, box.Top * height, box.Width * width, box.Height * height }.Select(number => NumberText.Ratio(Math.Round(number, 4) + 0.0)));
    }

    /// <summary>As much of YAML as these tests write: the library has its own, and tests of its own.</summary>
    private sealed class SmallYaml : IYamlParser
    {
        public InputValue Parse(string text)
        {
            var members = new Dictionary<string, InputValue>(StringComparer.Ordinal);
            string? parent = null;
            foreach (var line in text.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Trim().Length > 0))
            {
                var colon = line.IndexOf(':');
                if (colon < 0) throw new InputSyntaxException(1, 1, "no colon");
                var (name, value) = (line.Substring(0, colon).Trim(), line.Substring(colon + 1).Trim());
                if (value.Length == 0) members[parent = name] = new InputValue(InputKind.Map) { Members = new Dictionary<string, InputValue>(StringComparer.Ordinal) };
                else if (line[0] == ' ') ((Dictionary<string, InputValue>)members[parent!].Members)[name] = Scalar(value);
                else members[name] = Scalar(value);
            }

            return new InputValue(InputKind.Map) { Members = members };
        }

        private static InputValue Scalar(string value)
        {
            if (value == "{}") return new InputValue(InputKind.Map);
            if (value[0] == '[') return new InputValue(InputKind.List) { Items = value.Trim('[', ']').Split(',').Select(item => Scalar(item.Trim())).ToArray() };
            if (value[0] == '"') return new InputValue(InputKind.Text, JsonText.Of(Encoding.UTF8.GetBytes(value)));
            return new InputValue(InputKind.Text, value.Trim('\''));
        }
    }
}
