namespace CustomLabels;

/// <summary>How the detection of one image ended.</summary>
public enum DetectionStatus
{
    /// <summary>The service answered with labels, possibly none.</summary>
    Succeeded,

    /// <summary>There is no answer; <see cref="DetectionResult.Error"/> says why.</summary>
    Failed,
}
