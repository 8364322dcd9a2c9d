using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CustomLabels.Detection;
using CustomLabels.Local.Images;
using CustomLabels.Local.Manifests;
using CustomLabels.Local.Throughput;
using CustomLabels.Service;

namespace CustomLabels.Local.Models;

/// <summary>Makes the account of an endpoint's options: names the models and reads their manifests.</summary>
internal static class AccountLoader
{
    /// <summary>When the first model was created; each later one is an hour younger. Made up, as nothing is trained here.</summary>
    private static readonly DateTime FirstCreation = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Makes the account.</summary>
    /// <param name="options">The options, checked.</param>
    /// <param name="clock">The time.</param>
    /// <exception cref="ArgumentException">Two models have one name, or names and region don't agree.</exception>
    /// <exception cref="ManifestException">A manifest is bad, or none of its images has a file.</exception>
    /// <exception cref="IOException">A manifest can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A manifest can't be read.</exception>
    public static Account Load(LocalEndpointOptions options, IRunClock clock)
    {
        var wanted = options.AllModels;
        var arns = NameAll(wanted, options.Region);
        var throughput = new ThroughputRules(options.TpsPerInferenceUnit, options.Burst, options.ScalingDelay);
        var rules = new LifecycleRules(options.StartDuration, options.StopDuration, throughput);
        var models = wanted.Select((model, i) => Load(model, arns[i], FirstCreation.AddHours(i), options.AssumedThreshold, new ModelLifecycle(model, rules, clock.Elapsed))).ToArray();
        return new Account(models, options.RunningModelQuota, options.InferenceUnitQuota, clock);
    }

    private static Model Load(LocalModel model, ProjectVersionArn arn, DateTime created, double assumedThreshold, ModelLifecycle lifecycle)
    {
        var manifest = Path.GetFullPath(model.Manifest!);
        var folder = new ImageFolder(model.ImageRoot ?? Path.GetDirectoryName(manifest)!);
        var images = new LabelledImages(folder, ManifestReader.Read(manifest));
        if (!images.HasFiles)
            throw new ManifestException(manifest, 0, code: null, $"None of its images is below the image root '{folder.Path}'. Give the folder in which an image of s3://bucket/x/y.jpg is x/y.jpg.");
        return new Model(arn, ProjectArn.Of(arn), created, manifest, images, model.AssumedThreshold ?? assumedThreshold, lifecycle);
    }

    private static ProjectVersionArn[] NameAll(IReadOnlyList<LocalModel> models, string? region)
    {
        var given = models.FirstOrDefault(model => model.ProjectVersionArn is not null);
        var inferred = region ?? (given is null ? "us-east-1" : Name(given, "us-east-1").Region);
        var arns = models.Select(model => Name(model, inferred)).ToArray();
        foreach (var arn in arns.Where(arn => !string.Equals(arn.Region, inferred, StringComparison.Ordinal)))
            throw Bad(nameof(LocalEndpointOptions.Region), $"The region '{inferred}' is not that of {arn}. An endpoint stands in for one region.");
        var twice = arns.GroupBy(arn => $"{ProjectArn.Of(arn)}/{arn.VersionName}", StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null) throw Bad(nameof(LocalEndpointOptions.Models), $"Two models are version '{twice.First().VersionName}' of project '{twice.First().ProjectName}'. Give each a name of its own.");
        return arns;
    }

    private static ProjectVersionArn Name(LocalModel model, string region)
    {
        try
        {
            return ProjectVersionArn.Parse(model.ProjectVersionArn ?? $"arn:aws:rekognition:{region}:123456789012:project/{model.Project ?? "local"}/version/{model.Version ?? "local"}/1");
        }
        catch (DetectionException exception)
        {
            throw model.ProjectVersionArn is not null ? Bad(nameof(LocalEndpointOptions.ProjectVersionArn), exception.Message)
                : model.Project is null && model.Version is null ? Bad(nameof(LocalEndpointOptions.Region), $"'{region}' is no region. Give one such as us-east-1.")
                : Bad(nameof(LocalEndpointOptions.Models), $"'{model.Project}' and '{model.Version}', in the region '{region}', are no names. Project and Version have 1 to 255 letters, digits, '_', '.' and '-'; a region is such as us-east-1.");
        }
    }

    private static ArgumentException Bad(string option, string message) => new(message, option);
}
