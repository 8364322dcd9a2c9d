using System.Linq;

namespace CustomLabels.Bench.Engine;

/// <summary>A run of the cmdlet.</summary>
/// <param name="Looks">Before it, after every so many results, and at its end.</param>
/// <param name="Failed">Images that failed.</param>
/// <param name="First">The first error.</param>
internal sealed record ModuleRun(Look[] Looks, int Failed, string First)
{
    /// <summary>Images that were answered.</summary>
    public int Images => Looks[^1].Images;

    public double Seconds => Looks[^1].Seconds;

    /// <summary>Images a second from the first look with at least so many seconds.</summary>
    public double RateAfter(double seconds)
    {
        var from = Looks.First(look => look.Seconds >= seconds || look == Looks[^1]);
        return (Images - from.Images) / (Seconds - from.Seconds);
    }
}
