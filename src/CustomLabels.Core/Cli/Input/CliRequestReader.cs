using CustomLabels.Arns;
using CustomLabels.Cli.Output;

namespace CustomLabels.Cli.Input;

/// <summary>Makes a request of what an input holds, JSON or YAML. The members are those of the API's DetectCustomLabelsRequest.</summary>
internal static class CliRequestReader
{
    /// <exception cref="CustomLabelsException">A member is unknown, of the wrong type or out of range (<see cref="ErrorId.RequestInvalid"/>).</exception>
    public static CliRequest Read(InputValue input, string source, CliBinaryFormat format)
    {
        var request = new InputStructure(source, path: null, input, "ProjectVersionArn", "Image", "MaxResults", "MinConfidence");
        var image = request.Structure("Image", "Bytes", "S3Object");
        var s3 = image?.Structure("S3Object", "Bucket", "Name", "Version");
        return new CliRequest
        {
            ProjectVersionArn = request.Text("ProjectVersionArn"),
            MaxResults = request.Count("MaxResults"),
            MinConfidence = request.Percent("MinConfidence"),
            Image = image is null ? null : new CliImage(source, image.Bytes("Bytes", format), s3 is null ? null : new CliS3Object(s3.Text("Bucket"), s3.Text("Name"), s3.Text("Version"))),
        };
    }
}
