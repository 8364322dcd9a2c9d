namespace CustomLabels.Cli.Output;

/// <summary>A text or a number.</summary>
/// <param name="text">As Python's <c>str</c> gives it.</param>
/// <param name="isNumber">Whether it is a number; the service's NaN and Infinity are texts, and stay texts in the CLI.</param>
internal sealed class Scalar(string text, bool isNumber) : Node
{
    /// <summary>As Python's <c>str</c> gives it.</summary>
    public string Text => text;

    /// <summary>Whether it is a number.</summary>
    public bool IsNumber => isNumber;
}
