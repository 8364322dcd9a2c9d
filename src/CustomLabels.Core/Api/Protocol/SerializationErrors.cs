using System.Text.Json;
using CustomLabels.Api.Transport;

namespace CustomLabels.Api.Protocol;

/// <summary>What AWS's JSON 1.1 services answer to a body they can't take: undocumented, and the same for every operation.</summary>
internal static class SerializationErrors
{
    private const string ListFound = "Start of list found where not expected";
    private const string StructureFound = "Start of structure or map found where not expected.";

    /// <summary>Not JSON, not UTF-8 or not base64.</summary>
    public static ServiceException Malformed() => New("");

    /// <summary>Another value where a structure belongs.</summary>
    public static ServiceException StructureExpected(JsonTokenType found) => New(found == JsonTokenType.StartArray ? ListFound : "Expected null");

    /// <summary>Another value where a list belongs.</summary>
    public static ServiceException ListExpected(JsonTokenType found) => New(found == JsonTokenType.StartObject ? StructureFound : "Expected list or null");

    /// <summary>A member of another type.</summary>
    /// <param name="found">What stands there.</param>
    /// <param name="wanted">The type it should have, with its article.</param>
    public static ServiceException Mismatch(JsonTokenType found, string wanted) => New(found switch
    {
        JsonTokenType.StartArray => ListFound,
        JsonTokenType.StartObject => StructureFound,
        JsonTokenType.String => $"STRING_VALUE can not be converted to {wanted}",
        JsonTokenType.Number => $"NUMBER_VALUE can not be converted to {wanted}",
        JsonTokenType.True => $"TRUE_VALUE can not be converted to {wanted}",
        _ => $"FALSE_VALUE can not be converted to {wanted}",
    });

    private static ServiceException New(string message) => new("SerializationException", message);
}
