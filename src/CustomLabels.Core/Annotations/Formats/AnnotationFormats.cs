using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Annotations.Coco;
using CustomLabels.Annotations.Content;
using CustomLabels.Annotations.Csv;
using CustomLabels.Annotations.Cvat;
using CustomLabels.Annotations.Folders;
using CustomLabels.Annotations.GroundTruth;
using CustomLabels.Annotations.JsonLines;
using CustomLabels.Annotations.Labelme;
using CustomLabels.Annotations.LabelStudio;
using CustomLabels.Annotations.PascalVoc;
using CustomLabels.Annotations.Yolo;

namespace CustomLabels.Annotations.Formats;

/// <summary>The formats there are. A new one is one line here for its reader, and one for its writer.</summary>
internal static class AnnotationFormats
{
    private static readonly IAnnotationReader[] Readers =
    [
        new GroundTruthReader(), new CocoReader(), new YoloReader(), new PascalVocReader(), new CsvReader(), new JsonLinesReader(), new LabelStudioReader(), new CvatReader(), new LabelmeReader(), new FolderReader(),
    ];

    /// <summary>The formats that can be written, for people.</summary>
    public static string Written => string.Join(", ", Writers(sourcePrefix: null).Select(writer => writer.Format));

    /// <summary>Reads annotations of any format.</summary>
    /// <param name="input">What to read.</param>
    /// <param name="format">The format; null to find it by the content.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.AnnotationFormatUnknown"/>, <see cref="ErrorId.AnnotationInvalid"/> or <see cref="ErrorId.AnnotationUnreadable"/>; later ones while it is enumerated.</exception>
    public static IEnumerable<ImageAnnotation> Read(AnnotationInput input, AnnotationFormat? format) =>
        RepeatedImages.Reported(Reader(format ?? FormatDetector.Find(input.Content) ?? throw Unknown(input.Content)).Read(input), input);

    /// <summary>The writer of a format.</summary>
    /// <param name="format">The format.</param>
    /// <param name="sourcePrefix">What comes before names in a manifest; null for nothing.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.RequestInvalid"/>: the format can only be read.</exception>
    public static IAnnotationWriter Writer(AnnotationFormat format, string? sourcePrefix) =>
        Array.Find(Writers(sourcePrefix), writer => writer.Format == format) ?? throw new CustomLabelsException(AnnotationErrors.NotWritten(format.ToString(), Written));

    private static IAnnotationReader Reader(AnnotationFormat format) => Array.Find(Readers, reader => reader.Format == format)!;

    private static IAnnotationWriter[] Writers(string? sourcePrefix) =>
        [new GroundTruthWriter(sourcePrefix), new CocoWriter(), new YoloWriter(), new PascalVocWriter(), new CsvWriter(), new JsonLinesWriter(), new FolderWriter()];

    private static CustomLabelsException Unknown(AnnotationContent content) => new(AnnotationErrors.FormatUnknown(content.Path, string.Join(", ", Readers.Select(reader => reader.Format))));
}
