using System.Net.Http;

namespace CustomLabels.Bench.HandSigned;

/// <summary>Makes the request for an image; it is sent before the same worker asks for the next one.</summary>
internal interface IRequestSource
{
    HttpRequestMessage Next(string path);
}
