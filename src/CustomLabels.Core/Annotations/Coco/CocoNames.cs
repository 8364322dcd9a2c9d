using System.Collections.Generic;
using System.Text;

namespace CustomLabels.Annotations.Coco;

/// <summary>Names of images in their order. Held as UTF-8 one after the other: half a million strings would be twice as large.</summary>
internal sealed class CocoNames
{
    private const int BlockLength = 65536;

    private readonly List<byte[]> _blocks = [];
    private readonly List<(int Block, int Start, int Length)> _names = [];
    private int _used = BlockLength;

    /// <summary>How many there are.</summary>
    public int Count => _names.Count;

    /// <summary>A name by its place.</summary>
    public string this[int index]
    {
        get
        {
            var (block, start, length) = _names[index];
            return Encoding.UTF8.GetString(_blocks[block], start, length);
        }
    }

    /// <summary>Adds a name.</summary>
    public void Add(string name)
    {
        var length = Encoding.UTF8.GetByteCount(name);
        if (_used + length > BlockLength)
        {
            _blocks.Add(new byte[System.Math.Max(BlockLength, length)]);
            _used = 0;
        }

        Encoding.UTF8.GetBytes(name, 0, name.Length, _blocks[_blocks.Count - 1], _used);
        _names.Add((_blocks.Count - 1, _used, length));
        // A name that fills a block of its own leaves no room in it.
        _used = length > BlockLength ? BlockLength : _used + length;
    }
}
