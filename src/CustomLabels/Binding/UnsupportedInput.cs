using System;
using System.Management.Automation;

namespace CustomLabels.Binding;

/// <summary>Says of an object in the pipeline that it can't be used, and what to give instead.</summary>
internal static class UnsupportedInput
{
    private const string Deserialized = "Deserialized.";

    /// <summary>An object that is no annotation and no result.</summary>
    /// <param name="item">The object.</param>
    public static CustomLabelsError OfAnnotations(object? item)
    {
        const string Allowed = "what Import-RKAnnotation or Invoke-RKCustomLabelDetection gives";
        var type = item is null ? null : PSObject.AsPSObject(item).TypeNames[0];
        var isCopy = type?.StartsWith(Deserialized, StringComparison.Ordinal) == true || type?.StartsWith("Selected.", StringComparison.Ordinal) == true;
        return new CustomLabelsError(
            ErrorId.InputUnsupported,
            item is null ? "A null came where an annotation or a result is needed."
            : isCopy ? $"A {VisibleText.Of(type)} is a copy, and no annotation or result any more."
            : $"A {VisibleText.Of(type)} is no annotation and no result.",
            isCopy ? "Export it where it was made, or keep it as a file: Export-RKAnnotation -Format JsonLines for annotations, -JournalPath for results; Import-RKAnnotation and Import-RKJournal give the whole objects again." : $"Give {Allowed}.") { Scope = ErrorScope.Run };
    }
}
