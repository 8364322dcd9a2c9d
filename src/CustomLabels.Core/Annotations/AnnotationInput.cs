using CustomLabels.Annotations.Content;
using CustomLabels.Cli.Input;

namespace CustomLabels.Annotations;

/// <summary>What a reader reads, and what it may ask.</summary>
/// <param name="Content">The file; its path may be a folder's.</param>
/// <param name="Report">Told what is changed or left out.</param>
internal sealed record AnnotationInput(AnnotationContent Content, AnnotationReport Report)
{
    /// <summary>The folder that the images are below; null for the format's own place.</summary>
    public string? ImageRoot { get; init; }

    /// <summary>The file with the images and categories that this one has only the ids of; null without one.</summary>
    public AnnotationContent? ImagesFrom { get; init; }

    /// <summary>Reads YAML; null where there is no parser.</summary>
    public IYamlParser? Yaml { get; init; }

    /// <summary>Whether images that are there are looked into, for their displayed size.</summary>
    public bool LooksAtImages { get; init; } = true;

    /// <summary>Where something was read.</summary>
    /// <param name="line">The line, from 1; null where there is none.</param>
    public AnnotationSource SourceAt(long? line) => new(Content.Path, line);
}
