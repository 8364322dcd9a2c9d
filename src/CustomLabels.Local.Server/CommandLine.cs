using System;
using System.Globalization;

namespace CustomLabels.Local.Server;

/// <summary>Reads the command line.</summary>
internal static class CommandLine
{
    /// <summary>What <c>--help</c> prints.</summary>
    public const string Help = """
        Serves the Amazon Rekognition Custom Labels API on the loopback address, answered from labelled data.

        CustomLabels.Local.Server --manifest FILE [options]

          --manifest FILE              SageMaker Ground Truth manifest, JSON Lines
          --image-root DIR             folder of the images; s3://bucket/x/y.jpg is x/y.jpg in it (default: the manifest's folder)
          --port N                     port of 127.0.0.1, 0 for a free one (default: 0)
          --latency MS                 milliseconds that each answer is held back (default: 0)
          --assumed-threshold P        confidence, 0 to 100, that applies without MinConfidence (default: 50)
          --max-image-byte-count N     most bytes of an image that is sent (default: 4194304)
          --project-version-arn ARN    the model version that answers (default: project/local/version/local/1 of account 123456789012)
          --region NAME                the region to stand in for (default: the ARN's, or us-east-1)
          --allow-unsigned             also answers requests without a signature
          --help                       prints this

        When it is ready it prints one line of JSON with EndpointUrl and ProjectVersionArn. It serves until Ctrl+C or SIGTERM.
        Exit codes: 0 stopped, 1 it can't serve, 2 the command line is wrong.
        """;

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="UsageException">An argument is unknown, lacks its value or has an impossible one; or there is no manifest.</exception>
    public static LocalEndpointOptions Parse(string[] arguments)
    {
        var options = new LocalEndpointOptions();
        for (var i = 0; i < arguments.Length; i++)
        {
            var name = arguments[i];
            if (string.Equals(name, "--allow-unsigned", StringComparison.Ordinal))
            {
                options = options with { AllowUnsigned = true };
                continue;
            }

            options = With(options, name, i + 1 < arguments.Length ? arguments[++i] : null);
        }

        return !string.IsNullOrEmpty(options.Manifest) ? options : throw new UsageException("There is no --manifest.");
    }

    private static LocalEndpointOptions With(LocalEndpointOptions options, string name, string? value) => name switch
    {
        "--manifest" => options with { Manifest = Text(name, value) },
        "--image-root" => options with { ImageRoot = Text(name, value) },
        "--port" => options with { Port = Whole(name, value) },
        "--latency" => options with { Latency = TimeSpan.FromMilliseconds(Number(name, value)) },
        "--assumed-threshold" => options with { AssumedThreshold = Number(name, value) },
        "--max-image-byte-count" => options with { MaxImageByteCount = Whole(name, value) },
        "--project-version-arn" => options with { ProjectVersionArn = Text(name, value) },
        "--region" => options with { Region = Text(name, value) },
        _ => throw new UsageException($"There is no option '{name}'."),
    };

    private static string Text(string name, string? value) =>
        !string.IsNullOrEmpty(value) ? value : throw new UsageException($"{name} needs a value.");

    private static int Whole(string name, string? value) =>
        int.TryParse(Text(name, value), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new UsageException($"{name} needs a whole number, not '{value}'.");

    private static double Number(string name, string? value) =>
        double.TryParse(Text(name, value), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number < int.MaxValue
            ? number
            : throw new UsageException($"{name} needs a number, not '{value}'.");
}
