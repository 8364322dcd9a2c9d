using System;
using System.Management.Automation;

namespace CustomLabels.Parameters;

/// <summary>Takes names as the AWS CLI spells them too: <c>yaml-stream</c> for YamlStream.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class CliSpellingAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is string text ? text.Replace("-", "") : inputData;
}
