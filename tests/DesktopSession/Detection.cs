using System;
using System.IO;
using System.Reflection;
using System.Threading;
using CustomLabels.Api;
using CustomLabels.Api.Transport;
using CustomLabels.Arns;
using CustomLabels.Detection;
using CustomLabels.Detection.Limiting;
using CustomLabels.Images;
using Quickstart;

namespace CustomLabels.DesktopSession;

/// <summary>Asks a local endpoint about a sample, through the module's own door to the AWS SDK.</summary>
internal static class Detection
{
    public static string Run(Assembly module, string samples)
    {
        using var endpoint = LocalEndpoint.Start(new LocalEndpointOptions
        {
            Manifest = Path.Combine(samples, "manifest.jsonl"),
            ImageRoot = Path.Combine(samples, "images"),
        });
        var library = module.GetType("CustomLabels.Loading.AwsLibrary", throwOnError: true)!;
        var factory = (ITransportFactory)library.GetProperty("TransportFactory")!.GetValue(null);
        var settings = new ConnectionSettings { EndpointUrl = new Uri(endpoint.EndpointUrl), AccessKey = "any", SecretKey = "any" };

        using var transports = new TransportPool(factory, settings);
        var retry = new RetryPolicy(maxAttempts: 1, throttleTimeout: TimeSpan.FromMinutes(1), new Random());
        var detector = new Detector(transports, retry, new RequestLimits());
        var request = new DetectionRequest(new FileImage(Path.Combine(samples, "images", "panels", "panel-02.jpg")), ProjectVersionArn.Parse(endpoint.ProjectVersionArn));
        var result = detector.DetectAsync(request, new ConsoleLog(), CancellationToken.None).GetAwaiter().GetResult();
        return result.Error is { } error ? error.ToString() : $"{result.CustomLabels}";
    }
}
