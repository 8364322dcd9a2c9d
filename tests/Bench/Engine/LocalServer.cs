using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Net.Http.Json;
using System.Threading.Tasks;

namespace CustomLabels.Bench.Engine;

/// <summary>The local endpoint, in its own process, verifying signatures. Its data does not know the images: they have no labels.</summary>
internal sealed class LocalServer : IDisposable
{
    private static readonly HttpClient Http = new();

    private readonly Child _child;

    private LocalServer(Child child, string endpointUrl)
    {
        _child = child;
        EndpointUrl = endpointUrl;
    }

    public string EndpointUrl { get; }

    /// <summary>Starts it with the labelled data of the samples.</summary>
    public static Task<LocalServer> StartAsync(Stage stage, params string[] options) =>
        StartModelsAsync(stage, ["--manifest", stage.In("samples", "manifest.jsonl"), "--image-root", stage.In("samples", "images"), .. options]);

    /// <summary>Starts it with models of the caller's.</summary>
    public static async Task<LocalServer> StartModelsAsync(Stage stage, params string[] options)
    {
        var assembly = stage.In("src", "CustomLabels.Local.Server", "bin", "Release", "net8.0", "CustomLabels.Local.Server.dll");
        var (child, endpointUrl) = await Child.StartServerAsync(stage, assembly, ["--access-key", Keys.AccessKey, "--secret-key", Keys.SecretKey, "--seed", "1", .. options]);
        return new LocalServer(child, endpointUrl);
    }

    public async Task<Counters> CountersAsync() => (await Http.GetFromJsonAsync<Counters>(EndpointUrl.TrimEnd('/') + "/_counters"))!;

    public void Dispose() => _child.Dispose();

    /// <summary>What it has done so far.</summary>
    internal sealed record Counters(long Answered, long Failed, long Aborted, long Reset, long Stalled, Dictionary<string, long> Errors, Dictionary<string, long> Operations)
    {
        /// <summary>Requests for detection, however they ended.</summary>
        public long Requests => Operations.GetValueOrDefault("DetectCustomLabels");

        /// <summary>Those refused because of the rate.</summary>
        public long Throttled => Errors.GetValueOrDefault("ProvisionedThroughputExceededException") + Errors.GetValueOrDefault("ThrottlingException");
    }
}
