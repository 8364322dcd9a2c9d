using System;

namespace CustomLabels.Bench.Engine;

/// <summary>Why a row, or a contestant of it, can't be measured: one line.</summary>
internal sealed class NotMeasuredException : Exception
{
    public NotMeasuredException()
    {
    }

    public NotMeasuredException(string message)
        : base(message)
    {
    }

    public NotMeasuredException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
