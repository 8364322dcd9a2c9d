using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;

namespace CustomLabels.Binding;

/// <summary>A hashtable's values without what PowerShell wraps them in; files and folders by their paths.</summary>
internal static class PlainSettings
{
    /// <summary>The plain values of a hashtable.</summary>
    public static IDictionary Of(IDictionary settings)
    {
        var plain = new Dictionary<object, object?>();
        foreach (DictionaryEntry setting in settings) plain.Add(Plain(setting.Key)!, Plain(setting.Value));
        return plain;
    }

    private static object? Plain(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        FileSystemInfo file => file.FullName,
        IDictionary settings => Of(settings),
        IList list => list.Cast<object?>().Select(Plain).ToArray(),
        var plain => plain,
    };
}
