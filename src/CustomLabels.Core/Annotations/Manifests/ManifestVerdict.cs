namespace CustomLabels;

/// <summary>What the service would do with a manifest, as far as that can be told from here.</summary>
public enum ManifestVerdict
{
    /// <summary>Every line would be used for training.</summary>
    WouldTrain,

    /// <summary>Lines, boxes or attributes would be left out, and the rest be trained with.</summary>
    WouldLoseData,

    /// <summary>The dataset would not be created, or the training would end.</summary>
    WouldBeRefused,
}
