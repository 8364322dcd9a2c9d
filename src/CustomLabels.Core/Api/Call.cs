using System;
using CustomLabels.Api.Transport;

namespace CustomLabels.Api;

/// <summary>One call: what it asks, what it is about, and what it has cost so far; still true when the call fails.</summary>
/// <param name="operation">What is asked.</param>
/// <param name="subject">What it is about, for people: an image, a project.</param>
/// <param name="gate">When its requests may start.</param>
/// <param name="log">What to say on the way.</param>
internal sealed class Call(ServiceOperation operation, string subject, ICallGate gate, ICallLog log)
{
    /// <summary>What is asked.</summary>
    public ServiceOperation Operation { get; } = operation;

    /// <summary>What it is about, safe to print.</summary>
    public string Subject => VisibleText.Of(subject);

    /// <summary>When its requests may start.</summary>
    public ICallGate Gate { get; } = gate;

    /// <summary>What to say on the way.</summary>
    public ICallLog Log { get; } = log;

    /// <summary>What a refusal means for this call; null leaves it to what all operations have in common.</summary>
    public Func<ServiceException, CustomLabelsError>? Refused { get; init; }

    /// <summary>When the first request was sent; null before that.</summary>
    public TimeSpan? FirstSent { get; set; }

    /// <summary>Requests sent; a throttled one is not an attempt.</summary>
    public int Attempts { get; set; }

    /// <summary>The service's id of the last answer.</summary>
    public string? RequestId { get; set; }
}
