using System;
using System.Collections;
using System.Management.Automation;

namespace CustomLabels.Binding;

/// <summary>Refuses what is not a result, and says what it is instead.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class DetectionResultAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object? arguments, EngineIntrinsics engineIntrinsics)
    {
        foreach (var item in arguments as IEnumerable ?? new object?[] { arguments })
        {
            if ((item is PSObject wrapped ? wrapped.BaseObject : item) is not DetectionResult) throw new ValidationMetadataException(Reason(item));
        }
    }

    private static string Reason(object? item)
    {
        if (item is null) return "A null came where a result is needed. Check the variable or property that it came from.";
        var type = PSObject.AsPSObject(item).TypeNames[0];
        return type switch
        {
            "CustomLabels.CustomLabel" => "A label alone is not what the AWS CLI prints: it prints all labels of an image at once. Leave out -ExpandLabels, and pipe the results in.",
            _ when type.StartsWith("Deserialized.", StringComparison.Ordinal) =>
                "A copy from a job, another session or a file is not a result any more. Convert it where it was made: Invoke-RKCustomLabelDetection ... | ConvertTo-RKCliOutput.",
            _ => $"A {VisibleText.Of(type)} is not a result. Allowed: what Invoke-RKCustomLabelDetection gives.",
        };
    }
}
