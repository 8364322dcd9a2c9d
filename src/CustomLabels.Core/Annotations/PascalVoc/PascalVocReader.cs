using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CustomLabels.Annotations.Content;

namespace CustomLabels.Annotations.PascalVoc;

/// <summary>Reads PASCAL VOC: a file, or a folder of them. Edges are taken as distances from the image's own, as today's tools write them: xmax - xmin is the width.</summary>
internal sealed class PascalVocReader : IAnnotationReader
{
    /// <inheritdoc/>
    public AnnotationFormat Format => AnnotationFormat.PascalVoc;

    /// <inheritdoc/>
    public IEnumerable<ImageAnnotation> Read(AnnotationInput input)
    {
        if (!Directory.Exists(input.Content.Path)) return Of(input, "");
        var folder = input.Content.Path;
        return ImageFiles.Below(folder, name => name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
            .SelectMany(name => Of(input with { Content = input.Content.Beside(ImagePlace.PathOf(folder, name)) }, name.Substring(0, name.LastIndexOf('/') + 1)));
    }

    private static IEnumerable<ImageAnnotation> Of(AnnotationInput input, string subfolder)
    {
        var file = VocFile.Read(input.Content);
        var stem = Path.GetFileNameWithoutExtension(input.Content.Path);
        var written = file.FileName.Length > 0 ? file.FileName : stem + ".jpg";
        // A name with folders is below the images' own; one without is where its labels are.
        if (written.IndexOf('/') < 0) written = subfolder + written;
        var image = new ImageAnnotationBuilder(input, written, line: null);
        if (file.FileName.Length == 0) image.Report(AnnotationChangeCode.ImageNameAssumed, "There is no filename in it; the image is taken for a .jpg of the file's own name.");
        else if (!string.Equals(ImageFiles.StemOf(image.Name).Split('/').Last(), stem, StringComparison.Ordinal)) image.Report(AnnotationChangeCode.NameMismatch, $"The file is '{VisibleText.Of(stem)}.xml' and its filename is '{VisibleText.Of(file.FileName)}', which counts.");
        image.Locate(file.Size.Width, file.Size.Height, Folders(input.Content.Folder, subfolder));
        if (image.Frame is null && file.Objects.Count > 0)
        {
            image.Report(AnnotationChangeCode.ImageSizeMissing, "Its size is not in the file, and no image is there; it is left out. Give -ImageRoot.");
            return [];
        }

        foreach (var found in file.Objects) Add(input, image, found);
        return [image.Build()];
    }

    private static void Add(AnnotationInput input, ImageAnnotationBuilder image, VocObject found)
    {
        if (found.Name.Length == 0) throw AnnotationErrors.InvalidAt(input.Content.Path, found.Line, "An object has no name");
        if (found.Flags.Length > 0) image.Report(AnnotationChangeCode.FlagLost, $"'{VisibleText.Of(found.Name)}' is marked {found.Flags}, which is not kept.");
        if (found.Box is var (xmin, ymin, xmax, ymax)) image.AddPixels(found.Name, xmin, ymin, xmax - xmin, ymax - ymin, isDifficult: found.IsDifficult);
        else image.Add(found.Name);
    }

    private static string[] Folders(string folder, string subfolder)
    {
        var top = folder;
        for (var depth = subfolder.Count(letter => letter == '/'); depth > 0; depth--) top = Parent(top) ?? top;
        return Parent(top) is { } parent ? [top, Path.Combine(parent, "JPEGImages"), Path.Combine(parent, "images")] : [top];
    }

    // .NET Framework refuses to tell the parent of nothing.
    private static string? Parent(string folder) => folder.Length == 0 ? null : Path.GetDirectoryName(folder);
}
