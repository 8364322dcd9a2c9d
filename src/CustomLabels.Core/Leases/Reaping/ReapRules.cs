using System;

namespace CustomLabels.Leases.Reaping;

/// <summary>What a pass may do.</summary>
/// <param name="ReportsOnly">Whether nothing is asked or changed, as under -WhatIf.</param>
/// <param name="StopsOverdue">Whether models are stopped that have been due for more than a day: only where that was asked for.</param>
/// <param name="Includes">Whether a lease that is due is looked at; null for all.</param>
internal sealed record ReapRules(bool ReportsOnly = false, bool StopsOverdue = false, Func<ModelLease, bool>? Includes = null);
