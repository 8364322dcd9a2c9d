// The module's libraries from C#: which labels does a model find in a folder of pictures?
//   dotnet run --project samples/quickstart -- samples/manifest.jsonl samples/images
using System;
using System.IO;
using System.Linq;
using System.Threading;
using CustomLabels;
using CustomLabels.Api;
using CustomLabels.Api.Transport;
using CustomLabels.Arns;
using CustomLabels.Aws;
using CustomLabels.Detection;
using CustomLabels.Detection.Limiting;
using CustomLabels.Images;
using Quickstart;

if (args.Length != 2)
{
    Console.Error.WriteLine("Usage: quickstart MANIFEST IMAGE-FOLDER");
    return 2;
}

// A Custom Labels service on this machine. With an AWS account leave it out, and ask your own model.
using var endpoint = LocalEndpoint.Start(new LocalEndpointOptions { Manifest = args[0], ImageRoot = args[1] });
var settings = new ConnectionSettings { EndpointUrl = new Uri(endpoint.EndpointUrl), AccessKey = "any", SecretKey = "any" };
var model = ProjectVersionArn.Parse(endpoint.ProjectVersionArn);

using var cancellation = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    cancellation.Cancel();
};

using var transports = AwsTransports.Open(settings);
var retry = new RetryPolicy(maxAttempts: 5, throttleTimeout: TimeSpan.FromMinutes(5), new Random());
var detector = new Detector(transports, retry, new RequestLimits());
var failed = 0;

foreach (var path in Directory.EnumerateFiles(Path.GetFullPath(args[1]), "*", SearchOption.AllDirectories).OrderBy(path => path, StringComparer.Ordinal))
{
    var result = await detector.DetectAsync(new DetectionRequest(new FileImage(path), model), new ConsoleLog(), cancellation.Token).ConfigureAwait(false);
    if (result.Status == DetectionStatus.Failed) failed++;

    Console.WriteLine("{0,-24} {1,9}  {2}", result.Image, $"{result.ImageWidth}x{result.ImageHeight}", result.Error is { } error ? error : result.CustomLabels);
    foreach (var label in result.CustomLabels.Where(label => label.PixelBox is not null)) Console.WriteLine("{0,36}{1} at {2}", "", label.Name, label.PixelBox);
}

Console.WriteLine($"{endpoint.Counters.Answered} answered, {failed} failed");
return failed == 0 ? 0 : 1;
