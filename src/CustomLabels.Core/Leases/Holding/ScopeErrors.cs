using System;

namespace CustomLabels.Leases.Holding;

/// <summary>Errors of a model that is started for a time.</summary>
internal static class ScopeErrors
{
    /// <summary>No block was given.</summary>
    public static CustomLabelsError BlockMissing() => new(
        ErrorId.RequestInvalid,
        "There is no block to run.",
        "Give one: Use-RKModel line4/v1 { ... }, or Get-RKModel line4/v1 | Use-RKModel { ... }.") { Scope = ErrorScope.Run };

    /// <summary>No model was given, or null.</summary>
    /// <param name="parameter">The parameter.</param>
    public static CustomLabelsError ModelMissing(string parameter) => new(
        ErrorId.NameEmpty,
        $"There is no model to start: -{parameter} was not given, or is empty.",
        "Name one: Use-RKModel line4/v1 { ... }. Check the variable or property that it came from.") { Scope = ErrorScope.Run };

    /// <summary>The wait for RUNNING was too long.</summary>
    /// <param name="model">The model.</param>
    /// <param name="timeout">The longest wait.</param>
    public static CustomLabelsError StartTimeout(Model model, TimeSpan timeout) => new(
        ErrorId.ModelNotRunning,
        $"'{model.Name}' does not run after {timeout:c}; it is {VisibleText.Of(model.Status ?? "of no known status")}. The block was not run.",
        "Give a longer -StartTimeout; most models need some minutes, some half an hour.") { Scope = ErrorScope.Model };

    /// <summary>The model is off, and a start that nothing has confirmed may still come true.</summary>
    /// <param name="model">The model.</param>
    public static CustomLabelsError MayComeUp(Model model) => new(
        ErrorId.AnswerLost,
        $"'{model.Name}' is {VisibleText.Of(model.Status ?? "of no known status")}, and whether its start was accepted is not known: it may come up later.",
        $"A later command of this module stops it then. To stop it yourself: Stop-RKModel {model.ProjectVersionArn}") { Scope = ErrorScope.Model };
}
