using System;
using System.Globalization;

namespace CustomLabels.Scopes;

/// <summary>What a command says of a model that it starts for a time.</summary>
internal static class ScopeTexts
{
    /// <summary>How to stop the model by hand.</summary>
    public static string Command(Model model) => $"Stop-RKModel -ProjectVersionArn '{model.ProjectVersionArn}'";

    /// <summary>The stop was not accepted: the model may run on.</summary>
    /// <param name="model">The model.</param>
    /// <param name="why">The reason; null when the time was over.</param>
    public static string NotStopped(Model model, Exception? why) =>
        $"'{model.Name}' may still be running, and costs money: {Sentence.Of(why is null or OperationCanceledException ? "the service has not accepted its stop in time" : why.Message)} Stop it: {Command(model)}";

    /// <summary>The model runs.</summary>
    public static string Runs(Model model, TimeSpan time) => string.Format(CultureInfo.InvariantCulture, "'{0}' runs, {1:hh\\:mm\\:ss} after its start.", model.Name, time);

    /// <summary>The block was longer than the model may run.</summary>
    public static string Expired(Model model, TimeSpan time) => $"'{model.Name}' was stopped while the block ran: after {time:c} (-StopAfter) at the latest.";

    /// <summary>Somebody else runs the model.</summary>
    public static string NotOurs(Model model) =>
        $"ModelNotOurs: '{model.Name}' is {VisibleText.Of(model.Status)} already, and was not started here: it is not stopped when the block ends. To stop it: {Command(model)}";
}
