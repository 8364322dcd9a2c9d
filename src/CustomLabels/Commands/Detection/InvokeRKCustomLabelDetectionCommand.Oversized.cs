using System.Management.Automation;
using CustomLabels.Detection;
using CustomLabels.Loading;

namespace CustomLabels.Commands;

/// <content>Images that are too large for the service.</content>
public sealed partial class InvokeRKCustomLabelDetectionCommand
{
    /// <summary>What is done with images of more than 4,000,000 bytes or more than 4096 pixels a side: they are sent as they are, or are made to fit.</summary>
    [Parameter]
    public OversizedHandling Oversized { get; set; }

    /// <summary>What makes images fit; null where they are sent as they are: what decodes pictures isn't loaded then.</summary>
    private OversizedPictures? OversizedPictures() => Oversized == OversizedHandling.Shrink && Sample is null ? new OversizedPictures(ImagingLibrary.Shrinker) : null;
}
