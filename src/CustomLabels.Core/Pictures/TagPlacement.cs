using System;
using System.Collections.Generic;
using System.Linq;

namespace CustomLabels.Pictures;

/// <summary>Finds places for the tags of a picture's labels: in the picture, near their boxes, and none over another.</summary>
/// <param name="width">The picture's width in pixels.</param>
/// <param name="height">The picture's height in pixels.</param>
internal sealed class TagPlacement(float width, float height)
{
    private readonly List<PictureRectangle> _taken = [];

    /// <summary>A place for the tag of a box; null where the picture has no room left.</summary>
    /// <param name="box">The box, with its line.</param>
    /// <param name="tagWidth">The tag's width; at most the picture's.</param>
    /// <param name="tagHeight">The tag's height.</param>
    public PictureRectangle? Place(PictureRectangle box, float tagWidth, float tagHeight)
    {
        var right = box.Right - tagWidth;
        var (head, foot) = (Math.Max(0, box.Top), Math.Min(height, box.Bottom) - tagHeight);
        (float Left, float Top)[] places =
        [
            (box.Left, box.Top - tagHeight), (box.Left, box.Bottom), (right, box.Top - tagHeight), (right, box.Bottom),
            (box.Left, head), (box.Left, foot), (right, head), (right, foot),
        ];
        foreach (var (left, top) in places)
        {
            var place = At(Math.Max(0, Math.Min(width - tagWidth, left)), top, tagWidth, tagHeight);
            if (IsFree(place)) return Take(place);
        }

        return Search(box, tagWidth, tagHeight) is { } found ? Take(found) : null;
    }

    private static PictureRectangle At(float left, float top, float tagWidth, float tagHeight) => new(left, top, left + tagWidth, top + tagHeight);

    private PictureRectangle Take(PictureRectangle place)
    {
        _taken.Add(place);
        return place;
    }

    private bool IsFree(PictureRectangle place) => place.Left >= 0 && place.Top >= 0 && place.Right <= width && place.Bottom <= height && !_taken.Exists(place.Meets);

    /// <summary>The nearest gap in rows of half a tag's height, first those beside the box.</summary>
    private PictureRectangle? Search(PictureRectangle box, float tagWidth, float tagHeight)
    {
        var step = tagHeight / 2;
        for (var distance = 0F; distance <= height; distance += step)
        {
            foreach (var top in new[] { box.Top - tagHeight - distance, box.Top + distance })
            {
                if (top < 0 || top + tagHeight > height) continue;
                if (Gap(box.Left, top, tagWidth, tagHeight) is { } left) return At(left, top, tagWidth, tagHeight);
            }
        }

        return null;
    }

    private float? Gap(float wanted, float top, float tagWidth, float tagHeight)
    {
        var row = At(0, top, width, tagHeight);
        float? best = null;
        var from = 0F;
        foreach (var (left, right) in _taken.Where(row.Meets).Select(tag => (tag.Left, tag.Right)).Append((width, width)).OrderBy(tag => tag.Item1))
        {
            if (left - from >= tagWidth)
            {
                var nearest = Math.Max(from, Math.Min(left - tagWidth, wanted));
                if (best is null || Math.Abs(nearest - wanted) < Math.Abs(best.Value - wanted)) best = nearest;
            }

            from = Math.Max(from, right);
        }

        return best;
    }
}
