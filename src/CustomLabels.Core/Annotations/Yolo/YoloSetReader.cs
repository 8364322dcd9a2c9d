using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using CustomLabels.Annotations.Content;
using CustomLabels.Cli;
using CustomLabels.Cli.Input;

namespace CustomLabels.Annotations.Yolo;

/// <summary>Reads what a YOLO set is made of: <c>data.yaml</c> of Ultralytics' tools, or <c>obj.data</c> of Darknet's.</summary>
/// <param name="input">What is read.</param>
internal sealed class YoloSetReader(AnnotationInput input)
{
    private const int MostYaml = 1024 * 1024;
    private const int MostLine = 65536;
    private static readonly string[] Parts = ["train", "val", "valid", "test"];

    /// <summary>The set's own file in a folder; null where there is none.</summary>
    public static string? FileOf(string folder)
    {
        var files = ImageFiles.Below(folder, name => name.IndexOf('/') < 0 && (IsYaml(name) || IsData(name)));
        var file = files.FirstOrDefault(name => name.Equals("data.yaml", StringComparison.OrdinalIgnoreCase)) ?? files.FirstOrDefault(IsYaml) ?? (files.Count > 0 ? files[0] : null);
        return file is null ? null : ImagePlace.PathOf(folder, file);
    }

    /// <summary>Whether a name is that of a YAML file.</summary>
    public static bool IsYaml(string name) => name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a name is that of a Darknet data file.</summary>
    public static bool IsData(string name) => name.EndsWith(".data", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the set.</summary>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.AnnotationInvalid"/>.</exception>
    public YoloSet Read() => IsData(input.Content.Path) ? ReadData() : ReadYaml();

    private YoloSet ReadYaml()
    {
        if (input.Yaml is null) throw Bad(null, "YAML can't be read here; give the module's own command, or obj.data");
        var yaml = Parse(input.Yaml);
        var root = input.Content.Folder;
        if (yaml.Members.TryGetValue("path", out var path) && path.Kind == InputKind.Text && YoloPaths.Find(root, path.Written, Directory.Exists) is { } found) root = found;
        var places = Parts.Where(yaml.Members.ContainsKey).SelectMany(part => Texts(yaml.Members[part]).Select(written => (part, written))).ToArray();
        return new YoloSet(root, YamlNames(yaml), places);
    }

    private InputValue Parse(IYamlParser parser)
    {
        try
        {
            using var reader = input.Content.OpenText();
            var text = new char[MostYaml + 1];
            var length = reader.ReadBlock(text, 0, text.Length);
            if (length > MostYaml) throw Bad(null, "It is over 1 MB");
            var yaml = parser.Parse(new string(text, 0, length));
            return yaml.Kind == InputKind.Map ? yaml : throw Bad(null, "It is no map of YAML with names in it");
        }
        catch (InputSyntaxException e)
        {
            throw Bad(e.Line, e.Message);
        }
        catch (System.Text.DecoderFallbackException)
        {
            throw Bad(null, "It is neither UTF-8 nor UTF-16 with a byte order mark");
        }
    }

    private Dictionary<int, string> YamlNames(InputValue yaml)
    {
        if (!yaml.Members.TryGetValue("names", out var names)) throw Bad(null, "It has no names");
        if (names.Kind == InputKind.List) return Numbered(names.Items.Select(NameOf));
        var byNumber = new Dictionary<int, string>();
        foreach (var name in names.Members)
            byNumber[int.TryParse(name.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Bad(null, $"'{VisibleText.Of(name.Key)}' is no class number in names")] = NameOf(name.Value);
        return byNumber.Count > 0 ? byNumber : throw Bad(null, "It has no names");
    }

    private string NameOf(InputValue name) => name is { Kind: not (InputKind.Map or InputKind.List), Written.Length: > 0 } ? name.Written : throw Bad(null, $"A name is {name.Describe()}");

    private static IEnumerable<string> Texts(InputValue value) => value.Kind switch
    {
        InputKind.Text when value.Written.Length > 0 => [value.Written],
        InputKind.List => value.Items.Where(item => item is { Kind: InputKind.Text, Written.Length: > 0 }).Select(item => item.Written),
        _ => [],
    };

    private YoloSet ReadData()
    {
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (text, _) in TextLines.Read(input.Content, MostLine))
        {
            var equals = text.IndexOf('=');
            if (equals > 0) settings[text.Substring(0, equals).Trim()] = text.Substring(equals + 1).Trim();
        }

        var root = input.Content.Folder;
        if (!settings.TryGetValue("names", out var written)) throw Bad(null, "It has no names");
        var file = YoloPaths.Find(root, written, File.Exists) ?? throw Bad(null, $"The file of names '{VisibleText.Of(written)}' is not there");
        var names = Numbered(TextLines.Read(input.Content.Beside(file), MostLine).Select(line => line.Text).Reverse().SkipWhile(string.IsNullOrWhiteSpace).Reverse());
        return new YoloSet(root, names, Parts.Where(settings.ContainsKey).Select(part => (part, settings[part])).ToArray());
    }

    private static Dictionary<int, string> Numbered(IEnumerable<string> names)
    {
        var byNumber = new Dictionary<int, string>();
        foreach (var name in names) byNumber.Add(byNumber.Count, name);
        return byNumber;
    }

    private CustomLabelsException Bad(long? line, string problem) => AnnotationErrors.InvalidAt(input.Content.Path, line, problem);
}
