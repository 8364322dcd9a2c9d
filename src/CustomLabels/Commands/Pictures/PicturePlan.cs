using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CustomLabels.Pictures;

namespace CustomLabels.Commands;

/// <summary>Says of each picture what is made of it, and where that goes.</summary>
/// <param name="settings">What is asked for.</param>
/// <param name="names">Names the files.</param>
/// <param name="sources">The pictures, none of which is overwritten.</param>
/// <param name="replaces">Whether files that are there are replaced.</param>
/// <param name="notes">Told what is left out.</param>
/// <param name="drawer">Makes the pictures.</param>
internal sealed class PicturePlan(PictureSettings settings, PictureNames names, SourceFiles sources, bool replaces, PictureNotes notes, Func<IPictureDrawer> drawer)
{
    /// <summary>What is made of a picture; null for nothing.</summary>
    /// <exception cref="CustomLabelsException">Nothing can be made of it.</exception>
    public PictureJob? Of(SourcePicture picture)
    {
        if (picture.HasFailed && (settings.Redaction is not null || picture.Marks.Count == 0))
        {
            // What else is on it isn't known.
            notes.Failed++;
            return null;
        }

        var path = picture.LiteralPath ?? throw new CustomLabelsException(PictureErrors.NotAFile(picture.Name, picture.IsInS3));
        var meant = picture.Marks.Where(settings.IsMeant).ToArray();
        var marks = meant.Where(settings.IsSure).ToArray();
        var job = settings.Redaction is { } method ? Redact(path, meant, marks, method)
            : settings.Padding is { } padding ? Crop(path, marks, padding)
            : Annotate(path, marks);
        if (job is not null) Check(job.Targets);
        return job;
    }

    private PictureJob Annotate(string path, PictureMark[] marks) => new(path, [names.Of(path)], () => drawer().Annotate(path, marks, settings.Style!, settings.Encoding));

    private PictureJob? Crop(string path, PictureMark[] marks, double padding)
    {
        var parts = marks.Where(mark => mark.HasPlace).ToArray();
        if (parts.Length == 0) return null;
        var boxes = Array.ConvertAll(parts, part => part.Box!);
        return new(path, names.Of(path, Array.ConvertAll(parts, part => part.Name)), () => drawer().Crop(path, boxes, padding, settings.Encoding));
    }

    private PictureJob? Redact(string path, PictureMark[] meant, PictureMark[] marks, RedactionMethod method)
    {
        var visible = settings.IsInverted ? 0 : meant.Count(mark => mark.HasPlace) - marks.Count(mark => mark.HasPlace);
        var nowhere = settings.IsInverted ? [] : marks.Where(mark => !mark.HasPlace).ToArray();
        if (nowhere.Length > 0) throw new CustomLabelsException(PictureErrors.RedactionIncomplete(path, nowhere[0].Name, nowhere.Length));
        var boxes = marks.Where(mark => mark.HasPlace).Select(mark => mark.Box!).ToArray();
        if (boxes.Length == 0 && !settings.IncludesUnlabelled)
        {
            notes.Unlabelled++;
            return null;
        }

        notes.VisibleBoxes += visible;
        if (visible > 0) notes.PicturesWithVisibleBoxes++;
        return new(path, [names.Of(path)], () => drawer().Redact(path, boxes, method, settings.IsInverted, settings.Encoding));
    }

    private void Check(IReadOnlyList<string> targets)
    {
        foreach (var target in targets)
        {
            if (sources.Has(target)) throw new CustomLabelsException(PictureErrors.IsSource(target));
            if (!replaces && (File.Exists(target) || Directory.Exists(target))) throw new CustomLabelsException(PictureErrors.Exists(target));
        }
    }
}
