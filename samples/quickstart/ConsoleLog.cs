using System;
using CustomLabels.Api;

namespace Quickstart;

/// <summary>What a run says on the way: retries and throttles to standard error, the rest not at all.</summary>
internal sealed class ConsoleLog : ICallLog
{
    public void Verbose(string text) => Console.Error.WriteLine(text);

    public bool ShowsDebug => false;

    public void Debug(string text)
    {
    }
}
