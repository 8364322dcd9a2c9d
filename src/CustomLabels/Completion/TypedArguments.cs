using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using CustomLabels.Connection;

namespace CustomLabels.Completion;

/// <summary>What has been typed of a command so far. The engine has evaluated what it can without running anything.</summary>
internal sealed class TypedArguments : IParameterValues
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

    /// <inheritdoc/>
    public object? this[string parameter] => _known[parameter] is PSObject wrapped ? wrapped.BaseObject : _known[parameter];

    /// <inheritdoc/>
    public string FullPath(string parameter, string path) => CompletionSession.FullPath(path);

    /// <summary>An argument as text; null when it was not typed.</summary>
    public string? Text(string parameter) => this[parameter] is { } value ? LanguagePrimitives.ConvertTo<string>(value) : null;

    /// <summary>Whether everything that was typed for these parameters is known: not a command to run, a variable without a value, or splatted.</summary>
    public bool AreKnown(IEnumerable<ConnectionParameter> parameters)
    {
        if (_command.CommandElements.Any(element => element is VariableExpressionAst { Splatted: true })) return false;
        var typed = _command.CommandElements.OfType<CommandParameterAst>().Select(parameter => parameter.ParameterName);
        return typed
            .Select(name => parameters.Where(parameter => IsAbbreviation(name, parameter)).ToArray())
            .All(candidates => candidates.Length == 0 || candidates.Any(parameter => this[parameter.Name] is not (null or "")));
    }

    // An abbreviation may fit several parameters, of which the engine has chosen one, or none.
    private static bool IsAbbreviation(string typed, ConnectionParameter parameter) =>
        parameter.Aliases.Append(parameter.Name).Any(name => name.StartsWith(typed, StringComparison.OrdinalIgnoreCase));
}
