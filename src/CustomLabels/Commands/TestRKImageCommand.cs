using System.Management.Automation;
using CustomLabels.Images;
using CustomLabels.Parameters;

namespace CustomLabels.Commands;

/// <summary>Checks images against everything that Custom Labels asks of them, and sends nothing.</summary>
[Cmdlet(VerbsDiagnostic.Test, "RKImage", DefaultParameterSetName = ParameterSets.Path)]
[OutputType(typeof(ImageTestResult), typeof(bool))]
public sealed class TestRKImageCommand : ImageCmdlet
{
    /// <summary>Only whether the image is within every limit.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            foreach (var input in LocalImages(takesS3: false)) Test(input);
        }
        catch (DetectionException exception)
        {
            ThrowTerminatingError(Errors.Record(exception, target: null));
        }
    }

    private void Test(ImageInput input)
    {
        try
        {
            if (input.Error is { } error) throw new DetectionException(error);
            var result = ImageTester.Test((LocalImage)input.Image);
            WriteObject(Quiet ? result.IsValid : result);
        }
        catch (DetectionException exception)
        {
            // What can't be read is not valid, which is all that Quiet asks.
            if (Quiet) WriteObject(false);
            else WriteError(Errors.Record(exception, input.Image.LiteralPath ?? input.Image.Name));
        }
    }
}
