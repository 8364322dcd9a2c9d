using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Threading;
using CustomLabels.Arns;

namespace CustomLabels.Local.Server;

/// <summary>The local endpoint as a program, for those who have no PowerShell at hand.</summary>
internal static class Program
{
    private const int Stopped = 0;
    private const int CanNotServe = 1;
    private const int WrongUsage = 2;

    public static int Main(string[] arguments)
    {
        if (arguments.Contains("--help", StringComparer.Ordinal))
        {
            Console.Out.WriteLine(CommandLine.Help);
            return Stopped;
        }

        try
        {
            Serve(CommandLine.Parse(arguments, Environment.GetEnvironmentVariable));
            return Stopped;
        }
        catch (Exception e) when (e is UsageException or ArgumentException)
        {
            Console.Error.WriteLine($"{e.Message} --help lists the options.");
            return WrongUsage;
        }
        catch (Exception e) when (e is ManifestException or CustomLabelsException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
            return CanNotServe;
        }
    }

    private static void Serve(LocalEndpointOptions options)
    {
        using var stop = new ManualResetEventSlim();
        void Stop(PosixSignalContext context)
        {
            // Otherwise the runtime would end the process at once.
            context.Cancel = true;
            stop.Set();
        }

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var endpoint = LocalEndpoint.Start(options);
        if (endpoint.FailedLineCount > 0)
            Console.Error.WriteLine(FormattableString.Invariant($"Lines of the manifests that only record that labelling an image failed: {endpoint.FailedLineCount}. They are passed over; those images have no labels here."));
        Console.Out.WriteLine(Ready(endpoint));
        stop.Wait();
    }

    private static string Ready(LocalEndpoint endpoint)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("EndpointUrl", endpoint.EndpointUrl);
            json.WriteString("ProjectVersionArn", endpoint.ProjectVersionArn);
            json.WriteStartArray("ProjectVersionArns");
            foreach (var model in endpoint.Models) json.WriteStringValue(model.ProjectVersionArn);
            json.WriteEndArray();
            json.WriteNumber("Seed", endpoint.Seed);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
