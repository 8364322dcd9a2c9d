using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using CustomLabels.Images;

namespace CustomLabels.Binding;

/// <summary>Makes images of what a cmdlet's parameters name.</summary>
/// <param name="cmdlet">The cmdlet.</param>
/// <param name="parameters">Its parameters, as they are now.</param>
/// <param name="given">What was given with the command.</param>
/// <param name="takesS3">Whether <c>s3://</c> URIs count.</param>
internal sealed class ImageBinding(PSCmdlet cmdlet, IImageParameters parameters, GivenParameters given, bool takesS3)
{
    private readonly ImagePaths _paths = new(cmdlet, takesS3);
    private int _unnamedImages;

    /// <summary>The images that the present parameters name.</summary>
    /// <exception cref="CustomLabelsException">No image is named, or a byte array came apart in the pipeline.</exception>
    public IEnumerable<ImageInput> Images() => cmdlet.ParameterSetName switch
    {
        ParameterSets.LiteralPath when parameters.LiteralPath is { } paths => paths.SelectMany(path => _paths.Literal(path, skipsFolder: !given.Has(nameof(parameters.LiteralPath)))),
        ParameterSets.Path when parameters.Path is { } paths => paths.SelectMany(path => _paths.Wildcard(path, skipsFolder: !given.Has(nameof(parameters.Path)))),
        ParameterSets.ImageBytes when parameters.ImageBytes is { } bytes => [new ImageInput(Bytes(bytes))],
        ParameterSets.ImageStream when parameters.ImageStream is { } stream => [Stream(stream)],
        ParameterSets.LiteralPath when cmdlet.MyInvocation.ExpectingInput => [new ImageInput(new UnresolvedImage(""), InputErrors.PathAbsent())],
        // A hole in a list is one bad image; no pipeline and no parameter is a bad command.
        _ when cmdlet.MyInvocation.ExpectingInput => [new ImageInput(new UnresolvedImage(""), InputErrors.ImageNull())],
        _ => throw new CustomLabelsException(InputErrors.ImageMissing()),
    };

    /// <summary>What people call an image that has no name of its own: its kind, and its place among those.</summary>
    /// <param name="kind">What it is given as.</param>
    public string NextName(string kind) => $"{kind} #{++_unnamedImages}";

    private BytesImage Bytes(byte[] bytes) =>
        bytes.Length == 1 ? throw new CustomLabelsException(InputErrors.BytesUnrolled()) : new BytesImage(bytes, NextName("bytes"));

    private ImageInput Stream(Stream stream)
    {
        var name = stream is FileStream file ? Path.GetFileName(file.Name) : NextName("stream");
        try
        {
            return new ImageInput(new StreamImage(stream, name));
        }
        catch (CustomLabelsException exception)
        {
            // One that can't tell its position.
            return new ImageInput(new UnresolvedImage(name), exception.Error);
        }
    }
}
