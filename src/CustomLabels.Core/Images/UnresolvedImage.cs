namespace CustomLabels.Images;

/// <summary>An image that was named but can't be found out about: it only carries its name to the error.</summary>
/// <param name="name">The name as it was given. It may be any text: where it is long, its middle is left out.</param>
internal sealed class UnresolvedImage(string name) : ImageSource(ImageIdentity.OfName(VisibleText.Cut(name)));
