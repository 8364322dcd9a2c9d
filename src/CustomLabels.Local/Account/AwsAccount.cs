using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Api.Generated;
using CustomLabels.Api.Transport;
using CustomLabels.Local.Errors;

namespace CustomLabels.Local.Account;

/// <summary>The account that the endpoint stands for: its projects and models, and how much of them may run. Safe for concurrent use.</summary>
internal sealed class AwsAccount
{
    private readonly object _gate = new();
    private readonly Dictionary<string, Model> _models;
    private readonly int _runningModelQuota;
    private readonly int _inferenceUnitQuota;
    private readonly ScaledClock _clock;

    /// <summary>An account.</summary>
    /// <param name="models">Its models, in the order of their creation.</param>
    /// <param name="runningModelQuota">Most models that run at the same time.</param>
    /// <param name="inferenceUnitQuota">Most inference units of a model.</param>
    /// <param name="clock">The models' time.</param>
    public AwsAccount(IReadOnlyList<Model> models, int runningModelQuota, int inferenceUnitQuota, ScaledClock clock)
    {
        Models = models;
        _models = models.ToDictionary(model => model.Arn.Text, StringComparer.Ordinal);
        _runningModelQuota = runningModelQuota;
        _inferenceUnitQuota = inferenceUnitQuota;
        _clock = clock;
        Projects = models
            .GroupBy(model => model.ProjectArn, StringComparer.Ordinal)
            .Select(group => Project.Of(group.Key, group.ToArray()))
            .ToArray();
    }

    /// <summary>The models, in the order of their creation.</summary>
    public IReadOnlyList<Model> Models { get; }

    /// <summary>The one region that it stands in for.</summary>
    public string Region => Models[0].Arn.Region;

    /// <summary>The projects, in the order of their creation.</summary>
    public IReadOnlyList<Project> Projects { get; }

    /// <summary>What time it is for the models, UTC.</summary>
    public DateTime Now => _clock.UtcNow;

    /// <summary>The models as of now.</summary>
    public IReadOnlyList<LocalModelState> Snapshot()
    {
        lock (_gate) return Models.Select(model => model.StateAt(_clock.Elapsed)).ToArray();
    }

    /// <summary>Projects, in the order of their creation.</summary>
    public IReadOnlyList<ProjectDescription> DescribeProjects(Func<Project, bool> isWanted) => Projects.Where(isWanted).Select(project => project.Describe()).ToArray();

    /// <summary>A project's versions as of now, the latest first.</summary>
    /// <exception cref="ServiceException">There is no such project.</exception>
    public IReadOnlyList<ProjectVersionDescription> Describe(string projectArn, Func<Model, bool> isWanted)
    {
        var project = Projects.FirstOrDefault(project => string.Equals(project.Arn, projectArn, StringComparison.Ordinal)) ?? throw ModelFaults.ProjectNotFound(projectArn);
        lock (_gate) return project.Models.Where(isWanted).Select(model => model.DescribeAt(_clock.Elapsed)).ToArray();
    }

    /// <summary>When a model had inference units in service, UTC, and how many, up to now; nothing of a model that isn't there.</summary>
    /// <remarks>Of several versions with these names all: the metrics have no other names for them.</remarks>
    public IReadOnlyList<(DateTime From, DateTime To, int Units)> UnitsOf(string projectName, string versionName)
    {
        lock (_gate)
        {
            return Models
                .Where(model => model.Arn.ProjectName == projectName && model.Arn.VersionName == versionName)
                .SelectMany(model => model.Lifecycle.UnitSpansAt(_clock.Elapsed))
                .Select(span => (_clock.At(span.From), _clock.At(span.To), span.Units))
                .ToArray();
        }
    }

    /// <summary>A dataset.</summary>
    /// <exception cref="ServiceException">There is no such dataset.</exception>
    public Dataset Dataset(string arn) =>
        Projects.Select(project => project.Dataset).FirstOrDefault(dataset => string.Equals(dataset?.Arn, arn, StringComparison.Ordinal)) ?? throw ModelFaults.DatasetNotFound(arn);

    /// <summary>Lets one more detection through.</summary>
    /// <returns>The model that answers it.</returns>
    /// <exception cref="ServiceException">There is no such model, it doesn't run, or its units are used up.</exception>
    public Model Admit(string arn)
    {
        var model = Find(arn);
        lock (_gate) model.Lifecycle.Admit(_clock.Elapsed);
        return model;
    }

    /// <summary>Starts a model.</summary>
    /// <returns>Its status then.</returns>
    /// <exception cref="ServiceException">There is no such model, its status rules it out, or a quota does.</exception>
    public string Start(string arn, int minUnits, int? maxUnits)
    {
        var lifecycle = Find(arn).Lifecycle;
        if (maxUnits < minUnits) throw ModelFaults.UnitsContradict();
        lock (_gate)
        {
            var now = _clock.Elapsed;
            lifecycle.CheckStartable(now);
            if ((maxUnits ?? minUnits) > _inferenceUnitQuota) throw ModelFaults.TooManyUnits(_inferenceUnitQuota);
            if (Models.Count(model => model.Lifecycle.IsOnAt(now)) >= _runningModelQuota) throw ModelFaults.TooManyRunningModels(_runningModelQuota);
            lifecycle.Start(minUnits, maxUnits, now);
            return ProjectVersionStatus.Starting;
        }
    }

    /// <summary>Stops a model.</summary>
    /// <returns>Its status then.</returns>
    /// <exception cref="ServiceException">There is no such model, or it doesn't run.</exception>
    public string Stop(string arn)
    {
        var lifecycle = Find(arn).Lifecycle;
        lock (_gate)
        {
            lifecycle.Stop(_clock.Elapsed);
            return ProjectVersionStatus.Stopping;
        }
    }

    private Model Find(string arn) => _models.TryGetValue(arn, out var model) ? model : throw ServiceFaults.ModelNotFound(arn);
}
