using System;
using System.Globalization;
using CustomLabels.Models.Lifecycle;

namespace CustomLabels.Scopes;

/// <summary>What a model costs while a block uses it, and how that is said.</summary>
/// <param name="Units">The inference units that it is started with.</param>
/// <param name="PricePerUnitHour">The price of one for an hour.</param>
internal sealed record ScopeCost(int Units, decimal PricePerUnitHour)
{
    private decimal Hourly => Units * PricePerUnitHour;

    private string Rate => string.Format(CultureInfo.InvariantCulture, "{0} inference unit{1} at {2:0.00} an hour", Units, Units == 1 ? "" : "s", PricePerUnitHour);

    /// <summary>What is done, and costs: for -WhatIf and -Confirm.</summary>
    public string Action(Model model) => StatusKind.IsOn(model.Status)
        ? "Run the block; the model is on already."
        : string.Format(CultureInfo.InvariantCulture, "Start the model, run the block, stop the model. From start to stop it costs about {0:0.00} an hour ({1}).", Hourly, Rate);

    /// <summary>The model is being started.</summary>
    public string Starts(Model model) => string.Format(CultureInfo.InvariantCulture, "'{0}' is started: about {1:0.00} an hour ({2}).", model.Name, Hourly, Rate);

    /// <summary>The model is stopped.</summary>
    public string Stops(Model model, TimeSpan time) =>
        string.Format(CultureInfo.InvariantCulture, "'{0}' is stopped after {1:hh\\:mm\\:ss}: about {2:0.00} ({3}).", model.Name, time, (decimal)time.TotalHours * Hourly, Rate);
}
