# The module beside others, and beside itself: each scenario in a process of its own, since assemblies stay loaded until their process ends.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeDiscovery {
    $sdks = @(
        @{ Sdk = 'V3'; Version = '3.7.501.1' }
        @{ Sdk = 'V4'; Version = '4.0.3.3' }
        @{ Sdk = 'V41'; Version = '4.1.0.0' }
    )
    $isCore = $PSEdition -eq 'Core'
    $concurrencies = @(
        @{ How = 'Start-Job'; Script = '1..3 | ForEach-Object { Start-Job { . $using:isolation; Import-Module $module; Use-Cmdlet } } | Receive-Job -Wait' }
        @{ How = 'a pool of runspaces'; Script = @'
            $pool = [runspacefactory]::CreateRunspacePool(3, 3); $pool.Open()
            $shells = 1..3 | ForEach-Object {
                $shell = [powershell]::Create().AddScript(". '$isolation'; Import-Module '$module'; Use-Cmdlet")
                $shell.RunspacePool = $pool
                @{ Shell = $shell; Run = $shell.BeginInvoke() }
            }
            $shells | ForEach-Object { $_.Shell.EndInvoke($_.Run); $_.Shell.Streams.Error }
'@
        }
    )
    # Windows PowerShell has neither.
    if ($isCore) {
        $concurrencies += @(
            @{ How = 'ForEach-Object -Parallel'; Script = '1..3 | ForEach-Object -Parallel { . $using:isolation; Import-Module $module; Use-Cmdlet } -ThrottleLimit 3' }
            @{ How = 'Start-ThreadJob'; Script = '1..3 | ForEach-Object { Start-ThreadJob { . $using:isolation; Import-Module $module; Use-Cmdlet } } | Receive-Job -Wait' }
        )
    }
    $hasMono = $isCore -and [bool](Get-Command mono -ErrorAction Ignore)
}

BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/Child.ps1

    $commandCount = (Get-Command -Module CustomLabels).Count
    function Invoke-Session([string] $Script) { Invoke-Child ". '$PSScriptRoot/Isolation.ps1'; $Script" }
}

Describe 'Beside AWSSDK.Core <Version>, with its SecurityToken and SSO' -ForEach $sdks {
    It 'the module''s own SDK signs, gets roles and looks for a sign-in; the other one loaded <When>' -ForEach @(
        @{ When = 'before the import'; Script = 'Use-OtherSdk {0}; Import-Module $module; $scripted = Open-Scripted; Use-Cmdlet; Use-Credential $scripted' }
        @{ When = 'after the first call'; Script = 'Import-Module $module; $scripted = Open-Scripted; Use-Cmdlet; Use-OtherSdk {0}; Use-Credential $scripted' }
    ) {
        $output = Invoke-Session (($Script -f $Sdk) + '; Use-Cmdlet; [CustomLabels.Testing.FakeAwsTools.Session]::Use(); Get-ForeignAssembly')

        $facts = @($output | Where-Object { $_ -notmatch ': ' })
        $facts | Sort-Object | Should -Be ('AKIDROLE', 'No valid SSO Token', 'Succeeded', 'Succeeded', $Version, $Version | Sort-Object)
        if ($PSEdition -eq 'Core') {
            'AWSSDK.Core', 'AWSSDK.SecurityToken', 'AWSSDK.SSO', 'AWSSDK.SSOOIDC', 'CustomLabels.Aws', 'YamlDotNet' | ForEach-Object { $output | Should -Contain "CustomLabels.Aws: $_" }
            $output | Should -Contain 'Default: AWSSDK.Core'
        }
    }
}

Describe 'Beside other modules'' libraries' {
    It 'reads YAML with its own YamlDotNet, and JSON, whatever versions are there' {
        $output = Invoke-Session 'Use-OtherLibrary; Import-Module $module; Use-Cmdlet'

        $output | Should -Be '9.0.0.0', '15.0.0.0', 'Succeeded'
    }
}

Describe 'Beside itself' {
    It 'every command works: <How>' -ForEach @(
        @{ How = 'imported by force, twice'; Again = 'Import-Module $module -Force; Import-Module $module -Force' }
        @{ How = 'removed and imported'; Again = 'Remove-Module CustomLabels; Import-Module $module' }
        @{ How = 'removed in another runspace'; Again = '$null = [powershell]::Create().AddScript("Import-Module ''$module''; Test-RKImage ''$panel''; Remove-Module CustomLabels").Invoke()' }
    ) {
        $output = Invoke-Session "Import-Module `$module; Use-Cmdlet; $Again; (Get-Command -Module CustomLabels).Count; Use-Cmdlet"

        $output | Should -Be 'Succeeded', "$commandCount", 'Succeeded'
    }

    It 'every command works in three at once: <How>' -ForEach $concurrencies {
        $output = Invoke-Session "`$isolation = '$PSScriptRoot/Isolation.ps1'; $Script"

        $output | Should -Be 'Succeeded', 'Succeeded', 'Succeeded'
    }
}

Describe 'The files for Windows PowerShell, in a process of Mono' -Skip:(-not $hasMono) {
    # Skipped where Mono is not installed. It stands in for .NET Framework, except that it never loads a second assembly of one identity, so no AWSSDK.Core 4.
    It 'detect, and load an SDK of their own: <When>' -ForEach @(
        @{ When = 'alone'; Other = @() }
        @{ When = 'another before'; Other = 'before', 'V3' }
        @{ When = 'another after'; Other = 'after', 'V3' }
    ) {
        $own = Join-Path $repository 'out/CustomLabels/desktop'
        $arguments = @($own, $samples) + @(if ($Other) { $Other[0], (Join-Path $repository "tests/FakeAwsTools/$($Other[1])/bin/Release/net472") })

        $output = & mono (Join-Path $repository 'tests/DesktopSession/bin/Release/net472/DesktopSession.exe') @arguments 2>$null

        $output | Should -Contain 'scratch 98.0; dent 93.1; scratch 71.0'
        $output | Should -Contain (Join-Path $own 'aws/AWSSDK.Core.dll')
        @($output -like '*AWSSDK.Core.dll').Count | Should -Be $(if ($Other) { 2 } else { 1 })
    }
}

Describe 'Types' {
    It 'of the module''s own are all there after the import' {
        $output = Invoke-Session @'
            Import-Module $module
            $assemblies = (Get-Command Invoke-RKCustomLabelDetection).ImplementingType.Assembly, [CustomLabels.DetectionResult].Assembly, [CustomLabels.LocalEndpoint].Assembly
            $types = $assemblies.GetExportedTypes() | Where-Object { -not $_.IsNested }
            $types.Count
            $types | Where-Object { ($_.FullName -as [type]) -ne $_ } | ForEach-Object FullName
'@
        @($output).Count | Should -Be 1
        [int] "$output" | Should -BeGreaterThan 30
    }

    It 'of the SDK are in no result, no error and no public member, and have no name in the session' -Skip:(-not $isCore) {
        # Skipped on Windows PowerShell, where a type of any loaded assembly has a name.
        $output = Invoke-Session @'
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
        $output | Should -Be 'AKIDROLE', 'No valid SSO Token', 'CustomLabels.DetectionResult', 'CustomLabels.CustomLabelsException'
    }
}

Describe 'Before the first call' {
    It 'nothing of the SDK is loaded by <What>' -ForEach @(
        @{ What = 'the import'; Script = '' }
        @{ What = 'help and completion of parameters'; Script = '$null = Get-Help Invoke-RKCustomLabelDetection -Full; if (-not (TabExpansion2 "Invoke-RKCustomLabelDetection -Proj").CompletionMatches) { throw }' }
        @{ What = 'what sends nothing'; Script = '$null = Start-RKLocalEndpoint "$repository/samples/manifest.jsonl" "$repository/samples/images"; if (-not (Test-RKImage $panel -Quiet)) { throw }; Stop-RKLocalEndpoint; $null = Invoke-RKCustomLabelDetection -GenerateCliSkeleton Input' }
    ) {
        Invoke-Session "Import-Module `$module; $Script; 'foreign: ' + @(Get-ForeignAssembly).Count" | Should -Be 'foreign: 0'
    }

    It 'and by the first call, it is' {
        Invoke-Session 'Import-Module $module; Use-Cmdlet; "foreign: " + (@(Get-ForeignAssembly).Count -gt 1)' | Should -Be 'Succeeded', 'foreign: True'
    }
}
