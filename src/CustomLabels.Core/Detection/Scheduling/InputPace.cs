using System;

namespace CustomLabels.Detection.Scheduling;

/// <summary>Tells input that comes slowly, one image now and then, from input that waits to be taken.</summary>
/// <remarks>
/// A pipeline can emit only while it is called. So when the next image is long in coming, a result that isn't there yet comes out only with that image:
/// a camera's last picture of the day would be answered in the morning. Waiting for the result before asking for more cures that, and takes from
/// fast input what makes it fast. The measure is the mean time that the input takes between images against the time that an image takes here:
/// waiting then costs at most as much time again as the input takes by itself.
/// </remarks>
internal sealed class InputPace
{
    // Of each new gap: a burst among long gaps is slow input still, and a slow start is forgotten within some dozen images.
    private const double Weight = 1.0 / 8;

    private TimeSpan _returned;
    private double _meanGap = double.NaN;

    /// <summary>The mean time the input takes between two images; zero before the first.</summary>
    public TimeSpan MeanGap => TimeSpan.FromSeconds(double.IsNaN(_meanGap) ? 0 : _meanGap);

    /// <summary>The input is asked for the next image.</summary>
    /// <param name="now">The time.</param>
    public void Asked(TimeSpan now) => _returned = now;

    /// <summary>An image came.</summary>
    /// <param name="now">The time.</param>
    public void Came(TimeSpan now)
    {
        var gap = (now - _returned).TotalSeconds;
        _meanGap = double.IsNaN(_meanGap) ? gap : _meanGap + ((gap - _meanGap) * Weight);
    }

    /// <summary>Whether the input takes longer for an image than the service does.</summary>
    /// <param name="turnaround">The time from an image's coming to its result.</param>
    public bool IsSlowerThan(TimeSpan turnaround) => _meanGap >= turnaround.TotalSeconds;
}
