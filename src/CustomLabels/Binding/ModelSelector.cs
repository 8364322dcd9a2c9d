using CustomLabels.Arns;
using CustomLabels.Models;

namespace CustomLabels.Binding;

/// <summary>Which models are meant: an ARN of a model or of a project, <c>project</c> or <c>project/version</c>, each part with or without wildcards.</summary>
/// <param name="Text">What was given.</param>
/// <param name="Project">The project.</param>
/// <param name="Version">The version; null for all of the project.</param>
/// <param name="ProjectArn">The project's ARN, where that was given.</param>
/// <param name="Arn">The model's ARN, where that was given.</param>
internal sealed record ModelSelector(string Text, NamePattern Project, NamePattern? Version, ProjectArn? ProjectArn, ProjectVersionArn? Arn)
{
    /// <summary>The region of the ARN; null where names were given.</summary>
    public string? Region => Arn?.Region ?? ProjectArn?.Region;

    /// <summary>Takes what was given.</summary>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.RequestInvalid"/>: it can't be a name; <see cref="ErrorId.InputUnsupported"/>: it was an object.</exception>
    public static ModelSelector Parse(string text)
    {
        if (ProjectVersionArn.TryParse(text) is { } arn) return new ModelSelector(text, Name(arn.ProjectName), Name(arn.VersionName), ProjectArn: null, arn);
        if (Arns.ProjectArn.TryParse(text) is { } projectArn) return new ModelSelector(text, Name(projectArn.Name), Version: null, projectArn, Arn: null);
        var slash = text.IndexOf('/');
        var project = NamePattern.TryParse(slash < 0 ? text : text.Substring(0, slash));
        var version = slash < 0 ? null : NamePattern.TryParse(text.Substring(slash + 1));
        if (project is null || (slash >= 0 && version is null)) throw new CustomLabelsException(NameErrors.ModelNameInvalid(text));
        return new ModelSelector(text, project, version, ProjectArn: null, Arn: null);

        static NamePattern Name(string name) => NamePattern.TryParse(name)!;
    }

    /// <summary>Takes what means one model: an ARN of its or <c>project/version</c>, letter by letter.</summary>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.ProjectVersionArnInvalid"/>: it is neither; <see cref="ErrorId.RequestInvalid"/>: it has wildcards;
    /// <see cref="ErrorId.InputUnsupported"/>: it was an object.</exception>
    public static ModelSelector ParseOne(string text)
    {
        var slash = text.IndexOf('/');
        var isName = slash >= 0 && NamePattern.TryParse(text.Substring(0, slash)) is not null && NamePattern.TryParse(text.Substring(slash + 1)) is not null;
        if (!isName && ProjectVersionArn.TryParse(text) is null) throw new CustomLabelsException(NameErrors.ModelReferenceInvalid(text));
        var one = Parse(text);
        return one.Project.IsName && one.Version!.IsName ? one : throw new CustomLabelsException(NameErrors.WildcardsRefused(text));
    }

    /// <summary>Whether a model of such a project is meant.</summary>
    public bool Matches(Model model) => Arn is null ? Version?.Matches(model.VersionName) != false : Arn == model.Arn;
}
