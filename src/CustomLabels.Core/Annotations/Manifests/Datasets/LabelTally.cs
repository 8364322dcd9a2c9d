namespace CustomLabels.Annotations.Manifests.Datasets;

/// <summary>How often one label is in a manifest, by the kind of model that uses it.</summary>
internal sealed class LabelTally
{
    /// <summary>Lines with it as a label of the whole image.</summary>
    public long WholeImages { get; set; }

    /// <summary>Lines with a box of it.</summary>
    public long BoxImages { get; set; }

    /// <summary>Boxes of it.</summary>
    public long Boxes { get; set; }

    /// <summary>Lines that a model of a kind is trained with.</summary>
    public long ImagesOf(UseCase useCase) => useCase == UseCase.ObjectLocalization ? BoxImages : WholeImages;
}
