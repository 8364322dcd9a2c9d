using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using CustomLabels.Images;

namespace CustomLabels.Parameters;

/// <summary>A cmdlet that takes images from its parameters or the pipeline.</summary>
/// <remarks>
/// Nothing here is Mandatory and <see cref="Path"/> never binds by name: otherwise PowerShell binds the file <c>a[1].jpg</c> by value to Path
/// as soon as one more parameter binds by name, and the wildcard silently names <c>a1.jpg</c>.
/// </remarks>
public abstract class ImageCmdlet : PSCmdlet
{
    private readonly HashSet<string> _givenWithCommand = [];
    private int _unnamedImages;

    /// <summary>Paths of images. Wildcards are allowed.</summary>
    [Parameter(Position = 0, ParameterSetName = ParameterSets.Path, ValueFromPipeline = true)]
    [SupportsWildcards]
    public string[]? Path { get; set; }

    /// <summary>Paths of images, taken as they are.</summary>
    [Parameter(ParameterSetName = ParameterSets.LiteralPath, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    public virtual string[]? LiteralPath { get; set; }

    /// <summary>The bytes of one image.</summary>
    [Parameter(ParameterSetName = ParameterSets.ImageBytes, ValueFromPipeline = true)]
    public byte[]? ImageBytes { get; set; }

    /// <summary>A stream at the start of one image. It is read to its end and left open.</summary>
    [Parameter(ParameterSetName = ParameterSets.ImageStream, ValueFromPipeline = true)]
    public Stream? ImageStream { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => _givenWithCommand.UnionWith(MyInvocation.BoundParameters.Keys);

    /// <summary>Whether a parameter was given with the command and not by an object in the pipeline.</summary>
    /// <param name="parameter">The parameter's name.</param>
    private protected bool IsGivenWithCommand(string parameter) => _givenWithCommand.Contains(parameter);

    /// <summary>The images that the present parameters name.</summary>
    /// <param name="takesS3">Whether <c>s3://</c> URIs count.</param>
    /// <exception cref="DetectionException">No image is named, or a byte array came apart in the pipeline.</exception>
    private protected IEnumerable<ImageInput> LocalImages(bool takesS3)
    {
        var paths = new ImagePaths(this, takesS3);
        return ParameterSetName switch
        {
            ParameterSets.LiteralPath when LiteralPath is not null => LiteralPath.SelectMany(path => paths.Literal(path, skipsFolder: !IsGivenWithCommand(nameof(LiteralPath)))),
            ParameterSets.Path when Path is not null => Path.SelectMany(path => paths.Wildcard(path, skipsFolder: !IsGivenWithCommand(nameof(Path)))),
            ParameterSets.ImageBytes when ImageBytes is not null => [new ImageInput(Bytes(ImageBytes))],
            ParameterSets.ImageStream when ImageStream is not null => [Stream(ImageStream)],
            // A hole in a list is one bad image; no pipeline and no parameter is a bad command.
            _ when MyInvocation.ExpectingInput => [new ImageInput(new UnresolvedImage(""), InputErrors.ImageNull())],
            _ => throw new DetectionException(InputErrors.ImageMissing()),
        };
    }

    /// <summary>What people call an image that has no name of its own: its kind, and its place among those.</summary>
    /// <param name="kind">What it is given as.</param>
    private protected string NextName(string kind) => $"{kind} #{++_unnamedImages}";

    private BytesImage Bytes(byte[] bytes) =>
        bytes.Length == 1 ? throw new DetectionException(InputErrors.BytesUnrolled()) : new BytesImage(bytes, NextName("bytes"));

    private ImageInput Stream(Stream stream)
    {
        var name = StreamName(stream);
        try
        {
            return new ImageInput(new StreamImage(stream, name));
        }
        catch (DetectionException exception)
        {
            // One that can't tell its position.
            return new ImageInput(new UnresolvedImage(name), exception.Error);
        }
    }

    private string StreamName(Stream stream) => stream is FileStream file ? System.IO.Path.GetFileName(file.Name) : NextName("stream");
}
