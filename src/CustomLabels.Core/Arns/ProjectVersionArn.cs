using System;
using System.Text.RegularExpressions;

namespace CustomLabels.Arns;

/// <summary>The name of a model version. Pattern and length are those of the API model (botocore, rekognition 2016-06-27, ProjectVersionArn).</summary>
public sealed record ProjectVersionArn
{
    /// <summary>Its form, for people.</summary>
    internal const string Example = "arn:aws:rekognition:REGION:ACCOUNT:project/PROJECT/version/VERSION/NUMBER";

    /// <summary>The shortest, in characters.</summary>
    internal const int MinLength = 20;

    /// <summary>The longest, in characters.</summary>
    internal const int MaxLength = 2048;

    /// <summary>The API model's pattern for .NET, where \d would take other scripts' digits too, and $ a line end.</summary>
    internal static readonly Regex Form = new(
        @"\Aarn:[a-z0-9-]+:rekognition:(?<region>[a-z0-9-]+):[0-9]{12}:project/(?<project>[a-zA-Z0-9_.\-]{1,255})/version/(?<version>[a-zA-Z0-9_.\-]{1,255})/[0-9]+\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    private ProjectVersionArn(string text, Match match)
    {
        Text = text;
        Region = match.Groups["region"].Value;
        ProjectName = match.Groups["project"].Value;
        VersionName = match.Groups["version"].Value;
    }

    /// <summary>The whole ARN.</summary>
    public string Text { get; }

    /// <summary>The region the model lives in.</summary>
    public string Region { get; }

    /// <summary>The project's name.</summary>
    public string ProjectName { get; }

    /// <summary>The version's name.</summary>
    public string VersionName { get; }

    /// <summary>Checks and takes apart an ARN.</summary>
    /// <param name="text">20 to 2048 characters in the API's pattern.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.ProjectVersionArnMissing"/> when empty,
    /// <see cref="ErrorId.ProjectVersionArnInvalid"/> when of another form.</exception>
    public static ProjectVersionArn Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new CustomLabelsException(ModelErrors.ArnMissing());
        return TryParse(text) ?? throw new CustomLabelsException(ModelErrors.ArnInvalid(text!));
    }

    /// <summary>Takes apart an ARN; null when the text is not one.</summary>
    /// <param name="text">Any text.</param>
    internal static ProjectVersionArn? TryParse(string? text)
    {
        var match = text?.Length is >= MinLength and <= MaxLength ? Form.Match(text) : Match.Empty;
        return match.Success ? new ProjectVersionArn(text!, match) : null;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
