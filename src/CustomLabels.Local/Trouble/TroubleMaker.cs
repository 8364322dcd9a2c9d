using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api;
using CustomLabels.Api.Transport;
using CustomLabels.Local.Http;
using CustomLabels.Local.Images;
using CustomLabels.Time;

namespace CustomLabels.Local.Trouble;

/// <summary>Makes the troubles that were asked for. The first one that meets a call is the one that happens.</summary>
internal sealed class TroubleMaker
{
    private readonly (LocalTrouble Trouble, TroubleKind Kind)[] _troubles;
    private readonly int _seed;
    private readonly ImageNames _images;
    private readonly RequestCounters _counters;
    private readonly IClock _clock;

    /// <summary>Takes the troubles.</summary>
    /// <param name="troubles">The troubles, checked.</param>
    /// <param name="seed">Decides which calls those at random meet.</param>
    /// <param name="images">Tells which image a request is about.</param>
    /// <param name="counters">Number the calls and count the stalls.</param>
    /// <param name="clock">The time.</param>
    public TroubleMaker(IReadOnlyList<LocalTrouble> troubles, int seed, ImageNames images, RequestCounters counters, IClock clock)
    {
        _troubles = troubles.Select(trouble => (trouble, TroubleKind.Find(trouble.Kind)!)).ToArray();
        _seed = seed;
        _images = images;
        _counters = counters;
        _clock = clock;
    }

    /// <summary>Makes the trouble of one call, if it has any.</summary>
    /// <param name="operation">The operation that is called.</param>
    /// <param name="body">The request's JSON.</param>
    /// <param name="aborted">Cancelled when the client goes away or the server stops.</param>
    /// <returns>How the answer is to be delivered.</returns>
    /// <exception cref="ServiceException">The error that was asked for.</exception>
    public async Task<Delivery> MeetAsync(ServiceOperation operation, ArraySegment<byte> body, CancellationToken aborted)
    {
        var number = _counters.CountCall(operation.Name);
        if (Find(operation.Name, number, body) is not var (trouble, kind)) return Delivery.Whole;
        if (kind.ErrorOf(operation) is { } error) throw error;
        if (kind == TroubleKind.Stall)
        {
            _counters.Stalled();
            await _clock.DelayAsync(trouble.Duration ?? Timeout.InfiniteTimeSpan, aborted).ConfigureAwait(false);
        }

        return kind.Delivery;
    }

    private (LocalTrouble Trouble, TroubleKind Kind)? Find(string operation, long number, ArraySegment<byte> body)
    {
        string? key = null;
        for (var i = 0; i < _troubles.Length; i++)
        {
            var trouble = _troubles[i].Trouble;
            if (!string.Equals(trouble.Operation, operation, StringComparison.OrdinalIgnoreCase)) continue;
            if (trouble.Call.Count > 0 && !trouble.Call.Any(call => call == number)) continue;
            if (trouble.Rate is { } rate && Chance.At(_seed, i, number) >= rate) continue;
            if (trouble.Image.Count > 0 && !trouble.Image.Any(image => ImageFolder.IsNamed(key ??= _images.KeyOf(body) ?? "", image))) continue;
            return _troubles[i];
        }

        return null;
    }
}
