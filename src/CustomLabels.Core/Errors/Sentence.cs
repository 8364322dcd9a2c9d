using System.Linq;

namespace CustomLabels;

/// <summary>Makes a sentence of text from outside, so that what we say after it begins a sentence of its own.</summary>
/// <remarks>Messages of services and operating systems end in a full stop or don't, as their authors liked.</remarks>
internal static class Sentence
{
    private const string Ends = ".!?…。！？";

    /// <summary>The text, visible, with a full stop where it has no end of its own; nothing stays nothing.</summary>
    /// <param name="text">Any text.</param>
    public static string Of(string? text)
    {
        var sentence = VisibleText.Of(text?.TrimEnd());
        return sentence.Length == 0 || Ends.Contains(sentence[sentence.Length - 1]) ? sentence : sentence + ".";
    }
}
