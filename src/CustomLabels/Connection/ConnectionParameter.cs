using System;
using System.Collections.Generic;
using CustomLabels.Api.Transport;

namespace CustomLabels.Connection;

/// <summary>A parameter of every cmdlet that calls a service: what it sets, and whether it decides which endpoint is asked, or with which credentials.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Aliases">Its other names.</param>
/// <param name="Read">What was given for it, as the settings have it: a path in full, a URL, a number; null where nothing was.</param>
/// <param name="Set">Takes that into the settings.</param>
internal sealed record ConnectionParameter(
    string Name, IReadOnlyList<string> Aliases, Func<IParameterValues, object?> Read, Func<ConnectionSettings, object, ConnectionSettings> Set)
{
    /// <summary>Whether it decides which endpoint is asked, or with which credentials: then it is a part of the key of a cache, and must be known before the first request.</summary>
    public bool DecidesWho { get; init; } = true;

    /// <summary>Whether it is, or holds, a key: then no record of the command may refer to it.</summary>
    public bool IsSecret { get; init; }

    /// <summary>The settings with what was given.</summary>
    /// <param name="settings">The settings without.</param>
    /// <param name="values">What was given.</param>
    public ConnectionSettings Apply(ConnectionSettings settings, IParameterValues values) => Read(values) is { } value ? Set(settings, value) : settings;
}
