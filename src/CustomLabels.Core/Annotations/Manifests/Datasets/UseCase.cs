namespace CustomLabels.Annotations.Manifests.Datasets;

/// <summary>What kind of model the lines of a manifest make.</summary>
internal enum UseCase
{
    /// <summary>There is no line with a label.</summary>
    NotDetermined,

    /// <summary>Labels of whole images.</summary>
    ImageLevelLabels,

    /// <summary>Boxes.</summary>
    ObjectLocalization,
}
