namespace CustomLabels.Annotations.PascalVoc;

/// <summary>An object of a VOC file.</summary>
internal sealed record VocObject(string Name, int? Line)
{
    /// <summary>The edges in pixels; null without a bndbox.</summary>
    public (double XMin, double YMin, double XMax, double YMax)? Box { get; init; }

    /// <summary>The marks that it has, such as difficult; empty for none.</summary>
    public string Flags { get; init; } = "";

    /// <summary>Whether it is marked as difficult.</summary>
    public bool IsDifficult { get; init; }
}
