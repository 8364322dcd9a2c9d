using System;
using System.Globalization;
using System.Management.Automation;

namespace CustomLabels.Binding;

/// <summary>Binds a number as seconds, or a TimeSpan.</summary>
/// <remarks>PowerShell alone binds the number 2 as two ticks of 100 ns.</remarks>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class DurationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        var duration = value switch
        {
            TimeSpan span => span,
            _ when InvariantNumber.Of(value) is { } seconds => Seconds(seconds, value),
            string text when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) => span,
            _ => throw Refused(value),
        };
        return duration >= TimeSpan.Zero ? duration : throw Refused(value);
    }

    private static TimeSpan Seconds(double seconds, object? value) =>
        seconds >= 0 && seconds <= TimeSpan.MaxValue.TotalSeconds / 2 ? TimeSpan.FromSeconds(seconds) : throw Refused(value);

    private static ArgumentTransformationMetadataException Refused(object? value) =>
        new($"'{VisibleText.Of(value?.ToString())}' is not a duration. Allowed: seconds such as 0.2, or a TimeSpan such as 0:00:02.");
}
