using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Annotations.GroundTruth;

namespace CustomLabels.Annotations.Manifests.Datasets;

/// <summary>What the lines of a manifest come to. Grows with the labels there are, and not with the lines.</summary>
/// <param name="file">The manifest.</param>
internal sealed class DatasetTotals(string file)
{
    /// <summary>The most labels that are counted, each by itself: 250 are allowed.</summary>
    public const int LabelLimit = 10_000;

    private readonly SortedDictionary<string, LabelTally> _labels = new(StringComparer.Ordinal);
    private long _boxLines;
    private long _wholeLines;
    private long _mixedLines;
    private long _ignored;

    /// <summary>The manifest.</summary>
    public string File => file;

    /// <summary>Its lines.</summary>
    public long Lines { get; set; }

    /// <summary>Lines that are invalid.</summary>
    public long Invalid { get; private set; }

    /// <summary>Attributes and boxes that are lost from lines that are used.</summary>
    public long LostParts { get; private set; }

    /// <summary>Boxes that are lost from lines that are used.</summary>
    public long LostBoxes { get; private set; }

    /// <summary>The labels of lines that are valid, of either kind.</summary>
    public IReadOnlyDictionary<string, LabelTally> Labels => _labels;

    /// <summary>The kind of model that the service makes of these lines. How it chooses is not documented; the kind with more lines is assumed, and boxes where they are equal.</summary>
    public UseCase UseCase => _boxLines + _wholeLines + _mixedLines == 0 ? UseCase.NotDetermined : _boxLines >= _wholeLines && _boxLines + _mixedLines > 0 ? UseCase.ObjectLocalization : UseCase.ImageLevelLabels;

    /// <summary>Adds a line that can't be used.</summary>
    public void AddInvalid() => Invalid++;

    /// <summary>Adds a line that is allowed and not used.</summary>
    public void AddIgnored() => _ignored++;

    /// <summary>Adds a line that is used.</summary>
    /// <param name="labels">Its labels that can be used.</param>
    /// <param name="lostBoxes">Its boxes that can't.</param>
    /// <param name="lostAttributes">Its attributes that can't.</param>
    public void Add(IEnumerable<ManifestLabel> labels, int lostBoxes, int lostAttributes)
    {
        LostBoxes += lostBoxes;
        LostParts += lostBoxes + lostAttributes;
        var (hasBoxes, hasWhole) = (false, false);
        foreach (var kinds in labels.GroupBy(label => (label.Name, IsBox: label.Box is not null)))
        {
            if (kinds.Key.IsBox) hasBoxes = true;
            else hasWhole = true;
            if (TallyOf(kinds.Key.Name) is not { } tally) continue;
            if (!kinds.Key.IsBox)
            {
                tally.WholeImages++;
                continue;
            }

            tally.BoxImages++;
            tally.Boxes += kinds.Count();
        }

        if (hasBoxes && hasWhole) _mixedLines++;
        else if (hasBoxes) _boxLines++;
        else _wholeLines++;
    }

    /// <summary>Lines with labels that a model of a kind is not trained with.</summary>
    public long LinesOfOtherKind(UseCase useCase) => useCase == UseCase.ObjectLocalization ? _wholeLines : _boxLines;

    /// <summary>The labels of a kind of model.</summary>
    public IReadOnlyCollection<string> LabelsOf(UseCase useCase) => [.. _labels.Where(label => label.Value.ImagesOf(useCase) > 0).Select(label => label.Key)];

    /// <summary>Labels that a model of a kind does not learn, because they are of the other kind only.</summary>
    public int LabelsOfOtherKind(UseCase useCase) => _labels.Values.Count(label => label.ImagesOf(useCase) == 0);

    /// <summary>Lines that are not used, for any reason.</summary>
    public long LostLines(UseCase useCase) => Invalid + _ignored + LinesOfOtherKind(useCase);

    /// <summary>The figures of a kind of model.</summary>
    public ManifestStatistics Statistics(UseCase useCase)
    {
        var boxes = useCase == UseCase.ObjectLocalization ? _labels.Values.Sum(label => label.Boxes) : 0;
        var ignored = LostLines(useCase) - Invalid;
        return new ManifestStatistics(file, TextOf(useCase), Lines, Lines - Invalid - ignored, Invalid, ignored, LabelsOf(useCase).Count, boxes, LostBoxes);
    }

    private static string TextOf(UseCase useCase) => useCase switch
    {
        UseCase.ImageLevelLabels => "IMAGE_LEVEL_LABELS",
        UseCase.ObjectLocalization => "OBJECT_LOCALIZATION",
        _ => "NOT_DETERMINED",
    };

    private LabelTally? TallyOf(string label)
    {
        if (_labels.TryGetValue(label, out var tally)) return tally;
        if (_labels.Count == LabelLimit) return null;
        _labels.Add(label, tally = new LabelTally());
        return tally;
    }
}
