using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using CustomLabels.Annotations.GroundTruth;
using CustomLabels.Detection.Protocol;
using CustomLabels.Text;

namespace CustomLabels.Cli.Output;

/// <summary>Reads an answer as botocore does for the CLI: the members that the service's model knows, in its order, with the wire's own numbers.</summary>
internal static class AnswerTree
{
    /// <summary>Reads a body that <see cref="DetectResponseReader"/> has accepted.</summary>
    public static Structure Read(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        return Read(document.RootElement, ("CustomLabels", List(Label)));
    }

    private static Structure Label(JsonElement label) => Read(label, ("Name", Scalar), ("Confidence", Scalar), ("Geometry", Geometry));

    private static Structure Geometry(JsonElement geometry) => Read(geometry, ("BoundingBox", Box), ("Polygon", List(Point)));

    private static Structure Box(JsonElement box) => Read(box, ("Width", Scalar), ("Height", Scalar), ("Left", Scalar), ("Top", Scalar));

    private static Structure Point(JsonElement point) => Read(point, ("X", Scalar), ("Y", Scalar));

    private static Structure Read(JsonElement structure, params (string Name, Func<JsonElement, Node> Read)[] model)
    {
        var members = new List<KeyValuePair<string, Node>>();
        foreach (var (name, read) in model)
        {
            if (structure.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null) members.Add(new(name, read(member)));
        }

        return new Structure(members);
    }

    private static Func<JsonElement, Node> List(Func<JsonElement, Structure> read) => list => new NodeList(list.EnumerateArray().Select(read).ToArray());

    private static Scalar Scalar(JsonElement value) => value.ValueKind == JsonValueKind.String ? new(value.GetString()!, isNumber: false) : new(Number(value.GetRawText()), isNumber: true);

    private static string Number(string literal)
    {
        var isInteger = literal.IndexOfAny(['.', 'e', 'E']) < 0;
        if (isInteger) return literal == "-0" ? "0" : literal;
        // .NET Framework reads -0.0 as 0.
        var value = FloatText.Of(Math.Abs(double.Parse(literal, NumberStyles.Float, CultureInfo.InvariantCulture)));
        return literal[0] == '-' ? "-" + value : value;
    }
}
