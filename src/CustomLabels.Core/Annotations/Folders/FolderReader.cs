using System.Collections.Generic;
using System.IO;
using System.Linq;
using CustomLabels.Annotations.Content;

namespace CustomLabels.Annotations.Folders;

/// <summary>Reads folders whose names are the labels of the images in them, as the service's console does: the first folder below the given one counts, and an image beside the folders has no label.</summary>
/// <remarks>Custom Labels guide, "Creating a dataset using an Amazon S3 bucket".</remarks>
internal sealed class FolderReader : IAnnotationReader
{
    /// <inheritdoc/>
    public AnnotationFormat Format => AnnotationFormat.Folder;

    /// <inheritdoc/>
    public IEnumerable<ImageAnnotation> Read(AnnotationInput input)
    {
        var folder = input.Content.Path;
        if (!Directory.Exists(folder)) throw new CustomLabelsException(AnnotationErrors.Unreadable(folder, "It is no folder."));
        return ImageFiles.Below(folder, ImageFiles.IsImage).Select(name => Image(input, name));
    }

    private static ImageAnnotation Image(AnnotationInput input, string name)
    {
        var image = new ImageAnnotationBuilder(input, name, line: null);
        image.LocateFile(ImagePlace.PathOf(input.Content.Path, name));
        var slash = name.IndexOf('/');
        if (slash > 0) image.Add(name.Substring(0, slash));
        return image.Build();
    }
}
