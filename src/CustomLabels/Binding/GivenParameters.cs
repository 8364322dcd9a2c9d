using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using CustomLabels.Connection;

namespace CustomLabels.Binding;

/// <summary>The parameters that were given with a command, and not by an object in the pipeline.</summary>
internal sealed class GivenParameters
{
    private readonly Dictionary<string, object> _values;

    private GivenParameters(Dictionary<string, object> values) => _values = values;

    /// <summary>What was given for a parameter; null when nothing was.</summary>
    /// <param name="parameter">Its name.</param>
    public object? this[string parameter] => _values.TryGetValue(parameter, out var value) ? value : null;

    /// <summary>Whether a parameter was given, be it as null.</summary>
    /// <param name="parameter">Its name.</param>
    public bool Has(string parameter) => _values.ContainsKey(parameter);

    /// <summary>Takes them when the command begins, and the keys out of the bound parameters: every error, verbose and debug record refers to those, and whoever saves one
    /// as JSON saves them.</summary>
    /// <param name="invocation">The command's own.</param>
    public static GivenParameters Take(InvocationInfo invocation)
    {
        var given = new GivenParameters(new Dictionary<string, object>(invocation.BoundParameters, StringComparer.OrdinalIgnoreCase));
        foreach (var parameter in ConnectionParameters.All.Where(static parameter => parameter.IsSecret)) invocation.BoundParameters.Remove(parameter.Name);
        return given;
    }
}
