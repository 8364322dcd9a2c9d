#if NET
using System;
using System.Diagnostics.Tracing;
using System.Threading;

namespace CustomLabels.Testing;

/// <summary>Counts the HTTP requests of this process that were handed to a connection whole: what a server gets later was on the wire by then.</summary>
/// <remarks>From the events of HttpClient: https://learn.microsoft.com/dotnet/fundamentals/networking/telemetry/events.</remarks>
public sealed class SentRequests : EventListener
{
    private long _count;

    public long Count => Interlocked.Read(ref _count);

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "System.Net.Http") EnableEvents(eventSource, EventLevel.Informational);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName == "RequestContentStop") Interlocked.Increment(ref _count);
    }
}
#endif
