using System.Collections.Generic;
using CustomLabels.Arns;

namespace CustomLabels.Usage;

/// <summary>The use of a model.</summary>
/// <param name="Arn">The model.</param>
/// <param name="Source">Where it is known from; nothing is known without one.</param>
/// <param name="Parts">The use.</param>
internal sealed record MeasuredModel(ProjectVersionArn Arn, UsageSource Source, IReadOnlyList<UsagePart> Parts);
