using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CustomLabels.Annotations.Content;
using static System.FormattableString;

namespace CustomLabels.Annotations.Yolo;

/// <summary>Reads YOLO sets, by their <c>data.yaml</c>, their <c>obj.data</c> or the folder that has one of them.</summary>
internal sealed class YoloReader : IAnnotationReader
{
    private const int MostLine = 1024 * 1024;
    private static readonly char[] Blanks = [' ', '\t'];

    /// <inheritdoc/>
    public AnnotationFormat Format => AnnotationFormat.Yolo;

    /// <inheritdoc/>
    public IEnumerable<ImageAnnotation> Read(AnnotationInput input)
    {
        if (Directory.Exists(input.Content.Path))
        {
            var file = YoloSetReader.FileOf(input.Content.Path) ?? throw AnnotationErrors.InvalidAt(input.Content.Path, line: null, "There is neither a data.yaml nor an obj.data in it");
            input = input with { Content = input.Content.Beside(file) };
        }

        if (!YoloSetReader.IsYaml(input.Content.Path) && !YoloSetReader.IsData(input.Content.Path))
            throw AnnotationErrors.InvalidAt(input.Content.Path, line: null, "A label file alone doesn't say what its class numbers mean. Give the data.yaml or obj.data of the set, or its folder");
        var set = new YoloSetReader(input).Read();
        foreach (var image in Images(input, set)) yield return Read(input, set, image);
    }

    /// <summary>Reads the lines of a label file into an image.</summary>
    /// <param name="input">The label file.</param>
    /// <param name="names">The labels by class number.</param>
    /// <param name="image">The image.</param>
    internal static void ReadLabels(AnnotationInput input, IReadOnlyDictionary<int, string> names, ImageAnnotationBuilder image)
    {
        foreach (var (text, number) in TextLines.Read(input.Content, MostLine))
        {
            var columns = text.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
            if (columns.Length > 0) ReadLabel(columns, number);
        }

        void ReadLabel(string[] columns, int line)
        {
            if (columns.Length < 5) throw Bad(line, Invariant($"It has {columns.Length} columns; a label is a class number and four numbers, or an outline of three points or more"));
            var numbers = columns.Select(column => NumberText.Read(column) ?? throw Bad(line, $"'{VisibleText.Of(column)}' is no number")).ToArray();
            if (numbers[0] != Math.Floor(numbers[0]) || numbers[0] is not (>= 0 and <= int.MaxValue) || !names.TryGetValue((int)numbers[0], out var name))
                throw Bad(line, $"The class {VisibleText.Of(columns[0])} has no name");
            if (columns.Length <= 6)
            {
                var (width, height) = (numbers[3], numbers[4]);
                image.AddRatios(name, numbers[1] - (width / 2), numbers[2] - (height / 2), width, height, columns.Length == 6 ? NumberText.Percent(numbers[5]) : null);
                return;
            }

            if (columns.Length % 2 == 0) throw Bad(line, "An outline has an odd number of coordinates");
            var outline = Outline.Around(numbers.Skip(1).ToArray());
            image.Report(AnnotationChangeCode.OutlineBoxed, $"The outline of '{VisibleText.Of(name)}' in line {line} became the box around it.");
            image.AddRatios(name, outline.Left, outline.Top, outline.Width, outline.Height);
        }

        CustomLabelsException Bad(int line, string problem) => AnnotationErrors.InvalidAt(input.Content.Path, line, problem);
    }

    private static IEnumerable<YoloImage> Images(AnnotationInput input, YoloSet set)
    {
        // A set that lists no parts is its folders.
        if (set.Places.Count == 0) return YoloPaths.OfFolder(set.Root, Path.Combine(set.Root, "images"));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return set.Places.SelectMany(place => OfPlace(input, set, place.Part, place.Written)).Where(image => seen.Add(image.LabelPath + "|" + image.Name));
    }

    private static IEnumerable<YoloImage> OfPlace(AnnotationInput input, YoloSet set, string part, string written)
    {
        if (YoloPaths.Find(set.Root, written, File.Exists) is { } list)
            return TextLines.Read(input.Content.Beside(list), MostLine).Where(line => line.Text.Trim().Length > 0).Select(line => YoloPaths.OfLine(Path.GetDirectoryName(list)!, line.Text));
        if (YoloPaths.Find(set.Root, written, IsFolder) is { } folder) return YoloPaths.OfFolder(set.Root, folder);
        // Roboflow writes ../valid/images for the folder val.
        if (YoloPaths.Find(set.Root, $"{part}/images", IsFolder) is { } usual) return YoloPaths.OfFolder(set.Root, usual);
        input.Report.Add(AnnotationChangeCode.SetMissing, input.SourceAt(null), image: null, $"The set '{part}' is '{VisibleText.Of(written)}', which is not there; nothing of it is read.");
        return [];
    }

    // Where pictures are kept apart, only the labels are there.
    private static bool IsFolder(string path) => Directory.Exists(path) || Directory.Exists(Path.GetDirectoryName(YoloPaths.LabelsOf(path.TrimEnd(Path.DirectorySeparatorChar) + "/x.jpg"))!);

    private static ImageAnnotation Read(AnnotationInput input, YoloSet set, YoloImage image)
    {
        var hasLabels = File.Exists(image.LabelPath);
        var file = hasLabels ? input with { Content = input.Content.Beside(image.LabelPath) } : input;
        var builder = new ImageAnnotationBuilder(file, image.Name, line: null);
        builder.LocateFile(image.ImagePath);
        if (image.IsAssumed) builder.Report(AnnotationChangeCode.ImageNameAssumed, $"No image of '{VisibleText.Of(image.LabelPath)}' is there; it is taken for a .jpg.");
        if (hasLabels) ReadLabels(file, set.Names, builder);
        return builder.Build();
    }
}
