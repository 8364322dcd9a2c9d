using System;
using System.Collections;
using System.Globalization;
using System.IO;
using CustomLabels.Api;
using CustomLabels.Arns;

namespace CustomLabels.Local.Server;

/// <summary>Reads the command line.</summary>
internal static class CommandLine
{
    /// <summary>What <c>--help</c> prints.</summary>
    public const string Help = """
        Serves the Amazon Rekognition Custom Labels API on the loopback address, answered from labelled data.

        CustomLabels.Local.Server --manifest FILE [options]
        CustomLabels.Local.Server --model FILE [options]
        CustomLabels.Local.Server --journal FILE [options]

          --manifest FILE              SageMaker Ground Truth manifest, JSON Lines: one model that runs
          --image-root DIR             folder of the images; s3://bucket/x/y.jpg is x/y.jpg in it (default: the manifest's folder)
          --project-version-arn ARN    the manifest's model version (default: project/local/version/local/1767225600000 of account 123456789012)
          --model FILE                 JSON file of models, or the JSON itself: an array of objects with Manifest and with Project, Version, ProjectVersionArn,
                                       ImageRoot, MinInferenceUnits, MaxInferenceUnits, UnitSchedule ([{"Seconds":10,"Units":2}]), Status, StatusAfterStart, AssumedThreshold;
                                       paths in a file are relative to its folder
          --journal FILE               journal of Invoke-RKCustomLabelDetection: its model versions answer as they did when it was written, before any manifest
          --port N                     port of 127.0.0.1, 0 for a free one (default: 0)
          --region NAME                the region to stand in for (default: the ARN's, or us-east-1)
          --assumed-threshold P        confidence, 0 to 100, that applies without MinConfidence (default: 50)
          --max-image-byte-count N     most bytes of an image that is sent (default: 4194304)
          --match-by content           how an image that is sent is known: by its bytes (default); by pixels only Start-RKLocalEndpoint of the module can
          --allow-unsigned             also answers requests without a signature
          --access-key ID              access key id that requests must be signed with (default: any signature is accepted)
          --secret-key KEY             its secret access key; other users of this machine can read a command line, so better give it as below
          --session-token TOKEN        the session token that requests must carry (default: none)

          --start-duration S           seconds from STARTING to RUNNING (default: 2)
          --stop-duration S            seconds from STOPPING to STOPPED (default: 1)
          --start-visibility-delay S   seconds for which a start is not yet seen in DescribeProjectVersions (default: 0)
          --allow-stop-while-starting  lets a model be stopped that is STARTING (default: refused with ResourceInUseException)
          --time-scale N               how many seconds pass for the models in a real one; with 1440 a day takes a minute (default: 1)
          --running-model-quota N      most models that run at the same time (default: 2)
          --inference-unit-quota N     most inference units of a model (default: 5)
          --tps-per-inference-unit N   detections a second that one inference unit answers (default: no limit)
          --burst S                    seconds for which unused throughput is saved up (default: 1)
          --scaling-delay S            seconds that a model's load is watched before its inference units follow it (default: 10)
          --account-tps N              detections a second of the account (default: no limit)
          --control-plane-tps N        calls a second of each other operation (default: no limit)

          --latency S                  seconds that each answer is held back (default: 0)
          --latency-p99 S              seconds that 99 of 100 answers are held back at most; --latency is then the median (default: all the same)
          --trouble JSON               what goes wrong on purpose, or the path of a file with it: an array of objects with Kind (an error code, ServiceUnavailable,
                                       Reset, Truncated or Stall) and with Rate, Call, Image, Operation, Duration; such as [{"Kind":"Reset","Rate":0.05}]
          --seed N                     decides what happens at random (default: another each time)
          --help                       prints this

        Keys that are not on the command line are taken from CUSTOMLABELS_LOCAL_ACCESS_KEY, CUSTOMLABELS_LOCAL_SECRET_KEY and CUSTOMLABELS_LOCAL_SESSION_TOKEN.

        Point any AWS client at it: set AWS_ENDPOINT_URL_REKOGNITION and AWS_ENDPOINT_URL_CLOUDWATCH (or AWS_ENDPOINT_URL) to its EndpointUrl, or give it as --endpoint-url.
        When it is ready it prints one line of JSON with EndpointUrl, ProjectVersionArn (the first), ProjectVersionArns and Seed. It serves until Ctrl+C or SIGTERM.
        GET /_counters of the endpoint's URL gives what it has done so far, as JSON; GET /_unknown the images that the labelled data doesn't know;
        GET /_health that it is there.
        Exit codes: 0 stopped, 1 it can't serve, 2 the command line is wrong.
        """;

    /// <summary>Reads the arguments.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="environment">Gives the value of an environment variable.</param>
    /// <exception cref="UsageException">An argument is unknown, lacks its value or has an impossible one; or there is no manifest, no model and no journal.</exception>
    /// <exception cref="IOException">A file of models or troubles can't be read.</exception>
    public static LocalEndpointOptions Parse(string[] arguments, Func<string, string?> environment)
    {
        var options = new LocalEndpointOptions
        {
            AccessKey = environment("CUSTOMLABELS_LOCAL_ACCESS_KEY"),
            SecretKey = environment("CUSTOMLABELS_LOCAL_SECRET_KEY"),
            SessionToken = environment("CUSTOMLABELS_LOCAL_SESSION_TOKEN"),
        };
        for (var i = 0; i < arguments.Length; i++)
        {
            var name = arguments[i];
            options = Switched(options, name) ?? With(options, name, i + 1 < arguments.Length ? arguments[++i] : null);
        }

        return options.Manifest is not null || options.Models.Count > 0 || options.Journal is not null
            ? options
            : throw new UsageException("There is no --manifest, no --model and no --journal.");
    }

    private static LocalEndpointOptions? Switched(LocalEndpointOptions options, string name) => name switch
    {
        "--allow-unsigned" => options with { AllowUnsigned = true },
        "--allow-stop-while-starting" => options with { AllowStopWhileStarting = true },
        _ => null,
    };

    private static LocalEndpointOptions With(LocalEndpointOptions options, string name, string? value) => name switch
    {
        "--manifest" => options with { Manifest = Text(name, value) },
        "--image-root" => options with { ImageRoot = Text(name, value) },
        "--journal" => options with { Journal = Text(name, value) },
        "--port" => options with { Port = Whole(name, value) },
        "--model" => options with { Models = [.. options.Models, .. JsonSettings.Read(name, Text(name, value), Model)] },
        "--assumed-threshold" => options with { AssumedThreshold = Number(name, value) },
        "--max-image-byte-count" => options with { MaxImageByteCount = Whole(name, value) },
        "--match-by" => options with { MatchBy = Matching(name, value) },
        "--project-version-arn" => options with { ProjectVersionArn = Text(name, value) },
        "--region" => options with { Region = Text(name, value) },
        "--access-key" => options with { AccessKey = Text(name, value) },
        "--secret-key" => options with { SecretKey = Text(name, value) },
        "--session-token" => options with { SessionToken = Text(name, value) },
        "--start-duration" => options with { StartDuration = TimeSpan.FromSeconds(Number(name, value)) },
        "--stop-duration" => options with { StopDuration = TimeSpan.FromSeconds(Number(name, value)) },
        "--start-visibility-delay" => options with { StartVisibilityDelay = TimeSpan.FromSeconds(Number(name, value)) },
        "--time-scale" => options with { TimeScale = Number(name, value) },
        "--running-model-quota" => options with { RunningModelQuota = Whole(name, value) },
        "--inference-unit-quota" => options with { InferenceUnitQuota = Whole(name, value) },
        "--tps-per-inference-unit" => options with { TpsPerInferenceUnit = Number(name, value) },
        "--burst" => options with { Burst = TimeSpan.FromSeconds(Number(name, value)) },
        "--scaling-delay" => options with { ScalingDelay = TimeSpan.FromSeconds(Number(name, value)) },
        "--account-tps" => options with { AccountTps = Number(name, value) },
        "--control-plane-tps" => options with { ControlPlaneTps = Number(name, value) },
        "--latency" => options with { Latency = TimeSpan.FromSeconds(Number(name, value)) },
        "--latency-p99" => options with { LatencyP99 = TimeSpan.FromSeconds(Number(name, value)) },
        "--trouble" => options with { Troubles = [.. options.Troubles, .. JsonSettings.Read(name, Text(name, value), (settings, _) => LocalTrouble.FromSettings(settings))] },
        "--seed" => options with { Seed = Whole(name, value) },
        _ => throw new UsageException($"There is no option '{name}'."),
    };

    private static LocalModel Model(IDictionary settings, string folder)
    {
        var model = LocalModel.FromSettings(settings);
        return model with { Manifest = Below(folder, model.Manifest), ImageRoot = Below(folder, model.ImageRoot) };
    }

    private static string? Below(string folder, string? path) => string.IsNullOrEmpty(path) ? path : Path.Combine(folder, path);

    private static string Text(string name, string? value) =>
        !string.IsNullOrEmpty(value) ? value : throw new UsageException($"{name} needs a value.");

    private static ImageMatching Matching(string name, string? value) => Text(name, value).ToLowerInvariant() switch
    {
        "content" => ImageMatching.Content,
        "pixels" => ImageMatching.Pixels,
        _ => throw new UsageException($"{name} takes content or pixels, not '{value}'."),
    };

    private static int Whole(string name, string? value) =>
        int.TryParse(Text(name, value), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new UsageException($"{name} needs a whole number, not '{value}'.");

    private static double Number(string name, string? value) =>
        double.TryParse(Text(name, value), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number < int.MaxValue
            ? number
            : throw new UsageException($"{name} needs a number, not '{value}'.");
}
