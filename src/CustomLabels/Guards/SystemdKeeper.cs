using System;
using System.Collections.Generic;
using System.IO;

namespace CustomLabels.Guards;

/// <summary>The user's own systemd, by a timer and its service.</summary>
/// <param name="programs">Runs systemctl.</param>
internal sealed class SystemdKeeper(SystemProgram programs) : IGuardKeeper
{
    private const string Lingering = "/var/lib/systemd/linger";

    /// <inheritdoc/>
    public GuardKind Kind => GuardKind.Systemd;

    /// <summary>Whether systemd is what runs this machine: sd_booted(3).</summary>
    public static bool IsRunning => Directory.Exists("/run/systemd/system");

    /// <inheritdoc/>
    public string Preview(GuardPlan plan) => $"{ServiceOf(plan.Place)}:\n{SystemdUnits.Service(plan)}\n{TimerOf(plan.Place)}:\n{SystemdUnits.Timer(plan)}";

    /// <inheritdoc/>
    public void Install(GuardPlan plan)
    {
        var (service, timer) = (SystemdUnits.Service(plan), SystemdUnits.Timer(plan));
        var isNew = !File.Exists(TimerOf(plan.Place));
        try
        {
            Directory.CreateDirectory(Units());
            File.WriteAllText(ServiceOf(plan.Place), service);
            File.WriteAllText(TimerOf(plan.Place), timer);
            Ask("daemon-reload");
            Ask("enable", $"{plan.Place.Name}.timer");
            // One that runs goes on by its old time otherwise.
            Ask("restart", $"{plan.Place.Name}.timer");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CustomLabelsException)
        {
            if (isNew) Delete(plan.Place);
            throw e as CustomLabelsException ?? programs.Unavailable(e.Message);
        }
    }

    /// <inheritdoc/>
    public string Pass(GuardPlan plan) => Run("start", $"{plan.Place.Name}.service").Reason;

    /// <inheritdoc/>
    public ModelGuard? Find(GuardPlace place)
    {
        try
        {
            if (!File.Exists(TimerOf(place)) || !File.Exists(ServiceOf(place))) return null;
            return new ModelGuard(Kind)
            {
                Interval = SystemdUnits.IntervalOf(File.ReadAllText(TimerOf(place))) ?? TimeSpan.Zero, Command = SystemdUnits.CommandOf(File.ReadAllText(ServiceOf(place))), Path = TimerOf(place),
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw programs.Unavailable(e.Message);
        }
    }

    /// <inheritdoc/>
    public void Remove(GuardPlace place)
    {
        Ask("disable", "--now", $"{place.Name}.timer");
        Delete(place);
        Ask("daemon-reload");
    }

    /// <inheritdoc/>
    public IEnumerable<string> Warnings()
    {
        if (!File.Exists(Path.Combine(Lingering, Environment.UserName)))
            yield return "The timer ends when you log off, because your account does not linger: 'loginctl enable-linger' lets it go on.";
    }

    // systemd.unit(5), "User Unit Search Path".
    private static string Units()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var configuration = Environment.GetEnvironmentVariable("XDG_CONFIG_HOME") is { Length: > 0 } set && Path.IsPathRooted(set) ? set : Path.Combine(home, ".config");
        return Path.Combine(configuration, "systemd", "user");
    }

    private static string ServiceOf(GuardPlace place) => Path.Combine(Units(), $"{place.Name}.service");

    private static string TimerOf(GuardPlace place) => Path.Combine(Units(), $"{place.Name}.timer");

    private void Delete(GuardPlace place)
    {
        try
        {
            File.Delete(TimerOf(place));
            File.Delete(ServiceOf(place));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw programs.Unavailable(e.Message);
        }
    }

    private ProgramResult Run(params string[] arguments) => programs.Run("systemctl", ["--user", .. arguments]);

    private void Ask(params string[] arguments)
    {
        var result = Run(arguments);
        if (result.ExitCode != 0)
            throw programs.Unavailable($"systemctl --user {arguments[0]}: {Sentence.Of(result.Reason)} It needs a systemd of this user: a login session, or lingering (loginctl enable-linger).");
    }
}
