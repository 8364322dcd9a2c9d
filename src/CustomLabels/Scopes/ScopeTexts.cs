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

    /// <summary>What is done, and costs: for -WhatIf and -Confirm.</summary>
    public static string Action(bool runs, int units, double price) => runs
        ? "Run the block; the model runs already, and is not stopped."
        : string.Format(CultureInfo.InvariantCulture, "Start the model, run the block, stop the model. From start to stop it costs about {0:0.00} an hour ({1}).", units * price, Units(units, price));

    /// <summary>The model is being started.</summary>
    public static string Starts(Model model, int units, double price) =>
        string.Format(CultureInfo.InvariantCulture, "'{0}' is started: about {1:0.00} an hour ({2}).", model.Name, units * price, Units(units, price));

    /// <summary>The model runs.</summary>
    public static string Runs(Model model, TimeSpan time) => string.Format(CultureInfo.InvariantCulture, "'{0}' runs, {1:hh\\:mm\\:ss} after its start.", model.Name, time);

    /// <summary>The model is stopped.</summary>
    public static string Stops(Model model, TimeSpan time, int units, double price) =>
        string.Format(CultureInfo.InvariantCulture, "'{0}' is stopped after {1:hh\\:mm\\:ss}: about {2:0.00} ({3}).", model.Name, time, time.TotalHours * units * price, Units(units, price));

    /// <summary>Somebody else runs the model.</summary>
    public static string NotOurs(Model model) =>
        $"ModelNotOurs: '{model.Name}' is {VisibleText.Of(model.Status)} already, and was not started here: it is not stopped when the block ends. To stop it: {Command(model)}";

    private static string Units(int units, double price) => string.Format(CultureInfo.InvariantCulture, "{0} inference unit{1} at {2:0.00} an hour", units, units == 1 ? "" : "s", price);
}
