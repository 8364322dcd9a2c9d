using System;
using System.Collections.Generic;

namespace CustomLabels.Annotations.Coco;

/// <summary>Ids of images in their order, and the way back from an id to its place.</summary>
internal sealed class CocoIds
{
    private readonly Dictionary<string, int> _byText = new(StringComparer.Ordinal);
    private readonly List<long> _numbers = [];
    private readonly List<int> _places = [];
    private long[] _sorted = [];
    private int[] _placesSorted = [];
    private int[]? _ranks;

    /// <summary>Adds the id of the image at a place; false for a text that another image has. Of numbers, <see cref="Sort"/> tells.</summary>
    public bool Add(CocoId id, int place)
    {
        if (id.Text is not null)
        {
            if (_byText.ContainsKey(id.Text)) return false;
            _byText.Add(id.Text, place);
            return true;
        }

        _numbers.Add(id.Number);
        _places.Add(place);
        return true;
    }

    /// <summary>Makes the way back when all are added: sorted, because a dictionary would be four times as large.</summary>
    /// <returns>A number that two images have, and the place of the later one; null for none.</returns>
    public (long Id, int Place)? Sort()
    {
        _sorted = _numbers.ToArray();
        _placesSorted = _places.ToArray();
        _numbers.Clear();
        _numbers.TrimExcess();
        _places.Clear();
        _places.TrimExcess();
        Array.Sort(_sorted, _placesSorted);
        for (var i = 1; i < _sorted.Length; i++)
        {
            if (_sorted[i] == _sorted[i - 1]) return (_sorted[i], Math.Max(_placesSorted[i], _placesSorted[i - 1]));
        }

        return null;
    }

    /// <summary>The number of the image at a place; null for one that has a text.</summary>
    public long? NumberOf(int place)
    {
        if (_ranks is null)
        {
            _ranks = new int[_sorted.Length + _byText.Count];
            for (var i = 0; i < _placesSorted.Length; i++) _ranks[_placesSorted[i]] = i + 1;
        }

        return _ranks[place] == 0 ? null : _sorted[_ranks[place] - 1];
    }

    /// <summary>The place of an id; null for one that no image has.</summary>
    public int? PlaceOf(CocoId id)
    {
        if (id.Text is not null) return _byText.TryGetValue(id.Text, out var place) ? place : null;
        // Most files number their images from 1 or 0, in order.
        var guess = _sorted.Length == 0 ? -1 : id.Number - _sorted[0];
        if (guess >= 0 && guess < _sorted.Length && _sorted[guess] == id.Number) return _placesSorted[guess];
        var found = Array.BinarySearch(_sorted, id.Number);
        return found < 0 ? null : _placesSorted[found];
    }
}
