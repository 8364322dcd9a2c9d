using System.Management.Automation;
using CustomLabels.Pictures;
using static System.FormattableString;

namespace CustomLabels.Commands;

/// <summary>Counts what a user should know of many pictures, and says it once.</summary>
internal sealed class PictureNotes
{
    /// <summary>Pictures whose detection failed.</summary>
    public int Failed { get; set; }

    /// <summary>Pictures without anything to hide, of which nothing was written.</summary>
    public int Unlabelled { get; set; }

    /// <summary>Boxes that are not sure enough to be hidden.</summary>
    public int VisibleBoxes { get; set; }

    /// <summary>The pictures that have them.</summary>
    public int PicturesWithVisibleBoxes { get; set; }

    /// <summary>Pictures of which the ground truth says nothing.</summary>
    public int WithoutTruth { get; set; }

    private int _namesWithoutRoom;
    private string? _nameWithoutFont;

    /// <summary>Takes what was met in a picture, and warns at once of one that is cut.</summary>
    public void Add(PSCmdlet cmdlet, string source, DrawnPicture drawn)
    {
        if (drawn.IsIncomplete) cmdlet.WriteWarning($"'{VisibleText.Of(source)}' ends before its pixels do; what is missing is blank.");
        _namesWithoutRoom += drawn.NamesWithoutRoom;
        _nameWithoutFont ??= drawn.NameWithoutFont;
    }

    /// <summary>Warns of all of it.</summary>
    /// <param name="cmdlet">The command.</param>
    /// <param name="minConfidence">The least confidence that counts.</param>
    public void Warn(PSCmdlet cmdlet, double? minConfidence)
    {
        if (Failed > 0) cmdlet.WriteWarning(Invariant($"Detection failed for {Failed} picture{Ending(Failed)}; nothing was written for {(Failed == 1 ? "it" : "them")}."));
        if (Unlabelled > 0) cmdlet.WriteWarning(Invariant($"{Unlabelled} picture{Ending(Unlabelled)} without a detection to redact {(Unlabelled == 1 ? "was" : "were")} skipped. -IncludeUnlabelled writes {(Unlabelled == 1 ? "it" : "them")} too."));
        if (VisibleBoxes > 0) cmdlet.WriteWarning(Invariant($"{VisibleBoxes} box{(VisibleBoxes == 1 ? "" : "es")} of {PicturesWithVisibleBoxes} picture{Ending(PicturesWithVisibleBoxes)} below -MinConfidence {minConfidence} stay{(VisibleBoxes == 1 ? "s" : "")} visible."));
        if (WithoutTruth > 0) cmdlet.WriteWarning(Invariant($"The ground truth says nothing of {WithoutTruth} picture{Ending(WithoutTruth)}."));
        if (_namesWithoutRoom > 0) cmdlet.WriteWarning(Invariant($"There was no room for the names of {_namesWithoutRoom} label{Ending(_namesWithoutRoom)}; their boxes are drawn. A smaller -FontSize makes room."));
        if (_nameWithoutFont is not null) cmdlet.WriteWarning($"No font on this machine has every letter of '{VisibleText.Of(_nameWithoutFont)}'; what is missing is a box. Give a font that has them as -FontPath.");
    }

    private static string Ending(int count) => count == 1 ? "" : "s";
}
