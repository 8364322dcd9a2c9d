# The scenarios of Isolation.Tests.ps1 by name: scripts for sessions of their own, which have Isolation.ps1; a list is a program with its arguments.
function Get-IsolationScene {
    $scenes = [ordered]@{}
    foreach ($sdk in 'V3', 'V4', 'V41') {
        $end = '; Use-Cmdlet; [CustomLabels.Testing.FakeAwsTools.Session]::Use(); Get-ForeignAssembly'
        $scenes["$sdk before the import"] = "Use-OtherSdk $sdk; Import-Module `$module; `$scripted = Open-Scripted; Use-Cmdlet; Use-Credential `$scripted$end"
        $scenes["$sdk after the first call"] = "Import-Module `$module; `$scripted = Open-Scripted; Use-Cmdlet; Use-OtherSdk $sdk; Use-Credential `$scripted$end"
    }

    $scenes['other libraries'] = 'Use-OtherLibrary; Import-Module $module; Use-Cmdlet'

    $again = @{
        'imported by force, twice'     = 'Import-Module $module -Force; Import-Module $module -Force'
        'removed and imported'         = 'Remove-Module CustomLabels; Import-Module $module'
        'removed in another runspace'  = '$null = [powershell]::Create().AddScript("Import-Module ''$module''; Test-RKImage ''$panel''; Remove-Module CustomLabels").Invoke()'
    }
    foreach ($how in $again.Keys) { $scenes[$how] = "Import-Module `$module; Use-Cmdlet; $($again[$how]); (Get-Command -Module CustomLabels).Count; Use-Cmdlet" }

    $atOnce = @{
        'Start-Job'                = '1..3 | ForEach-Object { Start-Job { . $using:isolation; Import-Module $module; Use-Cmdlet } } | Receive-Job -Wait'
        'a pool of runspaces'      = @'
            $pool = [runspacefactory]::CreateRunspacePool(3, 3); $pool.Open()
            $shells = 1..3 | ForEach-Object {
                $shell = [powershell]::Create().AddScript(". '$isolation'; Import-Module '$module'; Use-Cmdlet")
                $shell.RunspacePool = $pool
                @{ Shell = $shell; Run = $shell.BeginInvoke() }
            }
            $shells | ForEach-Object { $_.Shell.EndInvoke($_.Run); $_.Shell.Streams.Error }
'@
        'ForEach-Object -Parallel' = '1..3 | ForEach-Object -Parallel { . $using:isolation; Import-Module $module; Use-Cmdlet } -ThrottleLimit 3'
        'Start-ThreadJob'          = '1..3 | ForEach-Object { Start-ThreadJob { . $using:isolation; Import-Module $module; Use-Cmdlet } } | Receive-Job -Wait'
    }
    # Windows PowerShell has neither.
    if ($PSEdition -ne 'Core') { 'ForEach-Object -Parallel', 'Start-ThreadJob' | ForEach-Object { $atOnce.Remove($_) } }
    foreach ($how in $atOnce.Keys) { $scenes[$how] = "`$isolation = '$PSScriptRoot/Isolation.ps1'; $($atOnce[$how])" }

    if ($PSEdition -eq 'Core' -and (Get-Command mono -ErrorAction Ignore)) {
        $program = 'mono', (Join-Path $repository 'tests/DesktopSession/bin/Release/net472/DesktopSession.exe'), (Join-Path $repository 'out/CustomLabels/desktop'), $samples
        $other = Join-Path $repository 'tests/FakeAwsTools/V3/bin/Release/net472'
        $scenes['Mono, alone'] = $program
        $scenes['Mono, another before'] = $program + 'before', $other
        $scenes['Mono, another after'] = $program + 'after', $other
    }

    $scenes['types'] = @'
        Import-Module $module
        $assemblies = (Get-Command Invoke-RKCustomLabelDetection).ImplementingType.Assembly, [CustomLabels.DetectionResult].Assembly, [CustomLabels.LocalEndpoint].Assembly
        $types = $assemblies.GetExportedTypes() | Where-Object { -not $_.IsNested }
        $types.Count
        $types | Where-Object { ($_.FullName -as [type]) -ne $_ } | ForEach-Object FullName
'@
    $scenes['types of the SDK'] = @'
        Import-Module $module
        $scripted = Open-Scripted
        Use-Credential $scripted
        $given = @(Invoke-RKCustomLabelDetection $panel -ProjectVersionArn arn:aws:rekognition:us-east-1:123456789012:project/a/version/b/1 -EndpointUrl $scripted.Service.Url -NoSignRequest)
        $given += try { Invoke-RKCustomLabelDetection $panel -ProjectVersionArn arn:aws:rekognition:us-east-1:123456789012:project/a/version/b/1 -ProfileName nobody } catch { $_.Exception }
        while ($given[-1].InnerException) { $given += $given[-1].InnerException }
        $given | ForEach-Object { $_.GetType().FullName }
        'Amazon.Runtime.AWSCredentials', 'Amazon.RegionEndpoint', 'Amazon.SecurityToken.AmazonSecurityTokenServiceClient', 'YamlDotNet.RepresentationModel.YamlNode', 'CustomLabels.Aws.AwsTransports' |
            Where-Object { $_ -as [type] } | ForEach-Object { "resolved: $_" }
        (Get-Command Invoke-RKCustomLabelDetection).ImplementingType.Assembly, [CustomLabels.DetectionResult].Assembly, [CustomLabels.LocalEndpoint].Assembly |
            ForEach-Object { $_.GetReferencedAssemblies() } | Where-Object { $_.Name -match '^(AWSSDK|YamlDotNet|CustomLabels\.Aws)' } | ForEach-Object { "referenced: $_" }
'@

    $before = @{
        'the import'                        = ''
        'help and completion of parameters' = '$null = Get-Help Invoke-RKCustomLabelDetection -Full; if (-not (TabExpansion2 "Invoke-RKCustomLabelDetection -Proj").CompletionMatches) { throw }'
        'what sends nothing'                = '$null = Start-RKLocalEndpoint "$repository/samples/manifest.jsonl" "$repository/samples/images"; if (-not (Test-RKImage $panel -Quiet)) { throw }; Stop-RKLocalEndpoint; $null = Invoke-RKCustomLabelDetection -GenerateCliSkeleton Input'
    }
    foreach ($what in $before.Keys) { $scenes[$what] = "Import-Module `$module; $($before[$what]); 'foreign: ' + @(Get-ForeignAssembly).Count" }
    $scenes['the first call'] = 'Import-Module $module; Use-Cmdlet; "foreign: " + (@(Get-ForeignAssembly).Count -gt 1)'
    $scenes
}

# Starts them, a few at a time: as many as there are processors, and one for those that wait.
function Start-IsolationScene {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'It starts what the test itself awaits.')]
    param()
    $scenes = Get-IsolationScene
    $started = @{}
    foreach ($name in $scenes.Keys) {
        while (@($started.Values | Where-Object { -not $_.Process.HasExited }).Count -gt [Environment]::ProcessorCount) { Start-Sleep -Milliseconds 20 }
        $scene = $scenes[$name]
        $started[$name] = if ($scene -is [array]) { Start-Program $scene[0] $scene[1..($scene.Count - 1)] } else { Start-Child ". '$PSScriptRoot/Isolation.ps1'; $scene" }
    }
    $started
}
