using System;
using System.Collections.Generic;
using CustomLabels.Cli;
using CustomLabels.Cli.Input;
using CustomLabels.Cli.Output;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using Scalar = YamlDotNet.Core.Events.Scalar;

namespace CustomLabels.Aws.Yaml;

/// <summary>Makes one value of a parser's events.</summary>
/// <remarks>An alias is the value it names and not a copy, and a merged member is kept once: text in which each line names the one before ten times
/// takes no more memory than its lines.</remarks>
internal sealed class YamlComposer(IParser parser)
{
    // A request has eight values, and nests three deep; a model has at most 250 labels.
    private const int MostValues = 1000;
    private const int MostDepth = 32;

    private readonly Dictionary<AnchorName, InputValue> _anchors = [];
    private int _values;
    private int _depth;

    /// <exception cref="InputSyntaxException">The value is not one that the AWS CLI would take either, or there is far too much of it.</exception>
    /// <exception cref="YamlException">It is not YAML.</exception>
    public InputValue Compose()
    {
        if (!parser.Accept<ParsingEvent>(out var start)) throw new SemanticErrorException("The text ends too early");
        if (++_values > MostValues) throw YamlErrors.At(start!.Start, $"there are more than {MostValues} values");
        if (_depth == MostDepth) throw YamlErrors.At(start!.Start, $"values are nested more than {MostDepth} deep");
        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            return _anchors.TryGetValue(alias!.Value, out var named)
                ? named
                : throw YamlErrors.At(alias.Start, $"the alias '{InputValue.Shown(alias.Value.Value)}' names nothing that ends before it");
        }

        _depth++;
        var node = parser.Consume<NodeEvent>();
        var value = node switch
        {
            Scalar scalar => ScalarOf(scalar),
            SequenceStart => ListOf(node),
            _ => MapOf(node),
        };
        _depth--;
        if (!node.Anchor.IsEmpty) _anchors[node.Anchor] = value;
        return value;
    }

    private static InputValue ScalarOf(Scalar scalar)
    {
        try
        {
            return YamlScalar.Resolve(scalar.Value, scalar.Style == ScalarStyle.Plain, TagOf(scalar));
        }
        catch (FormatException exception)
        {
            throw YamlErrors.At(scalar.Start, exception.Message, exception);
        }
    }

    private InputValue ListOf(NodeEvent start)
    {
        RequireTag(start, "tag:yaml.org,2002:seq");
        var items = new List<InputValue>();
        while (!parser.TryConsume<SequenceEnd>(out _)) items.Add(Compose());
        return new InputValue(InputKind.List) { Items = items };
    }

    private InputValue MapOf(NodeEvent start)
    {
        RequireTag(start, "tag:yaml.org,2002:map");
        var members = new Dictionary<string, InputValue>(StringComparer.Ordinal);
        var merged = new List<InputValue>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var name = Name();
            if (name is { Value: "<<", Style: ScalarStyle.Plain }) Merge(name, merged);
            else if (members.ContainsKey(name.Value)) throw YamlErrors.At(name.Start, $"the member '{InputValue.Shown(name.Value)}' is given twice");
            else members.Add(name.Value, Compose());
        }

        // What a map has itself comes before what is merged into it, and what is merged first before what comes later.
        foreach (var map in merged)
        {
            foreach (var member in map.Members)
            {
                if (!members.ContainsKey(member.Key)) members.Add(member.Key, member.Value);
            }
        }

        return new InputValue(InputKind.Map) { Members = members };
    }

    private Scalar Name() =>
        parser.TryConsume<Scalar>(out var name) ? name! : throw YamlErrors.At(parser.Current!.Start, "a member's name must be a text");

    private void Merge(Scalar key, List<InputValue> merged)
    {
        if (parser.TryConsume<SequenceStart>(out _))
        {
            while (!parser.TryConsume<SequenceEnd>(out _)) merged.Add(Compose());
        }
        else
        {
            merged.Add(Compose());
        }

        if (merged.Exists(value => value.Kind != InputKind.Map)) throw YamlErrors.At(key.Start, "only structures can be merged");
    }

    private static void RequireTag(NodeEvent node, string known)
    {
        if (TagOf(node) is { } tag && tag != known) throw YamlErrors.At(node.Start, $"the tag '{InputValue.Shown(tag)}' is not known here");
    }

    // A lone ! says nothing, and the CLI takes it so.
    private static string? TagOf(NodeEvent node) => node.Tag.IsEmpty || node.Tag.IsNonSpecific ? null : node.Tag.Value;
}
