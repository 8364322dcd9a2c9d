using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace CustomLabels.Binding;

/// <summary>What objects are put together by: the value of a property, or of a script block with the object as $_.</summary>
/// <param name="key">A property's name, or a script block.</param>
internal sealed class GroupKey(object key)
{
    private readonly object _key = key is PSObject wrapped ? wrapped.BaseObject : key;

    /// <summary>The group of an object, as text; empty for none.</summary>
    /// <param name="item">The object.</param>
    public string Of(object? item)
    {
        if (item is null) return "";
        var value = _key is ScriptBlock script
            ? script.InvokeWithContext(functionsToDefine: null, new List<PSVariable> { new("_", item) }).FirstOrDefault()
            : PSObject.AsPSObject(item).Properties[$"{_key}"]?.Value;
        return LanguagePrimitives.ConvertTo(value, typeof(string), CultureInfo.InvariantCulture) as string ?? "";
    }
}
