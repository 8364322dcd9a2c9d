using System.Text;

namespace CustomLabels.Guards;

/// <summary>The script that the system runs. It notes what it saw, for Register- and Get-RKModelGuard.</summary>
/// <remarks>Windows PowerShell reads it too, and takes a file without a byte order mark for the system's code page.</remarks>
internal static class GuardScript
{
    private const string Text = """
        # Written by Register-RKModelGuard, which writes it anew; Unregister-RKModelGuard removes it.
        # It stops the models that leases have left behind, and notes what it saw beside itself.
        $module = @module
        $leases = @leases
        $pass = @pass
        $ProgressPreference = $WarningPreference = 'SilentlyContinue'
        $seen = [ordered]@{ PassedAt = ''; Leases = 0; Stopped = @(); Errors = @() }
        $failed = $warned = @()
        try {
            Import-Module -Name $module -ErrorAction Stop
            $seen.Leases = @(Get-RKModelLease -LeasePath $leases -ErrorAction Stop).Count
            $seen.Stopped = @(Stop-RKModel -Expired -LeasePath $leases -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable failed -WarningVariable warned | ForEach-Object { $_.Name })
            $seen.Errors = @($failed | ForEach-Object { "$($_.FullyQualifiedErrorId): $_" }) + @($warned | ForEach-Object { "Warning: $_" })
        }
        catch { $seen.Errors = @("$($_.FullyQualifiedErrorId): $_") }

        # A reader sees the old or the new note, whole.
        $seen.PassedAt = [DateTime]::UtcNow.ToString('o', [Globalization.CultureInfo]::InvariantCulture)
        $new = "$pass.$PID.new"
        [IO.File]::WriteAllText($new, (ConvertTo-Json -InputObject $seen))
        if ([IO.File]::Exists($pass)) { [IO.File]::Replace($new, $pass, [NullString]::Value) } else { [IO.File]::Move($new, $pass) }

        """;

    /// <summary>The file's content.</summary>
    /// <param name="place">The guard's files.</param>
    /// <param name="module">The full path of the module's manifest.</param>
    public static byte[] Of(GuardPlace place, string module)
    {
        GuardPlan.Require(module, place.LeaseFolder);
        // In this order nothing that was put in is looked through again.
        var script = new StringBuilder();
        var rest = Text.Replace("\r\n", "\n");
        foreach (var (name, value) in new[] { ("@module", module), ("@leases", place.LeaseFolder), ("@pass", place.Pass) })
        {
            var at = rest.IndexOf(name, System.StringComparison.Ordinal);
            script.Append(rest, 0, at).Append(Quoted(value));
            rest = rest.Substring(at + name.Length);
        }

        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);
        return [.. encoding.GetPreamble(), .. encoding.GetBytes(script.Append(rest).ToString())];
    }

    /// <summary>A text in single quotes. PowerShell takes the typographic ones for the same, and each ends a text unless it is doubled.</summary>
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("'");
        foreach (var c in text)
        {
            if (c is '\'' or '\u2018' or '\u2019' or '\u201A' or '\u201B') quoted.Append(c);
            quoted.Append(c);
        }

        return quoted.Append('\'').ToString();
    }
}
