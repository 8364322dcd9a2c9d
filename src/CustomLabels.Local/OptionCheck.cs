using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Api.Generated;
using CustomLabels.Arns;
using CustomLabels.Detection.Journal;
using CustomLabels.Images;
using CustomLabels.Local.Account;
using CustomLabels.Local.Operations;
using CustomLabels.Local.Signing;
using CustomLabels.Local.Trouble;

namespace CustomLabels.Local;

/// <summary>Refuses options that are out of their range or contradict one another, before anything is read.</summary>
internal static class OptionCheck
{
    private const double HourSeconds = 3600;

    // A day in less than a second: of more, no client could make sense.
    private const double MostTimeScale = 100_000;

    private static readonly string[] AfterStart = [ProjectVersionStatus.Running, ProjectVersionStatus.Failed, ProjectVersionStatus.Starting];

    /// <summary>Checks options.</summary>
    /// <exception cref="LocalOptionException">An option is wrong; the parameter's name is the option's.</exception>
    public static void Check(LocalEndpointOptions options)
    {
        var hasManifest = !string.IsNullOrEmpty(options.Manifest);
        if (options.MatchBy == ImageMatching.Pixels && options.Fingerprinter is null)
            throw Bad(nameof(options.MatchBy), "Nothing here decodes pictures, so that none can be known by its pixels. Start-RKLocalEndpoint -MatchBy Pixels of the module CustomLabels can.");
        if (hasManifest && options.Models.Count > 0) throw Bad(nameof(options.Manifest), "There are both a manifest and models. Give one or the other.");
        if (!hasManifest && options.Models.Count == 0 && string.IsNullOrEmpty(options.Journal)) throw Bad(nameof(options.Manifest), "There is no manifest. Give the path of one, or models, or a journal.");
        if (!hasManifest && options.Models.Count == 0 && (options.ProjectVersionArn ?? options.ImageRoot) is not null)
            throw Bad(nameof(options.Journal), "ProjectVersionArn and ImageRoot go with a manifest. A journal names its model versions itself.");
        if (options.Models.Count > 0 && (options.ProjectVersionArn ?? options.ImageRoot) is not null)
            throw Bad(nameof(options.Models), "ProjectVersionArn and ImageRoot go with a manifest. With models, give each its own.");
        Range(nameof(options.Port), options.Port, 0, 65535);
        Duration(nameof(options.Latency), options.Latency);
        CheckLatencyP99(options);
        Range(nameof(options.AssumedThreshold), options.AssumedThreshold, 0, 100);
        Range(nameof(options.MaxImageByteCount), options.MaxImageByteCount, 1, ImageLimits.MaxBytes);
        Duration(nameof(options.StartDuration), options.StartDuration);
        Duration(nameof(options.StopDuration), options.StopDuration);
        Duration(nameof(options.StartVisibilityDelay), options.StartVisibilityDelay);
        Range(nameof(options.TimeScale), options.TimeScale, 1, MostTimeScale);
        Range(nameof(options.RunningModelQuota), options.RunningModelQuota, 1, int.MaxValue);
        Range(nameof(options.InferenceUnitQuota), options.InferenceUnitQuota, 1, int.MaxValue);
        Tps(nameof(options.TpsPerInferenceUnit), options.TpsPerInferenceUnit);
        Tps(nameof(options.AccountTps), options.AccountTps);
        Tps(nameof(options.ControlPlaneTps), options.ControlPlaneTps);
        Duration(nameof(options.Burst), options.Burst);
        Duration(nameof(options.ScalingDelay), options.ScalingDelay, min: 0.1);
        _ = SigningKeys.Of(options.AccessKey, options.SecretKey, options.SessionToken);
        CheckModels(options);
        foreach (var trouble in options.Troubles) Check(trouble);
    }

    /// <summary>Checks that there is a model: a journal may have no answers.</summary>
    /// <exception cref="LocalOptionException">There is none.</exception>
    public static void CheckModels(IReadOnlyList<LocalModel> models, JournalAnswers? journal)
    {
        if (models.Count == 0 && journal!.Count == 0) throw Bad(nameof(LocalEndpointOptions.Journal), "There are no answers in the journal, and no other models. Give one in which images were detected.");
    }

    /// <summary>Checks that each image that trouble was asked for is there: a misspelt one would never meet any.</summary>
    /// <exception cref="LocalOptionException">One is not.</exception>
    public static void CheckImages(IReadOnlyList<LocalTrouble> troubles, AwsAccount account)
    {
        foreach (var image in troubles.SelectMany(trouble => trouble.Image).Where(image => !account.Models.Any(model => model.Images.Knows(image))))
            throw Bad(nameof(LocalEndpointOptions.Troubles), $"No model has an Image '{VisibleText.Of(image)}'. Give its key, such as folder/name.jpg, or its file name.");
    }

    /// <summary>Checks that the operation of each trouble is served: it would never happen.</summary>
    /// <exception cref="LocalOptionException">One is not.</exception>
    public static void CheckOperations(IReadOnlyList<LocalTrouble> troubles, IReadOnlyList<IOperation> served)
    {
        foreach (var trouble in troubles.Where(trouble => !served.Any(operation => operation.Api.Name.Equals(trouble.Operation, StringComparison.OrdinalIgnoreCase))))
            throw Bad(nameof(LocalEndpointOptions.Troubles), $"'{VisibleText.Of(trouble.Operation)}' is not an Operation. Allowed: {string.Join(", ", served.Select(operation => operation.Api.Name))}.");
    }

    private static void CheckModels(LocalEndpointOptions options)
    {
        foreach (var model in options.Models) Check(model, options.InferenceUnitQuota);
        var on = options.AllModels.Count(model => model.Status is ProjectVersionStatus.Starting or ProjectVersionStatus.Running);
        if (on > options.RunningModelQuota)
            throw Bad(nameof(options.Models), FormattableString.Invariant($"{on} models are to run from the start and RunningModelQuota is {options.RunningModelQuota}. Give some the Status STOPPED, or raise the quota."));
    }

    private static void Check(LocalModel model, int unitQuota)
    {
        const string Option = nameof(LocalEndpointOptions.Models);
        var name = $"the model {VisibleText.Of(model.ProjectVersionArn ?? $"{model.Project ?? "local"}/{model.Version ?? "local"}")}";
        if (string.IsNullOrEmpty(model.Manifest)) throw Bad(Option, $"There is no Manifest for {name}. Give the path of one.");
        if (model.ProjectVersionArn is not null && (model.Project ?? model.Version) is not null) throw Bad(Option, $"There are both a ProjectVersionArn and a Project or Version for {name}. Give one or the other.");
        if (!ProjectVersionStatus.All.Contains(model.Status, StringComparer.Ordinal)) throw Bad(Option, $"Status of {name} is '{VisibleText.Of(model.Status)}'. Allowed: {string.Join(", ", ProjectVersionStatus.All)}.");
        if (!AfterStart.Contains(model.StatusAfterStart, StringComparer.Ordinal)) throw Bad(Option, $"StatusAfterStart of {name} is '{VisibleText.Of(model.StatusAfterStart)}'. Allowed: {string.Join(", ", AfterStart)}.");
        Range($"MinInferenceUnits of {name}", model.MinInferenceUnits, 1, unitQuota, Option);
        if (model.MaxInferenceUnits is { } max) Range($"MaxInferenceUnits of {name}", max, model.MinInferenceUnits, unitQuota, Option);
        if (model.AssumedThreshold is { } threshold) Range($"AssumedThreshold of {name}", threshold, 0, 100, Option);
        var last = -1d;
        foreach (var step in model.UnitSchedule)
        {
            Range($"Units in UnitSchedule of {name}", step.Units, model.MinInferenceUnits, model.MaxInferenceUnits ?? model.MinInferenceUnits, Option);
            Range($"Seconds in UnitSchedule of {name}", step.Seconds, 0, TimeSpan.FromDays(365).TotalSeconds, Option);
            if (step.Seconds <= last) throw Bad(Option, $"The steps in UnitSchedule of {name} are not in order. Give each more Seconds than the one before.");
            last = step.Seconds;
        }
    }

    private static void Check(LocalTrouble trouble)
    {
        const string Option = nameof(LocalEndpointOptions.Troubles);
        var kind = TroubleKind.Find(trouble.Kind) ?? throw Bad(Option, $"'{VisibleText.Of(trouble.Kind)}' is not a Kind of trouble. Allowed: {TroubleKind.Names}.");
        if (trouble.Rate is { } rate) Range($"Rate of {kind.Name}", rate, 0, 1, Option);
        foreach (var call in trouble.Call) Range($"Call of {kind.Name}", call, 1, int.MaxValue, Option);
        if (trouble.Image.Count > 0 && !trouble.Operation.Equals(RekognitionOperations.DetectCustomLabels.Name, StringComparison.OrdinalIgnoreCase)) throw Bad(Option, $"{trouble.Operation} has no Image.");
        if (trouble.Duration is not { } duration) return;
        if (kind != TroubleKind.Stall) throw Bad(Option, $"{kind.Name} has no Duration; only Stall has. Latency holds every answer back.");
        Duration($"Duration of {kind.Name}", duration, option: Option);
    }

    private static void CheckLatencyP99(LocalEndpointOptions options)
    {
        if (options.LatencyP99 is not { } p99) return;
        Duration(nameof(options.LatencyP99), p99);
        if (options.Latency == TimeSpan.Zero || p99 < options.Latency)
            throw Bad(nameof(options.LatencyP99), FormattableString.Invariant($"LatencyP99 is {p99.TotalSeconds} s and Latency, the median, {options.Latency.TotalSeconds} s. Give a median above 0, and a LatencyP99 that is not below it."));
    }

    private static void Tps(string option, double? value)
    {
        if (value is { } tps && !(tps > 0 && tps <= 1e6)) throw Bad(option, FormattableString.Invariant($"{option} is {tps} and may be above 0 to 1000000; leave it out for no limit."));
    }

    private static void Duration(string name, TimeSpan value, double min = 0, string? option = null) => Range(name, value.TotalSeconds, min, HourSeconds, option, " seconds");

    private static void Range(string name, double value, double min, double max, string? option = null, string unit = "")
    {
        if (!(value >= min && value <= max)) throw Bad(option ?? name, FormattableString.Invariant($"{name} is {value} and may be {min} to {max}{unit}."));
    }

    private static LocalOptionException Bad(string option, string message) => new(message, option);
}
