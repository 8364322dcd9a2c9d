using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Api.Generated;
using CustomLabels.Arns;
using CustomLabels.Local.Settings;

namespace CustomLabels;

/// <summary>A model version that a <see cref="LocalEndpoint"/> has: its name, its data and how it starts.</summary>
public sealed record LocalModel
{
    /// <summary>The project's name, 1 to 255 letters, digits, <c>_ . -</c>; null is <c>local</c>.</summary>
    public string? Project { get; init; }

    /// <summary>The version's name, of the same form; null is <c>local</c>.</summary>
    public string? Version { get; init; }

    /// <summary>The version's whole ARN, instead of project and version, for scripts that have one.</summary>
    public string? ProjectVersionArn { get; init; }

    /// <summary>Path of a SageMaker Ground Truth manifest, or of labels in any other <see cref="AnnotationFormat"/>: the model finds what is in it.</summary>
    public string? Manifest { get; init; }

    /// <summary>Folder of the images; null is the manifest's.</summary>
    public string? ImageRoot { get; init; }

    /// <summary>Least inference units of the run it is in at the start, 1 and up.</summary>
    public int MinInferenceUnits { get; init; } = 1;

    /// <summary>Most inference units of that run; null for no scaling.</summary>
    public int? MaxInferenceUnits { get; init; }

    /// <summary>The status at the start, one of the service's. STARTING and STOPPING go on from there; the others stay until they are changed.</summary>
    public string Status { get; init; } = ProjectVersionStatus.Running;

    /// <summary>The status that each start of it ends in after <see cref="LocalEndpointOptions.StartDuration"/>: RUNNING, FAILED, or STARTING, in which it then stays.</summary>
    public string StatusAfterStart { get; init; } = ProjectVersionStatus.Running;

    /// <summary>Confidence, 0 to 100, below which labels are left out of answers to requests without MinConfidence; null is the endpoint's.</summary>
    public double? AssumedThreshold { get; init; }

    /// <summary>Inference units by time, between the least and the most of each run; without one they follow the load.</summary>
    public IReadOnlyList<LocalUnitStep> UnitSchedule { get; init; } = [];

    /// <summary>Takes a model from a PowerShell hashtable or a JSON object, whose keys are this type's properties.</summary>
    /// <param name="settings">The keys, in any case, and their values.</param>
    /// <exception cref="LocalOptionException">A key is unknown, or a value is of the wrong type.</exception>
    internal static LocalModel FromSettings(IDictionary settings)
    {
        var reader = new SettingReader(
            settings, "a model", nameof(LocalEndpointOptions.Models), nameof(Project), nameof(Version), nameof(ProjectVersionArn), nameof(Manifest), nameof(ImageRoot), nameof(MinInferenceUnits),
            nameof(MaxInferenceUnits), nameof(Status), nameof(StatusAfterStart), nameof(AssumedThreshold), nameof(UnitSchedule));
        return new LocalModel
        {
            Project = reader.Text(nameof(Project)),
            Version = reader.Text(nameof(Version)),
            ProjectVersionArn = reader.Text(nameof(ProjectVersionArn)),
            Manifest = reader.Text(nameof(Manifest)),
            ImageRoot = reader.Text(nameof(ImageRoot)),
            MinInferenceUnits = reader.Whole(nameof(MinInferenceUnits)) ?? 1,
            MaxInferenceUnits = reader.Whole(nameof(MaxInferenceUnits)),
            Status = reader.Text(nameof(Status)) ?? ProjectVersionStatus.Running,
            StatusAfterStart = reader.Text(nameof(StatusAfterStart)) ?? ProjectVersionStatus.Running,
            AssumedThreshold = reader.Number(nameof(AssumedThreshold)),
            UnitSchedule = reader.Structures(nameof(UnitSchedule)).Select(Step).ToArray(),
        };
    }

    private static LocalUnitStep Step(IDictionary settings)
    {
        var reader = new SettingReader(settings, "a step of UnitSchedule", nameof(LocalEndpointOptions.Models), nameof(LocalUnitStep.Seconds), nameof(LocalUnitStep.Units));
        return new LocalUnitStep(reader.Number(nameof(LocalUnitStep.Seconds)) ?? 0, reader.Whole(nameof(LocalUnitStep.Units)) ?? 1);
    }
}
