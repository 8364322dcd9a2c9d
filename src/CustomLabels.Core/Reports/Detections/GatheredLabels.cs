using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Images;

namespace CustomLabels.Reports.Detections;

/// <summary>Puts labels that came one by one together again, by picture: they may have been sorted in between.</summary>
internal sealed class GatheredLabels
{
    private readonly Dictionary<string, (CustomLabel First, List<ReportLabel> Labels)> _pictures = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    /// <summary>How many pictures there are so far.</summary>
    public int Count => _order.Count;

    /// <summary>The pictures, in the order of their first labels.</summary>
    public IEnumerable<ReportPicture> Pictures => _order.Select(id => ReportPicture.Of(_pictures[id].First, _pictures[id].Labels));

    /// <summary>Takes a label.</summary>
    public void Add(CustomLabel label)
    {
        var id = ImageLocation.Of(label.LiteralPath, label.Bucket, label.Key) ?? label.Image;
        if (!_pictures.TryGetValue(id, out var picture))
        {
            _pictures.Add(id, picture = (label, []));
            _order.Add(id);
        }

        picture.Labels.Add(ReportLabel.Of(label));
    }
}
