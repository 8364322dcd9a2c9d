using System.Text.Json;

namespace CustomLabels.Api.Protocol;

/// <summary>A structure of the service's model.</summary>
internal interface IStructure
{
    /// <summary>Writes the members that are there.</summary>
    void Write(Utf8JsonWriter json);
}
