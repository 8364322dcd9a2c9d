using System;

namespace CustomLabels;

/// <summary>Where usage is known from.</summary>
[Flags]
public enum UsageSource
{
    /// <summary>From nowhere: the metrics could not be read, and nothing is noted here.</summary>
    None = 0,

    /// <summary>CloudWatch's metric InServiceInferenceUnits: all use, whoever started the model.</summary>
    CloudWatch = 1,

    /// <summary>Leases on this machine: the present run of a model that this module has started, with its least inference units.</summary>
    Leases = 2,

    /// <summary>Journals: from the start of each run that asked the model to its last answer, with one inference unit. The model ran at least so long.</summary>
    Journal = 4,
}
