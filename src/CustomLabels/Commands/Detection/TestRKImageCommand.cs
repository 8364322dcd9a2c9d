using System.IO;
using System.Management.Automation;
using CustomLabels.Binding;
using CustomLabels.Images;

namespace CustomLabels.Commands;

/// <summary>Checks images against everything that Custom Labels asks of them, and sends nothing.</summary>
[Cmdlet(VerbsDiagnostic.Test, "RKImage", DefaultParameterSetName = ParameterSets.Path)]
[OutputType(typeof(ImageTestResult), typeof(bool))]
public sealed class TestRKImageCommand : PSCmdlet, IImageParameters
{
    private ImageBinding _images = null!;
    private bool _isUnrolled;

    /// <inheritdoc/>
    [Parameter(Position = 0, ParameterSetName = ParameterSets.Path, ValueFromPipeline = true)]
    [SupportsWildcards]
    public string[]? Path { get; set; }

    /// <inheritdoc/>
    [Parameter(ParameterSetName = ParameterSets.LiteralPath, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    public string[]? LiteralPath { get; set; }

    /// <inheritdoc/>
    [Parameter(ParameterSetName = ParameterSets.ImageBytes, ValueFromPipeline = true)]
    public byte[]? ImageBytes { get; set; }

    /// <inheritdoc/>
    [Parameter(ParameterSetName = ParameterSets.ImageStream, ValueFromPipeline = true)]
    public Stream? ImageStream { get; set; }

    /// <summary>Only whether the image is within every limit.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    private bool IsImageGiven => MyInvocation.ExpectingInput || MyInvocation.BoundParameters.ContainsKey(ParameterSetName);

    /// <inheritdoc/>
    protected override void BeginProcessing() => _images = new ImageBinding(this, this, GivenParameters.Take(MyInvocation), takesS3: false);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // The rest of an array that came apart is no image either, and each of its bytes comes by itself.
        if (_isUnrolled && ImageBytes?.Length == 1) return;
        var count = 0;
        try
        {
            foreach (var input in _images.Images())
            {
                Test(input);
                count++;
            }
        }
        catch (CustomLabelsException exception) when (Quiet && IsImageGiven)
        {
            _isUnrolled = exception.Error.Id == ErrorId.BytesUnrolled;
            if (_isUnrolled) WriteWarning($"{exception.Error.Message} {exception.Error.RecommendedAction}");
        }
        catch (CustomLabelsException exception)
        {
            ThrowTerminatingError(Errors.Record(exception, target: null));
        }

        // A script's condition asks about what it gave, also where that is a folder of a listing, an empty list or nothing at all.
        if (Quiet && count == 0) WriteObject(false);
    }

    private void Test(ImageInput input)
    {
        try
        {
            if (input.Error is { } error) throw new CustomLabelsException(error);
            var result = ImageTester.Test((LocalImage)input.Image);
            WriteObject(Quiet ? result.IsValid : result);
        }
        catch (CustomLabelsException exception)
        {
            // What can't be read is not valid, which is all that Quiet asks.
            if (Quiet) WriteObject(false);
            else WriteError(Errors.Record(exception, input.Image.LiteralPath ?? input.Image.Name));
        }
    }
}
