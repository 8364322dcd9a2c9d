using System;
using System.Collections.Generic;

namespace CustomLabels.Annotations;

/// <summary>Outlines of points, of which only the box around is kept.</summary>
internal static class Outline
{
    /// <summary>The upright box around points.</summary>
    /// <param name="coordinates">x and y of each point.</param>
    public static BoundingBox Around(IReadOnlyList<double> coordinates)
    {
        double left = double.MaxValue, top = double.MaxValue, right = double.MinValue, bottom = double.MinValue;
        for (var i = 0; i + 1 < coordinates.Count; i += 2)
        {
            left = Math.Min(left, coordinates[i]);
            right = Math.Max(right, coordinates[i]);
            top = Math.Min(top, coordinates[i + 1]);
            bottom = Math.Max(bottom, coordinates[i + 1]);
        }

        return new BoundingBox(left, top, right - left, bottom - top);
    }

    /// <summary>The upright box around one that is turned about its top left corner.</summary>
    /// <param name="box">The box, in pixels, before it is turned.</param>
    /// <param name="degrees">How far, clockwise.</param>
    public static BoundingBox Turned(BoundingBox box, double degrees)
    {
        var (sine, cosine) = (Math.Sin(degrees * Math.PI / 180), Math.Cos(degrees * Math.PI / 180));
        return Around([
            box.Left, box.Top,
            box.Left + (box.Width * cosine), box.Top + (box.Width * sine),
            box.Left - (box.Height * sine), box.Top + (box.Height * cosine),
            box.Left + (box.Width * cosine) - (box.Height * sine), box.Top + (box.Width * sine) + (box.Height * cosine)]);
    }
}
