<#
.SYNOPSIS
    A guard of cron, by a cron of this machine's: a model whose Use-RKModel is ended by SIGKILL is stopped with no further command.
.DESCRIPTION
    Ends with 0 when the guard's own pass, which cron makes within two minutes, has stopped the model. It starts a cron of its own and ends it, and puts root's crontab back as it was. It needs root and a
    machine where no cron runs.
#>
#Requires -Version 7.4
param()

Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'
$ProgressPreference = $WarningPreference = 'SilentlyContinue'
$repository = Split-Path (Split-Path $PSScriptRoot)
$module = Join-Path $repository 'out/CustomLabels/CustomLabels.psd1'
Import-Module $module
$folder = (New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) "customlabels-guard-$([guid]::NewGuid().ToString('N'))")).FullName
# A percent sign, a quote and a dollar: what cron, the shell and PowerShell each have a meaning for.
$env:CUSTOMLABELS_LEASE_PATH = Join-Path $folder 'o''b %5 $HOME'
$samples = @{ Manifest = Join-Path $repository 'samples/manifest.jsonl'; ImageRoot = Join-Path $repository 'samples/images' }
$kill = (Get-Command kill -CommandType Application)[0].Source
# The guard has no keys of this session: it takes those of the profile that the lease names.
$credentials = Join-Path $folder 'credentials'
$cron = $use = $null
$isStopped = $false
try {
    Set-Content $credentials "[guard]`naws_access_key_id = AKIDEXAMPLE`naws_secret_access_key = secret"
    $endpoint = Start-RKLocalEndpoint -StartDuration 0.5 -StopDuration 0.3 -Model ($samples + @{ Project = 'guard'; Version = 'v1'; Status = 'STOPPED' })
    $guard = Register-RKModelGuard -Kind Cron -Interval 60
    $cron = Start-Process /usr/sbin/cron -ArgumentList '-f' -PassThru

    $script = Join-Path $folder 'use.ps1'
    Set-Content $script @"
`$env:CUSTOMLABELS_LEASE_PATH = '$($env:CUSTOMLABELS_LEASE_PATH -replace "'", "''")'
Import-Module '$module'
Use-RKModel guard/v1 -EndpointUrl '$($endpoint.EndpointUrl)' -Region us-east-1 -ProfileName guard -ProfileLocation '$credentials' { Set-Content '$folder/in' ''; Start-Sleep 600 }
"@
    $use = Start-Process (Join-Path $PSHOME pwsh) -ArgumentList '-NoProfile', '-File', $script -PassThru -RedirectStandardError "$folder/error" -RedirectStandardOutput "$folder/output"
    $deadline = [DateTime]::UtcNow.AddMinutes(2)
    while (-not (Test-Path "$folder/in") -and -not $use.HasExited -and [DateTime]::UtcNow -lt $deadline) { Start-Sleep -Milliseconds 200 }
    if (-not (Test-Path "$folder/in")) { throw "The block did not begin: $(Get-Content -Raw "$folder/error")" }
    & $kill -KILL $use.Id
    $killed = [DateTime]::UtcNow
    $status = $endpoint.Models[0].Status
    $deadline = $killed.AddMinutes(3)
    while ($endpoint.Models[0].Status -notin 'STOPPING', 'STOPPED' -and [DateTime]::UtcNow -lt $deadline) { Start-Sleep -Milliseconds 500 }
    $seconds = [int]([DateTime]::UtcNow - $killed).TotalSeconds
    # The pass notes what it did when it has done it.
    while (-not (Get-RKModelGuard).Stopped.Count -and [DateTime]::UtcNow -lt $deadline) { Start-Sleep -Milliseconds 500 }
    $last = Get-RKModelGuard
    $isStopped = $endpoint.Models[0].Status -in 'STOPPING', 'STOPPED' -and $last.Stopped -contains 'guard/v1' -and -not @(Get-RKModelLease).Count
    [Console]::Out.WriteLine("The model was $status when its process was killed; cron's guard had stopped it $seconds seconds later: $isStopped. Its pass of $($last.LastPass.ToString('u')) stopped '$($last.Stopped -join ', ')' and said '$($last.Errors -join '; ')'; at registration it passed at $($guard.LastPass.ToString('u')).")
}
finally {
    Unregister-RKModelGuard
    foreach ($one in $cron, $use) { if ($one -and -not $one.HasExited) { $one.Kill($true) } }
    Stop-RKLocalEndpoint
    Remove-Item Env:CUSTOMLABELS_LEASE_PATH
    Remove-Item -LiteralPath $folder -Recurse -Force
}
exit [int](-not $isStopped)
