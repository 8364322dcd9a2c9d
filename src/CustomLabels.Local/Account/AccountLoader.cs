using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CustomLabels.Arns;
using CustomLabels.Detection.Journal;
using CustomLabels.Local.Images;
using CustomLabels.Local.Throughput;

namespace CustomLabels.Local.Account;

/// <summary>Makes the account of an endpoint's options: names the models and reads their manifests.</summary>
internal static class AccountLoader
{
    /// <summary>When the first model was created; each later one is an hour younger. Made up, as nothing is trained here.</summary>
    private static readonly DateTime FirstCreation = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    // A journal's images may be in any bucket, or in none.
    private const string NoBucket = "local";

    /// <summary>Makes the account.</summary>
    /// <param name="options">The options, checked.</param>
    /// <param name="journal">A journal, whose model versions run too; null for none.</param>
    /// <param name="clock">The models' time.</param>
    /// <exception cref="LocalOptionException">Two models have one name, or names and region don't agree.</exception>
    /// <exception cref="ManifestException">A manifest is bad, or none of its images has a file.</exception>
    /// <exception cref="CustomLabelsException">Labels in another format are bad.</exception>
    /// <exception cref="IOException">A manifest can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A manifest can't be read.</exception>
    public static AwsAccount Load(LocalEndpointOptions options, JournalAnswers? journal, ScaledClock clock)
    {
        var (wanted, arns) = NameAll([.. options.AllModels, .. journal?.ProjectVersionArns.Select(arn => new LocalModel { ProjectVersionArn = arn }) ?? []], options.Region);
        var throughput = new ThroughputRules(options.TpsPerInferenceUnit, options.Burst, options.ScalingDelay);
        var rules = new LifecycleRules(options.StartDuration, options.StopDuration, options.StartVisibilityDelay, options.AllowStopWhileStarting, throughput);
        var models = wanted.Select((model, i) => Load(model, arns[i], FirstCreation.AddHours(i), options, journal, new ModelLifecycle(model, rules, clock.Elapsed))).ToArray();
        return new AwsAccount(models, options.RunningModelQuota, options.InferenceUnitQuota, clock);
    }

    private static Model Load(LocalModel model, ProjectVersionArn arn, DateTime created, LocalEndpointOptions options, JournalAnswers? answers, ModelLifecycle lifecycle)
    {
        var threshold = model.AssumedThreshold ?? options.AssumedThreshold;
        var journal = answers?.ProjectVersionArns.Contains(arn.Text, StringComparer.Ordinal) == true ? Path.GetFullPath(options.Journal!) : null;
        if (model.Manifest is null)
        {
            var none = new LabelledImages(new ImageFolder(Path.GetDirectoryName(journal)!), []);
            return new Model(arn, Project.ArnOf(arn), created, Manifest: null, journal, none, threshold, FailedLineCount: 0, new TrainingRecord(arn, created, NoBucket, manifestKey: null), lifecycle);
        }

        var manifest = Path.GetFullPath(model.Manifest);
        var folder = new ImageFolder(model.ImageRoot ?? (Directory.Exists(manifest) ? manifest : Path.GetDirectoryName(manifest)!));
        var content = new LabelledData(manifest, folder, model.ImageRoot is not null, options.Yaml).Read();
        var images = new LabelledImages(folder, content.Images, options.Fingerprinter is { } fingerprinter ? new PixelMatcher(fingerprinter) : null);
        if (!images.HasFiles)
        {
            var found = VisibleText.Of($"That is '{folder.Path}'. Give the folder in which an image of s3://bucket/x/y.jpg is x/y.jpg.");
            throw new ManifestException(manifest, lineNumber: 0, code: null, $"None of its images is below the image root. {found}");
        }

        var training = new TrainingRecord(arn, created, images.Bucket, Path.GetFileName(manifest));
        return new Model(arn, Project.ArnOf(arn), created, manifest, journal, images, threshold, content.FailedLineCount, training, lifecycle);
    }

    /// <summary>Names the models; one that only a journal has is left out where another has its name.</summary>
    private static (LocalModel[] Models, ProjectVersionArn[] Arns) NameAll(IReadOnlyList<LocalModel> models, string? region)
    {
        var given = models.FirstOrDefault(model => model.ProjectVersionArn is not null);
        var inferred = region ?? (given is null ? "us-east-1" : Name(given, "us-east-1").Region);
        var named = models.Select(model => (Model: model, Arn: Name(model, inferred))).ToArray();
        named = named.Where(one => one.Model.Manifest is not null || !named.Any(other => other.Model.Manifest is not null && other.Arn == one.Arn)).ToArray();
        var arns = named.Select(one => one.Arn).ToArray();
        foreach (var arn in arns.Where(arn => !string.Equals(arn.Region, inferred, StringComparison.Ordinal)))
            throw Bad(nameof(LocalEndpointOptions.Region), $"The region '{VisibleText.Of(inferred)}' is not that of {arn}. An endpoint stands in for one region.");
        var twice = arns.GroupBy(arn => $"{Project.ArnOf(arn)}/{arn.VersionName}", StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null) throw Bad(nameof(LocalEndpointOptions.Models), $"Two models are version '{twice.First().VersionName}' of project '{twice.First().ProjectName}'. Give each a name of its own.");
        return (named.Select(one => one.Model).ToArray(), arns);
    }

    private static ProjectVersionArn Name(LocalModel model, string region)
    {
        try
        {
            return ProjectVersionArn.Parse(model.ProjectVersionArn ?? $"arn:aws:rekognition:{region}:123456789012:project/{model.Project ?? "local"}/version/{model.Version ?? "local"}/{ArnStamp.Version}");
        }
        catch (CustomLabelsException exception)
        {
            throw model.ProjectVersionArn is not null ? Bad(nameof(LocalEndpointOptions.ProjectVersionArn), exception.Message)
                : model.Project is null && model.Version is null ? Bad(nameof(LocalEndpointOptions.Region), $"'{VisibleText.Of(region)}' is not a region. Give one such as us-east-1.")
                : Bad(nameof(LocalEndpointOptions.Models), $"Project '{VisibleText.Of(model.Project)}' or Version '{VisibleText.Of(model.Version)}' is not valid in the region '{VisibleText.Of(region)}': use 1 to 255 letters, digits, '_', '.' and '-', and a region such as us-east-1.");
        }
    }

    private static LocalOptionException Bad(string option, string message) => new(message, option);
}
