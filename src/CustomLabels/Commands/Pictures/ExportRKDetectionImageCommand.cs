using System;
using System.IO;
using System.Management.Automation;
using CustomLabels.Binding;
using CustomLabels.Pictures;

namespace CustomLabels.Commands;

/// <summary>Draws detections on pictures, cuts them out, or makes them unrecognisable.</summary>
[Cmdlet(VerbsData.Export, "RKDetectionImage", DefaultParameterSetName = DrawSet, SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed partial class ExportRKDetectionImageCommand : PSCmdlet, IDisposable
{
    private const string DrawSet = "Draw";
    private const string CropSet = "Crop";
    private const string RedactSet = "Redact";
    private const int UsualQuality = 90;

    /// <summary>The folder for the pictures.</summary>
    [Parameter(Position = 0)]
    public string? Destination { get; set; }

    /// <summary>Results or labels of Invoke-RKCustomLabelDetection, or annotations of Import-RKAnnotation.</summary>
    [Parameter(ValueFromPipeline = true)]
    [AllowNull]
    public object[]? InputObject { get; set; }

    /// <summary>The labels that count.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Label { get; set; }

    /// <summary>The least confidence that counts.</summary>
    [Parameter]
    [Number(Max = 100)]
    public double? MinConfidence { get; set; }

    /// <summary>A colour for all labels, or a hashtable of labels and colours.</summary>
    [Parameter(ParameterSetName = DrawSet)]
    [ValidateNotNull]
    public object? Color { get; set; }

    /// <summary>How wide lines are.</summary>
    [Parameter(ParameterSetName = DrawSet)]
    [Number(Min = 0.5, Max = 1000)]
    public double? LineWidth { get; set; }

    /// <summary>How large letters are.</summary>
    [Parameter(ParameterSetName = DrawSet)]
    [Number(Min = 4, Max = 1000)]
    public double? FontSize { get; set; }

    /// <summary>A font, or a folder of fonts.</summary>
    [Parameter(ParameterSetName = DrawSet)]
    [ValidateNotNullOrEmpty]
    public string? FontPath { get; set; }

    /// <summary>What there really is: annotations, or paths of files with them.</summary>
    [Parameter(ParameterSetName = DrawSet)]
    [ValidateNotNullOrEmpty]
    public object[]? GroundTruth { get; set; }

    /// <summary>Cut detections out.</summary>
    [Parameter(ParameterSetName = CropSet)]
    public SwitchParameter Crop { get; set; }

    /// <summary>How much is cut out around a box.</summary>
    [Parameter(ParameterSetName = CropSet)]
    [Number(Max = 10)]
    public double? Padding { get; set; }

    /// <summary>Make detections unrecognisable.</summary>
    [Parameter(ParameterSetName = RedactSet)]
    public SwitchParameter Redact { get; set; }

    /// <summary>How.</summary>
    [Parameter(ParameterSetName = RedactSet, Position = 1)]
    public RedactionMethod Redaction { get; set; }

    /// <summary>Everything but the detections.</summary>
    [Parameter(ParameterSetName = RedactSet)]
    public SwitchParameter Invert { get; set; }

    /// <summary>Also pictures without a detection.</summary>
    [Parameter(ParameterSetName = RedactSet)]
    public SwitchParameter IncludeUnlabelled { get; set; }

    /// <summary>Most pixels of the longer side.</summary>
    [Parameter]
    [Number(Min = 1, Max = 65535, Whole = true)]
    public int? MaxDimension { get; set; }

    /// <summary>The format to write.</summary>
    [Parameter]
    public PictureFormat Format { get; set; }

    /// <summary>Of a JPEG.</summary>
    [Parameter]
    [Number(Min = 1, Max = 100, Whole = true)]
    public int? Quality { get; set; }

    /// <summary>The folder whose folders are mirrored.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Root { get; set; }

    /// <summary>Keep what the files say of themselves.</summary>
    [Parameter]
    public SwitchParameter KeepMetadata { get; set; }

    /// <summary>Replace files that are there.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }
}
