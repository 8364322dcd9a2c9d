using System;
using System.Management.Automation;

namespace CustomLabels.Binding;

/// <summary>Binds a choice in the AWS CLI's spelling too: <c>raw-in-base64-out</c> is RawInBase64Out.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class CliSpellingAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is string text ? text.Replace("-", "") : inputData;
}
