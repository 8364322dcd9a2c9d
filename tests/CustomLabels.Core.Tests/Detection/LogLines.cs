using System.Collections.Generic;
using CustomLabels.Api;

namespace CustomLabels.Core.Tests.Detection;

/// <summary>Keeps what is said.</summary>
internal sealed class LogLines : ICallLog
{
    public List<string> VerboseLines { get; } = [];

    public bool ShowsDebug { get; init; }

    public List<string> DebugLines { get; } = [];

    public void Verbose(string text) => VerboseLines.Add(text);

    public void Debug(string text) => DebugLines.Add(text);
}
