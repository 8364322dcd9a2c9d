using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Arns;
using CustomLabels.Cli.Input;
using CustomLabels.Pictures;

namespace CustomLabels;

/// <summary>How a <see cref="LocalEndpoint"/> is to behave.</summary>
public sealed record LocalEndpointOptions
{
    /// <summary>Path of a SageMaker Ground Truth manifest with image-level labels, boxes or both, or of labels in any other <see cref="AnnotationFormat"/>: the short form for one model that runs. Null where <see cref="Models"/> are given.</summary>
    public string? Manifest { get; init; }

    /// <summary>Folder of the images: <c>s3://bucket/x/y.jpg</c> is <c>x/y.jpg</c> below it. Null is the manifest's folder.</summary>
    public string? ImageRoot { get; init; }

    /// <summary>The models, in the order of their creation; empty where a <see cref="Manifest"/> is given.</summary>
    public IReadOnlyList<LocalModel> Models { get; init; } = [];

    /// <summary>Path of a journal of Invoke-RKCustomLabelDetection: its model versions answer as they did when it was written, before any manifest. Null for none.</summary>
    public string? Journal { get; init; }

    /// <summary>Reads the <c>data.yaml</c> of labels in YOLO's form; null where there is no parser.</summary>
    internal IYamlParser? Yaml { get; init; }

    /// <summary>Port to listen on, 1 to 65535, or 0 for a free one.</summary>
    public int Port { get; init; }

    /// <summary>How long each answer is held back, 0 to one hour.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>How long 99 of 100 answers are held back at most, up to one hour: latencies then have a lognormal distribution with <see cref="Latency"/> as the median. Null holds each back the same.</summary>
    public TimeSpan? LatencyP99 { get; init; }

    /// <summary>Confidence, 0 to 100, below which labels are left out of answers to requests without MinConfidence. A real model has one for each label.</summary>
    public double AssumedThreshold { get; init; } = 50;

    /// <summary>Most bytes of an image that is sent, 1 to 5,242,880. AWS documents "4 MB" and not which.</summary>
    public int MaxImageByteCount { get; init; } = 4_194_304;

    /// <summary>How an image that is sent is known.</summary>
    public ImageMatching MatchBy { get; init; }

    /// <summary>Makes fingerprints of pictures, for <see cref="ImageMatching.Pixels"/>; null where nothing decodes pictures.</summary>
    internal IPictureFingerprinter? Fingerprinter { get; init; }

    /// <summary>ARN of the manifest's model version. Null is <c>arn:aws:rekognition:REGION:123456789012:project/local/version/local/1767225600000</c>.</summary>
    public string? ProjectVersionArn { get; init; }

    /// <summary>Region to stand in for. Null is the ARN's, and <c>us-east-1</c> without one.</summary>
    public string? Region { get; init; }

    /// <summary>Whether requests without a signature are answered too.</summary>
    public bool AllowUnsigned { get; init; }

    /// <summary>Access key id that requests must be signed with; goes with <see cref="SecretKey"/>. Without keys any signature is accepted.</summary>
    public string? AccessKey { get; init; }

    /// <summary>Secret access key that requests must be signed with.</summary>
    public string? SecretKey { get; init; }

    /// <summary>Session token that requests must carry, if the keys stand for temporary ones. Null takes only requests without a token.</summary>
    public string? SessionToken { get; init; }

    /// <summary>How long a model is STARTING, 0 to one hour. AWS documents minutes.</summary>
    public TimeSpan StartDuration { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a model is STOPPING, 0 to one hour.</summary>
    public TimeSpan StopDuration { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>For how long DescribeProjectVersions goes on telling the status from before a start, 0 to one hour: the service has been seen to take a start and to show it seconds later.</summary>
    public TimeSpan StartVisibilityDelay { get; init; }

    /// <summary>Whether a model that is STARTING can be stopped. AWS documents neither; one of its sample programs does it. Otherwise it is refused with ResourceInUseException.</summary>
    public bool AllowStopWhileStarting { get; init; }

    /// <summary>How many seconds pass for the models in a real one, 1 to 100,000: with 1440 a day takes a minute. All that is said of models' time is in theirs, such as
    /// <see cref="StartDuration"/>, <see cref="ScalingDelay"/> and their metrics; latencies, stalls and the account's quotas are in real time.</summary>
    public double TimeScale { get; init; } = 1;

    /// <summary>Most models that are STARTING or RUNNING at the same time, 1 and up. An AWS account has 2 unless it asks for more.</summary>
    public int RunningModelQuota { get; init; } = 2;

    /// <summary>Most inference units of a started model, 1 and up. An AWS account has 5 unless it asks for more.</summary>
    public int InferenceUnitQuota { get; init; } = 5;

    /// <summary>Detections a second that one inference unit answers, above 0; null for no limit. AWS gives no number: it depends on the model.</summary>
    public double? TpsPerInferenceUnit { get; init; }

    /// <summary>For how long throughput that nobody uses is saved up, for models and for quotas, 0 to one hour.</summary>
    public TimeSpan Burst { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a model's load is watched before its inference units follow it, 0.1 seconds to one hour.</summary>
    public TimeSpan ScalingDelay { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Detections a second of the account, above 0; null for no limit. An AWS account has 50 unless it asks for more.</summary>
    public double? AccountTps { get; init; }

    /// <summary>Calls a second of each other operation, above 0; null for no limit. An AWS account has 5.</summary>
    public double? ControlPlaneTps { get; init; }

    /// <summary>What goes wrong on purpose; of several that meet a call, the first.</summary>
    public IReadOnlyList<LocalTrouble> Troubles { get; init; } = [];

    /// <summary>Decides what happens at random; null takes another each time.</summary>
    public int? Seed { get; init; }

    /// <summary>The models, whichever way they were given.</summary>
    internal IReadOnlyList<LocalModel> AllModels =>
        Manifest is null ? Models : new[] { new LocalModel { ProjectVersionArn = ProjectVersionArn, Manifest = Manifest, ImageRoot = ImageRoot } };

    /// <summary>Few words: the text that a record has by itself would show the keys wherever it is logged.</summary>
    public override string ToString() => $"{nameof(LocalEndpointOptions)} {{ {nameof(Manifest)} = {string.Join(", ", AllModels.Select(model => model.Manifest))} }}";
}
