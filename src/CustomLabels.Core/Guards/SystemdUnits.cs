using System;
using System.Globalization;
using System.Linq;
using System.Text;

namespace CustomLabels.Guards;

/// <summary>The units of a guard of systemd: https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html, "Command lines".</summary>
internal static class SystemdUnits
{
    private const string Command = "ExecStart=";
    private const string Calendar = "OnCalendar=*:0/";

    /// <summary>The service: one pass.</summary>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.RequestInvalid"/>: a path can't be written.</exception>
    public static string Service(GuardPlan plan) => $"""
        # Written by Register-RKModelGuard, which writes it anew; Unregister-RKModelGuard removes it.
        [Unit]
        Description=Stops Custom Labels models that leases have left behind

        [Service]
        Type=oneshot
        TimeoutStartSec=10min
        {Command}{CommandOf(plan)}

        """.Replace("\r\n", "\n");

    /// <summary>The timer: when. A pass that was missed while the machine was off is made up for.</summary>
    public static string Timer(GuardPlan plan) => $"""
        # Written by Register-RKModelGuard, which writes it anew; Unregister-RKModelGuard removes it.
        [Unit]
        Description=Stops Custom Labels models that leases have left behind, every few minutes

        [Timer]
        {Calendar}{plan.Minutes.ToString(CultureInfo.InvariantCulture)}
        Persistent=true

        [Install]
        WantedBy=timers.target

        """.Replace("\r\n", "\n");

    /// <summary>How often a timer passes; null where the text is no timer of ours.</summary>
    public static TimeSpan? IntervalOf(string timer) =>
        ValueOf(timer, Calendar) is { } minutes && int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? TimeSpan.FromMinutes(count) : null;

    /// <summary>The command of a service, as it is written; empty where the text is no service.</summary>
    public static string CommandOf(string service) => ValueOf(service, Command) ?? "";

    private static string CommandOf(GuardPlan plan)
    {
        GuardPlan.Require(plan.Shell, plan.Place.Script);
        // Variables are put into arguments, and not into the path of the program: there a dollar is one dollar.
        return string.Join(" ", new[] { Quoted(plan.Shell) }.Concat(plan.Arguments.Select(argument => Quoted(argument).Replace("$", "$$"))));
    }

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            // Percent begins a specifier.
            if (c is '\\' or '"') quoted.Append('\\');
            else if (c == '%') quoted.Append('%');
            quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }

    private static string? ValueOf(string unit, string name) =>
        unit.Split('\n').FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?.Substring(name.Length).TrimEnd();
}
