# Register-, Get- and Unregister-RKModelGuard: what is installed, what its first pass saw, and what is left when it is removed. The crontab is a program of the test's own, the
# pass is the real one; systemd-analyze, where it is, judges the units.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeDiscovery {
    $isUnix = $IsLinux -or $IsMacOS
    $hasAnalyze = $IsLinux -and (Get-Command systemd-analyze -CommandType Application -ErrorAction Ignore)
    if (-not $hasAnalyze) { Write-Warning 'The units of guards are not verified here: there is no systemd-analyze.' }
}

BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/Child.ps1
    $endpoint = Start-RKLocalEndpoint -StartDuration 0 -StopDuration 0 -Model @{
        Manifest = Join-Path $samples 'manifest.jsonl'; ImageRoot = Join-Path $samples 'images'; Project = 'lines'; Version = 'v1'; Status = 'STOPPED'
    }
    $reach = @{ EndpointUrl = $endpoint.EndpointUrl; AccessKey = 'AKIDEXAMPLE'; SecretKey = 'secret'; Region = 'us-east-1' }
    function Get-Failure([scriptblock] $Try) { try { $null = & $Try } catch { return $_ }; throw 'It did not fail.' }
    $folder = Convert-Path $TestDrive
    $saved = @{ Path = $env:PATH; Leases = $env:CUSTOMLABELS_LEASE_PATH; Configuration = $env:XDG_CONFIG_HOME; Reaper = $env:CUSTOMLABELS_REAPER; Home = $env:HOME }
    # All that means something to a shell, cron, systemd, XML or PowerShell, but a backslash and line breaks; on Windows also what a name may not have, and what the Task Scheduler replaces.
    $leases = Join-Path $folder (('o''b {0} $(id) `id` $HOME %h "q" <&> ;|# [1] ~' -f [char]0x2019) -replace $(if ($IsLinux -or $IsMacOS) { '\0' } else { '["<>|%$]' }))
    $env:CUSTOMLABELS_LEASE_PATH = $leases
    $env:XDG_CONFIG_HOME = Join-Path $folder 'config'
    $env:CUSTOMLABELS_REAPER = 'Off'
    $table = Join-Path $folder 'table'
    # What the system starts has the keys of the home folder, and nothing of this session.
    $env:HOME = $folder
    $null = New-Item -ItemType Directory (Join-Path $folder '.aws')
    Set-Content (Join-Path $folder '.aws/credentials') "[default]`naws_access_key_id = AKIDEXAMPLE`naws_secret_access_key = secret"

    if ($IsLinux -or $IsMacOS) {
        $programs = (New-Item -ItemType Directory (Join-Path $folder 'bin')).FullName
        Set-Content (Join-Path $programs 'crontab') @"
#!/bin/sh
case "`$1" in
-l) [ -f '$table' ] && exec cat '$table'; echo 'no crontab for somebody' >&2; exit 1 ;;
-r) exec rm '$table' ;;
-) exec cat > '$table' ;;
esac
"@
        # It keeps what it was asked, and starts what the service says; a quoted word of systemd's is one of the shell's here, but for its specifiers and dollars.
        Set-Content (Join-Path $programs 'systemctl') @"
#!/bin/sh
echo "`$@" >> '$folder/asked'
[ "`$2" = start ] || exit 0
command=`$(sed -n 's/^ExecStart=//p' "`$XDG_CONFIG_HOME/systemd/user/`$3" | sed 's/%%/%/g; s/[`$][`$]/\\`$/g; s/``/\\``/g')
eval "exec `$command"
"@
        chmod +x $programs/crontab $programs/systemctl
        $env:PATH = "$programs$([IO.Path]::PathSeparator)$env:PATH"
    }
    # A model that a process which is gone for good has left on.
    function New-DueLease {
        [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'It starts a model of the test.')]
        param()
        $null = Start-RKModel lines/v1 -StopAfter 3600 @reach -WarningAction SilentlyContinue
        $file = Get-ChildItem -LiteralPath $leases -Filter *.json
        $lease = [IO.File]::ReadAllText($file.FullName) | ConvertFrom-Json
        $lease.StopAt = [datetime]::UtcNow.AddMinutes(-1).ToString('o')
        [IO.File]::WriteAllText($file.FullName, (ConvertTo-Json $lease))
    }
    # What -WhatIf prints, which only a host gets.
    function Invoke-Rehearsal([string] $Command) {
        (Invoke-Child "`$env:CUSTOMLABELS_LEASE_PATH = '$($leases -replace "['\u2019]", '$0$0')'; Import-Module '$(Join-Path $repository 'out/CustomLabels/CustomLabels.psd1')'; $Command -WhatIf") -join "`n"
    }
    $hasAnalyze = [bool]($IsLinux -and (Get-Command systemd-analyze -CommandType Application -ErrorAction Ignore))
    # systemd's own word on units; it wants a folder for what runs, and starts nothing.
    function Invoke-Verify {
        $runtime = $env:XDG_RUNTIME_DIR
        $env:XDG_RUNTIME_DIR = (New-Item -ItemType Directory -Force $folder/run).FullName
        try { systemd-analyze --user verify @args 2>&1 | ForEach-Object { "$_" } }
        finally { $env:XDG_RUNTIME_DIR = $runtime }
    }
    function Get-Base64 { [Convert]::ToBase64String([IO.File]::ReadAllBytes($table)) }
}

AfterAll {
    Stop-RKLocalEndpoint
    $env:PATH = $saved.Path
    $env:CUSTOMLABELS_LEASE_PATH = $saved.Leases
    $env:XDG_CONFIG_HOME = $saved.Configuration
    $env:CUSTOMLABELS_REAPER = $saved.Reaper
    $env:HOME = $saved.Home
}

Describe 'A guard of cron' -Skip:(-not $isUnix) {
    # Skipped on Windows, which has no cron.
    AfterEach {
        Unregister-RKModelGuard
        Remove-Item $table -ErrorAction Ignore
    }

    It 'is installed, passes once, and stops what a lease has left behind' {
        New-DueLease
        $guard = Register-RKModelGuard -Kind Cron -Interval 0:10:00 -WarningVariable warnings -WarningAction SilentlyContinue

        $guard | Should -BeOfType CustomLabels.ModelGuard
        $guard.Kind, $guard.Interval, $guard.User, $guard.LeasePath | Should -Be 'Cron', '00:10:00', ([Environment]::UserName), $leases
        $guard.Leases, $guard.Stopped.Count, $guard.Errors.Count | Should -Be 1, 1, 0 -Because ($guard.Errors -join "`n")
        $guard.Stopped[0] | Should -BeExactly 'lines/v1'
        $guard.LastPass.Kind | Should -Be 'Utc'
        $endpoint.Models[0].Status | Should -BeIn 'STOPPING', 'STOPPED'
        @(Get-RKModelLease).Count | Should -Be 0
        @(Get-Content $table).Count | Should -Be 1
        (Get-RKModelGuard).LastPass | Should -Be $guard.LastPass
        # Who has one needs no warning that nothing comes.
        $null = Start-RKModel lines/v1 -StopAfter 3600 @reach -WarningVariable said -WarningAction SilentlyContinue
        @($said -match 'no guard').Count | Should -Be 0
        Unregister-RKModelGuard
        $null = Start-RKModel lines/v1 -StopAfter 3600 @reach -WarningVariable said -WarningAction SilentlyContinue
        @($said -match 'Register-RKModelGuard').Count | Should -Be 1
        $null = Stop-RKModel lines/v1 @reach
        # Names of variables, and no values.
        ($warnings -match 'AWS_CONFIG_FILE') -join '' | Should -Not -Match ([regex]::Escape($env:AWS_CONFIG_FILE))
    }

    It 'is one, however often it is registered, and leaves every other byte of the crontab' {
        [IO.File]::WriteAllBytes($table, [byte[]](35, 255, 195, 10) + [Text.Encoding]::ASCII.GetBytes("0 1 * * * echo 100%`r`n"))
        $before = Get-Base64
        $null = Register-RKModelGuard -Kind Cron -WarningAction SilentlyContinue
        $once = Get-Base64
        (Register-RKModelGuard -Kind Cron -Interval 300 -WarningAction SilentlyContinue).Interval | Should -Be '00:05:00'
        Get-Base64 | Should -BeExactly $once
        @(Get-RKModelGuard).Count | Should -Be 1
        Get-RKModelGuard | Unregister-RKModelGuard
        Get-Base64 | Should -BeExactly $before
        Get-RKModelGuard | Should -BeNullOrEmpty
        Join-Path $leases guard | Should -Not -Exist
    }

    It 'is shown by -WhatIf exactly as it would be installed, and is not' {
        $said = Invoke-Rehearsal 'Register-RKModelGuard -Kind Cron'
        $table | Should -Not -Exist
        Join-Path $leases guard | Should -Not -Exist
        $null = Register-RKModelGuard -Kind Cron -WarningAction SilentlyContinue
        $said.Contains([IO.File]::ReadAllText($table)) | Should -BeTrue
        $said.Contains([IO.File]::ReadAllText((Join-Path $leases 'guard/guard.ps1')).Trim()) | Should -BeTrue
        Unregister-RKModelGuard -WhatIf
        @(Get-RKModelGuard -Kind Cron).Count | Should -Be 1
    }

    It 'tells what went wrong in its pass' {
        $null = New-Item -ItemType Directory -Force $leases
        chmod 700 $leases
        $torn = Join-Path $leases "$('a' * 32).json"
        [IO.File]::WriteAllText($torn, '{')
        try { $guard = Register-RKModelGuard -Kind Cron -WarningVariable warnings -WarningAction SilentlyContinue }
        finally { Remove-Item -LiteralPath $torn }
        $guard.Errors[0] | Should -Match 'is passed over'
        @($warnings -match "The guard's first pass: .* is passed over").Count | Should -Be 1
    }

    It 'is not installed over a crontab that can not be read' {
        Rename-Item $programs/crontab crontab.away
        Set-Content $programs/crontab "#!/bin/sh`necho 'You are not allowed to use this program' >&2; exit 1"
        chmod +x $programs/crontab
        try { $failure = Get-Failure { Register-RKModelGuard -Kind Cron } }
        finally { Move-Item -Force $programs/crontab.away $programs/crontab }
        $failure.FullyQualifiedErrorId | Should -BeExactly 'GuardUnavailable,CustomLabels.Commands.RegisterRKModelGuardCommand'
        $failure.CategoryInfo.Category | Should -Be 'ResourceUnavailable'
        "$failure" | Should -Match 'You are not allowed'
        Join-Path $leases guard | Should -Not -Exist
    }

    It 'refuses an interval that not every scheduler keeps, and a path that cron can not hold' {
        (Get-Failure { Register-RKModelGuard -Kind Cron -Interval 7 }).FullyQualifiedErrorId | Should -BeLike 'RequestInvalid,*'
        (Get-Failure { Register-RKModelGuard -Kind Cron -LeasePath "$folder/a`nb" }).FullyQualifiedErrorId | Should -BeLike 'RequestInvalid,*'
        Join-Path $folder "a`nb" | Should -Not -Exist
    }
}

Describe 'A guard of systemd' -Skip:(-not $IsLinux) {
    # Skipped where there is no systemd: on Windows and macOS.
    AfterEach { Unregister-RKModelGuard; Remove-Item $folder/asked -ErrorAction Ignore }

    It 'is installed, passes once, and is removed' {
        $guard = Register-RKModelGuard -Kind Systemd -WarningAction SilentlyContinue
        $guard.Kind, $guard.Interval, $guard.Errors.Count | Should -Be 'Systemd', '00:05:00', 0 -Because ($guard.Errors -join "`n")
        $guard.LastPass | Should -Not -BeNullOrEmpty
        $name = [IO.Path]::GetFileNameWithoutExtension($guard.Path)
        Get-Content $folder/asked | Should -Be '--user daemon-reload', "--user enable $name.timer", "--user restart $name.timer", "--user start $name.service"
        if ($hasAnalyze) {
            $said = Invoke-Verify $guard.Path ($guard.Path -replace 'timer$', 'service')
            $LASTEXITCODE | Should -Be 0 -Because ($said -join "`n")
            # Of other units of this machine it may say more.
            $said -match 'customlabels' | Should -BeNullOrEmpty
        }
        Unregister-RKModelGuard
        @(Get-ChildItem $env:XDG_CONFIG_HOME -Recurse -File).Count | Should -Be 0
    }
}

Describe 'The script of a guard' -Skip:(-not $isUnix) {
    # Skipped on Windows, which has no cron and no systemd.
    It 'is one that PSScriptAnalyzer finds nothing in' -Skip:(-not (Get-Module PSScriptAnalyzer -ListAvailable)) {
        # Skipped where PSScriptAnalyzer is not installed.
        $said = Invoke-Rehearsal 'Register-RKModelGuard -Kind Cron'
        $script = Join-Path $folder 'guard.ps1'
        [IO.File]::WriteAllText($script, $said.Substring($said.IndexOf('# Written'), $said.LastIndexOf('crontab of') - $said.IndexOf('# Written')), [Text.UTF8Encoding]::new($true))
        Import-Module PSScriptAnalyzer
        Invoke-ScriptAnalyzer -Path $script -Settings (Join-Path $repository 'PSScriptAnalyzerSettings.psd1') | Should -BeNullOrEmpty
    }
}

Describe 'A guard of the Task Scheduler' -Skip:$isUnix {
    # Skipped on Unix, which has no Task Scheduler.
    It 'is shown by -WhatIf as the task that would be installed' {
        $said = Invoke-Rehearsal 'Register-RKModelGuard'
        $said | Should -Match '<LogonType>S4U</LogonType>'
        $said | Should -Match ([regex]::Escape([Security.Principal.WindowsIdentity]::GetCurrent().User.Value))
    }
}
