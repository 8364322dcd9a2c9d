using System;
using System.Collections.Generic;
using System.Threading;
using CustomLabels.Images;
using CustomLabels.Pictures;

namespace CustomLabels.Core.Tests.Detection;

/// <summary>Gives the same small picture for every one, and notes for which; or fails.</summary>
internal sealed class FakeShrinker(byte[] bytes, CustomLabelsError? error = null) : IPictureShrinker
{
    private readonly List<string> _shrunk = [];

    public IReadOnlyList<string> Shrunk => _shrunk;

    public Func<LocalImage, int>? Seen { get; set; }

    public ShrunkPicture Shrink(LocalImage image, CancellationToken cancellationToken)
    {
        lock (_shrunk) _shrunk.Add(image.Name);
        Seen?.Invoke(image);
        if (error is not null) throw new CustomLabelsException(error);
        return new ShrunkPicture(bytes, ImageFormat.Png, 200, 100, Quality: null, EncodeCount: 1);
    }
}
