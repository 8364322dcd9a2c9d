using System.Management.Automation;
using CustomLabels.Annotations;

namespace CustomLabels.Binding;

/// <summary>Hands on what comes through the pipeline of a command that takes results, labels and annotations.</summary>
internal static class LabelledInput
{
    /// <summary>Hands an object on by its kind.</summary>
    /// <param name="item">The object.</param>
    /// <param name="pictures">Takes it; null where only its kind is looked at.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.InputUnsupported"/>: it is something else.</exception>
    public static void Give(object? item, ILabelledPictures? pictures)
    {
        switch (item is PSObject wrapped ? wrapped.BaseObject : item)
        {
            case DetectionResult result:
                pictures?.Add(result);
                break;
            case ImageAnnotation image:
                pictures?.Add(image);
                break;
            case CustomLabel label:
                pictures?.Add(label);
                break;
            default:
                throw new CustomLabelsException(UnsupportedInput.OfAnnotations(item));
        }
    }
}
