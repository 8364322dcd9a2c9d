using System;
using System.IO;

namespace CustomLabels.Api.Transport;

/// <summary>One request of the AWS JSON protocol.</summary>
/// <param name="Operation">What is asked.</param>
/// <param name="Body">The JSON body: seekable and of known length, because it is read once to sign and once to send. The caller disposes it.</param>
internal sealed record ServiceCall(ServiceOperation Operation, Stream Body)
{
    /// <summary>Takes lines for people, safe to print, from any thread; null says nothing.</summary>
    public Action<string>? Verbose { get; init; }

    /// <summary>Takes what is sent and what is answered, as text that is safe to print and without secrets; null when nobody looks, and then nothing is formatted.</summary>
    public Action<string>? Trace { get; init; }
}
