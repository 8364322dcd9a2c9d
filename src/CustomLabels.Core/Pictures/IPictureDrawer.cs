using System.Collections.Generic;

namespace CustomLabels.Pictures;

/// <summary>Makes pictures of pictures: the door to the library that decodes and draws. Any number of threads at once.</summary>
internal interface IPictureDrawer
{
    /// <summary>Finds the fonts, before the first picture needs them.</summary>
    /// <param name="fontPath">A font, or a folder of fonts, that come before all others; null for none.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.RequestInvalid"/>: there is no font.</exception>
    void LoadFonts(string? fontPath);

    /// <summary>Draws boxes and labels.</summary>
    /// <exception cref="CustomLabelsException">The picture can't be read.</exception>
    DrawnPicture Annotate(string path, IReadOnlyList<PictureMark> marks, AnnotationStyle style, PictureEncoding encoding);

    /// <summary>Cuts a part out for each box.</summary>
    /// <param name="path">Full path of the picture.</param>
    /// <param name="boxes">The boxes.</param>
    /// <param name="padding">How much is added on each side, as a part of a box's own width and height.</param>
    /// <param name="encoding">How the parts are written.</param>
    /// <exception cref="CustomLabelsException">The picture can't be read.</exception>
    DrawnPicture Crop(string path, IReadOnlyList<BoundingBox> boxes, double padding, PictureEncoding encoding);

    /// <summary>Makes boxes, or all but them, unrecognisable.</summary>
    /// <exception cref="CustomLabelsException">The picture can't be read.</exception>
    DrawnPicture Redact(string path, IReadOnlyList<BoundingBox> boxes, RedactionMethod method, bool isInverted, PictureEncoding encoding);
}
