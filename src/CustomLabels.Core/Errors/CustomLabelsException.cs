using System;

namespace CustomLabels;

/// <summary>Carries a <see cref="CustomLabelsError"/> to where it is reported.</summary>
public sealed class CustomLabelsException : Exception
{
    /// <summary>Wraps an error.</summary>
    /// <param name="error">What happened.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    internal CustomLabelsException(CustomLabelsError error, Exception? innerException = null)
        : base((error ?? throw new ArgumentNullException(nameof(error))).Message, innerException) => Error = error;

    /// <summary>What happened.</summary>
    public CustomLabelsError Error { get; }

    /// <summary>The failed <c>DetectionResult</c> of the image it happened to, with the caller's Tag; null when it is not about one image.</summary>
    /// <remarks>An object, because errors are below results: every part of this library has the former, and few know the latter.</remarks>
    public object? Result { get; init; }
}
