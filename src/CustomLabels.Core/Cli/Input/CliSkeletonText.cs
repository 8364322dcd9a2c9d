using System;
using CustomLabels.Arns;

namespace CustomLabels.Cli.Input;

/// <summary>The texts of <c>aws rekognition detect-custom-labels --generate-cli-skeleton</c>, as far as they come back as input.</summary>
/// <remarks>
/// The AWS CLI refuses what it writes: Bytes is null or stands beside S3Object, and Version is empty. Those members are left out here, or are
/// comments. What is left as it stands hides nothing: MinConfidence 0 asks for all labels, as the CLI has it, and MaxResults is 1000 where
/// the CLI has 0, which asks for none.
/// </remarks>
internal static class CliSkeletonText
{
    private const string Input = """
        {
            "ProjectVersionArn": "",
            "Image": {
                "S3Object": {
                    "Bucket": "",
                    "Name": ""
                }
            },
            "MaxResults": 1000,
            "MinConfidence": 0.0
        }
        """;

    private const string YamlInput = """
        ProjectVersionArn: ''  # [REQUIRED] The ARN of the model version that you want to use.
        Image: # [REQUIRED] Provides the input image either as bytes or an S3 object.
          # Bytes: !!binary ''  # Instead of S3Object: blob of image bytes up to 5 MBs, in base64.
          S3Object: # Identifies an S3 object as the image source.
            Bucket: ''  # Name of the S3 bucket.
            Name: '' # S3 object key name.
            # Version: '' # If the bucket is versioning enabled, you can specify the object version.
        MaxResults: 1000 # Maximum number of results you want the service to return in the response. Without it, all.
        MinConfidence: 0.0 # Specifies the minimum confidence level for the labels to return. Without it, the model's own for each label.
        """;

    private const string Output = """
        {
            "CustomLabels": [
                {
                    "Name": "Name",
                    "Confidence": 0.0,
                    "Geometry": {
                        "BoundingBox": {
                            "Width": 0.0,
                            "Height": 0.0,
                            "Left": 0.0,
                            "Top": 0.0
                        },
                        "Polygon": [
                            {
                                "X": 0.0,
                                "Y": 0.0
                            }
                        ]
                    }
                }
            ]
        }
        """;

    /// <summary>A skeleton, without a line break at its end.</summary>
    /// <param name="skeleton">Which.</param>
    public static string Of(CliSkeleton skeleton) => skeleton switch
    {
        CliSkeleton.Input => Input,
        CliSkeleton.YamlInput => YamlInput,
        CliSkeleton.Output => Output,
        _ => throw new ArgumentOutOfRangeException(nameof(skeleton)),
    };
}
