using System;
using System.Text.RegularExpressions;

namespace CustomLabels.Arns;

/// <summary>The ARN of a project.</summary>
internal sealed record ProjectArn
{
    // The model's pattern (Shapes.ProjectArn) with names for its parts.
    private static readonly Regex Form = new(
        @"\Aarn:[a-z0-9-]+:rekognition:(?<region>[a-z0-9-]+):[0-9]{12}:project/(?<project>[a-zA-Z0-9_.\-]{1,255})/[0-9]+\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    private ProjectArn(string text, Match match)
    {
        Text = text;
        Region = match.Groups["region"].Value;
        Name = match.Groups["project"].Value;
    }

    /// <summary>The whole ARN.</summary>
    public string Text { get; }

    /// <summary>The region the project lives in.</summary>
    public string Region { get; }

    /// <summary>The project's name.</summary>
    public string Name { get; }

    /// <summary>Takes apart an ARN; null when the text is not one.</summary>
    /// <param name="text">Any text.</param>
    public static ProjectArn? TryParse(string? text)
    {
        if (text?.Length is not (>= ProjectVersionArn.MinLength and <= ProjectVersionArn.MaxLength)) return null;
        var match = Form.Match(text);
        return match.Success ? new ProjectArn(text, match) : null;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
