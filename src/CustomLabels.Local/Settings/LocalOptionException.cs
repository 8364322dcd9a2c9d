using System;

namespace CustomLabels;

/// <summary>An option of a local endpoint that can't be used.</summary>
/// <remarks>Its message is the sentence alone: an ArgumentException adds <c>(Parameter 'Latency')</c>, which means nothing to a user who typed <c>--latency</c>.</remarks>
public sealed class LocalOptionException : ArgumentException
{
    /// <summary>What is wrong with an option.</summary>
    /// <param name="message">What was found, and what is allowed.</param>
    /// <param name="option">The option: a property of <see cref="LocalEndpointOptions"/>.</param>
    internal LocalOptionException(string message, string option)
        : base(message, option) => Message = message;

    /// <inheritdoc/>
    public override string Message { get; }
}
