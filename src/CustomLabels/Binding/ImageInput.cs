using CustomLabels.Images;

namespace CustomLabels.Binding;

/// <summary>An image that was named: usable, or not and why.</summary>
/// <param name="Image">The image; still carries its name when it can't be used.</param>
/// <param name="Error">Why it can't be used; null when it can.</param>
internal sealed record ImageInput(ImageSource Image, CustomLabelsError? Error = null);
