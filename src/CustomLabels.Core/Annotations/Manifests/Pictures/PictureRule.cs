using System;
using System.Linq;
using CustomLabels.Annotations.Manifests.Lines;
using CustomLabels.Images;

namespace CustomLabels.Annotations.Manifests.Pictures;

/// <summary>What can be told of an image once its file is looked into.</summary>
/// <param name="root">The folder that stands for the bucket.</param>
/// <param name="contents">Knows the files of both manifests.</param>
/// <param name="isTesting">Whether the lines are those of the testing manifest.</param>
internal sealed class PictureRule(string root, PictureContents contents, bool isTesting) : ILineRule
{
    /// <inheritdoc/>
    public void Check(TestedLine line, LineFindings findings)
    {
        if (line.Content.Key is not { } key) return;
        if (!ImageKey.IsFile(key)) findings.Add(ManifestRule.ImageMissing, $"The key '{VisibleText.Of(key)}' names no file below '{VisibleText.Of(root)}'.");
        else Look(line, new FileImage(ImagePlace.PathOf(root, key)), findings);
    }

    private void Look(TestedLine line, FileImage image, LineFindings findings)
    {
        try
        {
            var (header, instead) = ImageInspector.Look(image);
            var hasBoxes = line.BoxAttributes.Any(attribute => attribute.Labels.Count > 0);
            PictureLimits.Check(header, image.Length, instead, hasBoxes, findings);
            if (header.Format == ImageFormat.Unknown) return;
            PictureSize.Check(line, header, findings);
            // An image that is named twice is equal to itself.
            if (!findings.Has(ManifestRule.SourceRefRepeated) && !findings.Has(ManifestRule.TestingImageInTraining)) CheckContent(image, line.Number, findings);
        }
        catch (CustomLabelsException e)
        {
            findings.Add(ManifestRule.ImageMissing, e.Error.Message);
        }
    }

    private void CheckContent(FileImage image, int line, LineFindings findings)
    {
        if (contents.Find(image, isTesting, line) is not (bool wasTesting, int before)) return;
        var found = FormattableString.Invariant($"'{VisibleText.Of(image.LiteralPath)}' has the same bytes as the image of line {before}");
        if (wasTesting == isTesting) findings.Add(ManifestRule.ImageRepeated, $"{found}.");
        else findings.Add(ManifestRule.ImageInBothSets, $"{found} of the training manifest.");
    }
}
