using System;
using System.Management.Automation;

namespace CustomLabels.Binding;

/// <summary>Keeps an empty property of a piped object from binding, and with that from choosing the parameter set.</summary>
/// <remarks>
/// A result for an S3 object has a LiteralPath too, which is null, and a row of a CSV file has a cell for every column. PowerShell's binder
/// passes over a property whose conversion is an invalid cast; given by hand, the same is an error.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AbsentWhenEmptyAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is null or ""
            ? throw new ArgumentTransformationMetadataException("It is empty.", new PSInvalidCastException("It is empty."))
            : inputData!;
}
