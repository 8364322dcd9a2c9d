using System;
using CustomLabels.Detection;

namespace Quickstart;

/// <summary>What a run says on the way: retries and throttles to standard error, the rest not at all.</summary>
internal sealed class ConsoleLog : IDetectionLog
{
    public void Verbose(string text) => Console.Error.WriteLine(text);

    public bool ShowsDebug => false;

    public void Debug(string text)
    {
    }
}
