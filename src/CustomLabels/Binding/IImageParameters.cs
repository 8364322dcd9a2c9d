using System.IO;

namespace CustomLabels.Binding;

/// <summary>The parameters by which a cmdlet takes images from this machine.</summary>
/// <remarks>
/// None of them is Mandatory, and Path never binds by name: otherwise PowerShell binds the file <c>a[1].jpg</c> by value to Path as soon as one more parameter binds
/// by name, and the wildcard silently names <c>a1.jpg</c>.
/// </remarks>
internal interface IImageParameters
{
    /// <summary>Paths of images. Wildcards are allowed.</summary>
    string[]? Path { get; }

    /// <summary>Paths of images, taken as they are.</summary>
    string[]? LiteralPath { get; }

    /// <summary>The bytes of one image.</summary>
    byte[]? ImageBytes { get; }

    /// <summary>A stream at the start of one image. It is read to its end and left open.</summary>
    Stream? ImageStream { get; }
}
