using System;
using CustomLabels.Arns;

namespace CustomLabels.Models.Lifecycle;

/// <summary>A model that is waited for.</summary>
/// <param name="reader">Reads it.</param>
/// <param name="arn">The model.</param>
/// <param name="goal">What is waited for.</param>
/// <param name="began">Since when.</param>
internal sealed class WatchedModel(ModelReader reader, ProjectVersionArn arn, WaitGoal goal, TimeSpan began)
{
    /// <summary>Reads it.</summary>
    public ModelReader Reader => reader;

    /// <summary>The model.</summary>
    public ProjectVersionArn Arn => arn;

    /// <summary>Its name: project, slash, version.</summary>
    public string Name => $"{arn.ProjectName}/{arn.VersionName}";

    /// <summary>What is waited for.</summary>
    public WaitGoal Goal => goal;

    /// <summary>Since when.</summary>
    public TimeSpan Began => began;

    /// <summary>What was read last; null as long as nothing was.</summary>
    public Model? Last { get; private set; }

    /// <summary>Whether a change was seen under way.</summary>
    public bool HasMoved { get; private set; }

    /// <summary>Whether a training or a copy was seen under way.</summary>
    public bool IsLong { get; private set; }

    /// <summary>When it is waited for no longer.</summary>
    public TimeSpan Deadline => began + goal.Limit(IsLong);

    /// <summary>Takes what was read, and says what that means.</summary>
    public WaitVerdict Take(Model model, TimeSpan now)
    {
        Last = model;
        HasMoved |= StatusKind.IsUnderWay(model.Status);
        IsLong |= StatusKind.IsLong(model.Status);
        return goal.Judge(model.Status, now - began, HasMoved);
    }
}
