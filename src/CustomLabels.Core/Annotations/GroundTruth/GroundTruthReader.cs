using System.Collections.Generic;
using CustomLabels.Annotations.Content;

namespace CustomLabels.Annotations.GroundTruth;

/// <summary>Reads a manifest line by line. A bad line ends the file; a box that goes over an edge is cut there, and reported.</summary>
internal sealed class GroundTruthReader : IAnnotationReader
{
    /// <inheritdoc/>
    public AnnotationFormat Format => AnnotationFormat.GroundTruth;

    /// <inheritdoc/>
    public IEnumerable<ImageAnnotation> Read(AnnotationInput input)
    {
        foreach (var (text, number) in TextLines.Read(input.Content, ManifestReader.LineLimit))
        {
            if (string.IsNullOrWhiteSpace(text)) continue;
            var line = ManifestLineReader.Read(text);
            if (line.IsFailure) input.Report.Add(AnnotationChangeCode.LabelingFailed, input.SourceAt(number), image: null, "The line only records that labelling an image failed; it is left out.");
            else yield return Image(input, line, number);
        }
    }

    private static ImageAnnotation Image(AnnotationInput input, ManifestLine line, int number)
    {
        foreach (var finding in line.Findings)
        {
            // These the builder sees too, or they say nothing of what is in the line.
            if (finding.Defect == ManifestDefect.Box || finding.Defect == ManifestDefect.SmallBox || finding.Defect == ManifestDefect.ManyBoxes || finding.Defect == ManifestDefect.NoConfidence) continue;
            if (finding.Defect == ManifestDefect.UseCase && line.Attributes.Count > 0) continue;
            throw AnnotationErrors.InvalidAt(input.Content.Path, number, $"{finding.Defect.Message} {finding.Found}", finding.Defect.Code);
        }

        var image = new ImageAnnotationBuilder(input, line.Key, number) { S3 = (line.Bucket!, line.Key!) };
        image.Locate(width: null, height: null);
        foreach (var finding in line.Findings)
        {
            if (finding.Defect == ManifestDefect.UseCase) image.Report(AnnotationChangeCode.AttributeLeftOut, finding.Found);
        }

        foreach (var attribute in line.Attributes)
        {
            if (attribute.ImageSize is var (width, height)) image.Locate(NumberText.Pixels(width), NumberText.Pixels(height));
            foreach (var label in attribute.Labels)
            {
                if (label.Box is { } box) image.AddPixels(label.Name, box.Left, box.Top, box.Width, box.Height, label.Confidence);
                else image.Add(label.Name, label.Confidence);
            }
        }

        return image.Build();
    }
}
