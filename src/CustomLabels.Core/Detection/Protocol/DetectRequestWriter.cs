using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using CustomLabels.Arns;
using CustomLabels.Images;
using CustomLabels.Text;

namespace CustomLabels.Detection.Protocol;

/// <summary>Writes DetectCustomLabels requests: member names and order as the AWS CLI's.</summary>
internal static class DetectRequestWriter
{
    /// <summary>What stands before the image's base64 text.</summary>
    /// <param name="projectVersionArn">The model version to ask.</param>
    public static byte[] BytesPrefix(string projectVersionArn) => Encoding.UTF8.GetBytes(Head(projectVersionArn) + "\"Bytes\":\"");

    /// <summary>What stands after the image's base64 text.</summary>
    /// <param name="minConfidence">0 to 100, or null for the model's assumed thresholds.</param>
    /// <param name="maxResults">0 and up, or null for all.</param>
    public static byte[] BytesSuffix(double? minConfidence, int? maxResults) => Encoding.UTF8.GetBytes("\"" + Tail(minConfidence, maxResults));

    /// <summary>A whole request for an image in S3.</summary>
    /// <param name="projectVersionArn">The model version to ask.</param>
    /// <param name="image">The image.</param>
    /// <param name="minConfidence">0 to 100, or null for the model's assumed thresholds.</param>
    /// <param name="maxResults">0 and up, or null for all.</param>
    public static byte[] Write(string projectVersionArn, S3ObjectReference image, double? minConfidence, int? maxResults)
    {
        var version = image.Version is null ? "" : $",\"Version\":{Quoted(image.Version)}";
        return Encoding.UTF8.GetBytes(
            $"{Head(projectVersionArn)}\"S3Object\":{{\"Bucket\":{Quoted(image.Bucket)},\"Name\":{Quoted(image.Name)}{version}}}{Tail(minConfidence, maxResults)}");
    }

    private static string Head(string projectVersionArn) => $"{{\"ProjectVersionArn\":{Quoted(projectVersionArn)},\"Image\":{{";

    private static string Tail(double? minConfidence, int? maxResults)
    {
        var max = maxResults is int m ? $",\"MaxResults\":{m.ToString(CultureInfo.InvariantCulture)}" : "";
        var min = minConfidence is double c ? $",\"MinConfidence\":{FloatText.Of(c)}" : "";
        return $"}}{max}{min}}}";
    }

    private static string Quoted(string text) => $"\"{JavaScriptEncoder.Default.Encode(text)}\"";
}
