namespace CustomLabels;

/// <summary>Why an image, a model or a whole run failed.</summary>
/// <param name="Id">What happened: stable, documented in <c>about_CustomLabels_Errors</c>.</param>
/// <param name="Message">What was found and what is allowed.</param>
/// <param name="RecommendedAction">What to do about it.</param>
public sealed record CustomLabelsError(ErrorId Id, string Message, string RecommendedAction)
{
    /// <summary>The service's own error code, such as <c>ImageTooLargeException</c>; null when the service was not asked.</summary>
    public string? Code { get; init; }

    /// <summary>The file that was read or written; null where the error is not about one.</summary>
    public string? File { get; init; }

    /// <summary>The line in that file, from 1; null where no one line is to blame.</summary>
    public long? Line { get; init; }

    /// <summary>What the error ends: an image, a model's images or the run.</summary>
    public ErrorScope Scope { get; init; } = ErrorScope.Image;

    /// <inheritdoc/>
    public override string ToString() => $"{Id}: {Message}";
}
