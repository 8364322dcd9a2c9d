using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Reflection;
using CustomLabels.Parameters;

namespace CustomLabels.Completion;

/// <summary>What has been typed of a command so far. The engine has evaluated what it can without running anything.</summary>
internal sealed class TypedArguments
{
    private readonly CommandAst _command;
    private readonly IDictionary _known;

    /// <summary>Takes the engine's own.</summary>
    /// <param name="command">The command as it stands.</param>
    /// <param name="known">The arguments whose value is known, by the parameter's full name.</param>
    public TypedArguments(CommandAst command, IDictionary known)
    {
        _command = command;
        _known = known;
    }

    /// <summary>An argument; null when it was not typed.</summary>
    public object? Value(string parameter) => _known[parameter] is PSObject wrapped ? wrapped.BaseObject : _known[parameter];

    /// <summary>An argument as the command will convert it; null when it was not typed.</summary>
    public T? Value<T>(string parameter)
        where T : class => Value(parameter) is { } value ? LanguagePrimitives.ConvertTo<T>(value) : null;

    /// <summary>An argument that is a path of PowerShell's, as a path of the file system; null when it was not typed.</summary>
    public string? FullPath(string parameter) => Value<string>(parameter) is { } path ? CompletionSession.FullPath(path) : null;

    /// <summary>Whether a switch is on.</summary>
    public bool IsOn(string parameter) => LanguagePrimitives.IsTrue(Value(parameter));

    /// <summary>Whether everything that was typed for these parameters of a connection is known: not a command to run, a variable without a value, or splatted.</summary>
    public bool AreKnown(IEnumerable<string> parameters)
    {
        if (_command.CommandElements.Any(element => element is VariableExpressionAst { Splatted: true })) return false;
        var typed = _command.CommandElements.OfType<CommandParameterAst>().Select(parameter => parameter.ParameterName);
        return typed
            .Select(name => parameters.Where(parameter => IsAbbreviation(name, parameter)).ToArray())
            .All(candidates => candidates.Length == 0 || candidates.Any(parameter => Value(parameter) is not (null or "")));
    }

    // An abbreviation may fit several parameters, of which the engine has chosen one, or none.
    private static bool IsAbbreviation(string typed, string parameter)
    {
        var aliases = typeof(ConnectionCmdlet).GetProperty(parameter)!.GetCustomAttribute<AliasAttribute>()?.AliasNames ?? [];
        return aliases.Append(parameter).Any(name => name.StartsWith(typed, StringComparison.OrdinalIgnoreCase));
    }
}
