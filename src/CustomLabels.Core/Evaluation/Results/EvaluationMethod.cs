namespace CustomLabels;

/// <summary>How boxes are held against the truth, and how the average precision is taken.</summary>
public enum EvaluationMethod
{
    /// <summary>As COCO: the best truth that is free; 101 points, means over overlaps of .5 to .95.</summary>
    Coco,

    /// <summary>As PASCAL VOC since 2010: the truth of most overlap only, edges are pixels; all of the area under the curve, at one overlap.</summary>
    Voc,

    /// <summary>As PASCAL VOC until 2009: the same matching; 11 points.</summary>
    Voc11,
}
