using System.Threading;
using CustomLabels.Api.Transport;

namespace CustomLabels.Detection;

/// <summary>Tells what is refused for its image from what every image would be refused for, by what became of the others. Safe for concurrent use.</summary>
internal sealed class Refusals
{
    // In a row: then it is not the images, and the run ends as it does where the first one is refused.
    private const int MostOnTheWay = 10;

    private volatile bool _served;
    private int _onTheWay;

    /// <summary>An image was answered.</summary>
    public void Served()
    {
        Interlocked.Exchange(ref _onTheWay, 0);
        _served = true;
    }

    /// <summary>What the refusal of an image means.</summary>
    public CustomLabelsError Of(ServiceException error, RefusedImage image)
    {
        var refusal = DetectionErrors.From(error, image);
        return refusal.Scope == ErrorScope.Run && _served && IsMaybeOneImages(error) && Interlocked.Increment(ref _onTheWay) <= MostOnTheWay
            ? DetectionErrors.RefusedOnTheWay(error, image)
            : refusal;
    }

    // An answer without an error code of the service's comes from a proxy, a firewall or a gateway, and those look into what is uploaded. 401 and 407 ask who sends it.
    private static bool IsMaybeOneImages(ServiceException error) => error.Code.Length == 0 && error.StatusCode is >= 400 and < 500 and not (401 or 407);
}
