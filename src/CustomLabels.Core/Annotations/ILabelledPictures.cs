namespace CustomLabels.Annotations;

/// <summary>Takes pictures with their labels, in each of the ways in which they come through a pipeline.</summary>
internal interface ILabelledPictures
{
    /// <summary>Takes a result, which may be one that failed.</summary>
    void Add(DetectionResult result);

    /// <summary>Takes an annotation.</summary>
    void Add(ImageAnnotation image);

    /// <summary>Takes one label of a picture; the labels of one picture come together.</summary>
    void Add(CustomLabel label);
}
