# The module as a whole: its manifest, what it exports, how it loads, and what it keeps apart.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeDiscovery {
    $hasAnalyzer = [bool](Get-Module -ListAvailable PSScriptAnalyzer)
}

BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/Child.ps1

    $manifest = Join-Path $repository 'out/CustomLabels/CustomLabels.psd1'
    $commands = 'ConvertTo-RKCliOutput', 'Get-RKLocalEndpoint', 'Invoke-RKCustomLabelDetection', 'Start-RKLocalEndpoint', 'Stop-RKLocalEndpoint', 'Test-RKImage'

    # What a child process needs to use every cmdlet once; it prints Succeeded when all of them work.
    $use = @"
        function Use-All {
            `$endpoint = Start-RKLocalEndpoint '$samples/manifest.jsonl' '$samples/images'
            `$image = '$samples/images/panels/panel-01.jpg'
            if (-not (Test-RKImage `$image -Quiet)) { throw 'Test-RKImage' }
            if (-not (Get-RKLocalEndpoint)) { throw 'Get-RKLocalEndpoint' }
            "`$((Invoke-RKCustomLabelDetection `$image -ProjectVersionArn `$endpoint.ProjectVersionArn -EndpointUrl `$endpoint.EndpointUrl -AccessKey a -SecretKey b).Status)"
            Stop-RKLocalEndpoint
        }
        function Get-AwsAssembly { [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { `$_.GetName().Name -match '^(AWSSDK|CustomLabels\.Aws)' } }
"@
}

Describe 'The manifest' {
    It 'is valid, without a warning' {
        $info = Test-ModuleManifest $manifest -WarningVariable warnings -WarningAction SilentlyContinue

        $warnings | Should -BeNullOrEmpty
        $info.Version | Should -BeGreaterThan ([version]'0.0')
        $info.Description, $info.Author | Should -Not -BeNullOrEmpty
        $info.CompatiblePSEditions | Should -Be 'Core', 'Desktop'
    }

    It 'invents no address' {
        $info = Test-ModuleManifest $manifest

        $info.PrivateData.PSData.ContainsKey('ProjectUri') | Should -BeTrue
        $info.PrivateData.PSData.ProjectUri, $info.ProjectUri, $info.HelpInfoUri, $info.LicenseUri | Where-Object { "$_" } | Should -BeNullOrEmpty
    }
}

Describe 'The exports' {
    It 'are these cmdlets and nothing else' {
        $module = Get-Module CustomLabels

        $module.ExportedCmdlets.Keys | Sort-Object | Should -Be $commands
        $module.ExportedCommands.Count | Should -Be $commands.Count
        $module.ExportedVariables.Count | Should -Be 0
    }

    It 'have approved verbs, the prefix RK and singular nouns' {
        $approved = (Get-Verb).Verb

        foreach ($command in Get-Command -Module CustomLabels) {
            $command.Verb | Should -BeIn $approved
            $command.Noun | Should -CMatch '^RK[A-Z]\w*[^s]$'
        }
    }

    It 'say what they give' {
        Get-Command -Module CustomLabels | Where-Object { $_.Verb -ne 'Stop' -and -not $_.OutputType } | Should -BeNullOrEmpty
    }
}

Describe 'Loading' {
    It 'happens by itself when a command is typed' {
        $output = Invoke-Child @"
            `$env:PSModulePath = '$repository/out' + [IO.Path]::PathSeparator + `$env:PSModulePath
            $use
            Use-All
            (Get-Module CustomLabels).Path
"@
        $output[0] | Should -Be 'Succeeded'
        Split-Path (Split-Path $output[1]) | Should -Be (Split-Path $manifest)
    }

    It 'leaves every command working: <How>' -ForEach @(
        @{ How = 'forced twice'; Again = 'Import-Module $manifest -Force; Import-Module $manifest -Force' }
        @{ How = 'removed and imported'; Again = 'Remove-Module CustomLabels; Import-Module $manifest' }
        @{ How = 'in a second runspace'; Again = '$null = [powershell]::Create().AddScript("Import-Module ''$manifest''; Test-RKImage x -ErrorAction Ignore").Invoke()' }
    ) {
        $output = Invoke-Child @"
            `$manifest = '$manifest'
            $use
            Import-Module `$manifest
            Use-All
            $Again
            (Get-Command -Module CustomLabels).Count
            Use-All
"@
        $output | Should -Be 'Succeeded', "$($commands.Count)", 'Succeeded'
    }

    It 'makes the result types known at once' {
        $output = Invoke-Child "Import-Module '$manifest'; [CustomLabels.DetectionResult].FullName; [CustomLabels.LocalEndpoint].FullName; [CustomLabels.ErrorId]::ImageEmpty"

        $output | Should -Be 'CustomLabels.DetectionResult', 'CustomLabels.LocalEndpoint', 'ImageEmpty'
    }

    It 'leaves the AWS SDK on the disk until the first call' {
        $output = Invoke-Child @"
            Import-Module '$manifest'
            $use
            `$null = Start-RKLocalEndpoint '$samples/manifest.jsonl' '$samples/images'
            `$null = Test-RKImage '$samples/images/panels/panel-01.jpg'
            'before: ' + @(Get-AwsAssembly).Count
            Use-All
            'after: ' + (@(Get-AwsAssembly).Count -gt 1)
"@
        $output | Should -Be 'before: 0', 'Succeeded', 'after: True'
    }

    It 'keeps the AWS SDK in a load context of its own, beside another copy that was there first' -Skip:($PSEdition -eq 'Desktop') {
        # Skipped on Windows PowerShell, which has no load contexts.
        $output = Invoke-Child @"
            `$other = Join-Path ([IO.Path]::GetTempPath()) ([guid]::NewGuid().ToString('N') + '.dll')
            Copy-Item '$repository/out/CustomLabels/core/aws/AWSSDK.Core.dll' `$other
            `$null = [Runtime.Loader.AssemblyLoadContext]::Default.LoadFromAssemblyPath(`$other)
            Import-Module '$manifest'
            $use
            Use-All
            Get-AwsAssembly | ForEach-Object { [Runtime.Loader.AssemblyLoadContext]::GetLoadContext(`$_).Name + ': ' + `$_.GetName().Name } | Sort-Object
            Remove-Item `$other -ErrorAction Ignore
"@
        $output | Select-Object -First 1 | Should -Be 'Succeeded'
        $output | Should -Contain 'Default: AWSSDK.Core'
        $output | Should -Contain 'CustomLabels.Aws: AWSSDK.Core'
        $output | Should -Contain 'CustomLabels.Aws: CustomLabels.Aws'
        @($output -like 'Default: *').Count | Should -Be 1
    }
}

Describe 'PSScriptAnalyzer' {
    # Skipped where PSScriptAnalyzer is not installed.
    It 'finds nothing in <Path>' -Skip:(-not $hasAnalyzer) -ForEach @(
        @{ Path = 'build.ps1' }
        @{ Path = 'docs' }
        @{ Path = 'samples' }
        @{ Path = 'src/module' }
        @{ Path = 'tests' }
        @{ Path = 'out/CustomLabels/CustomLabels.psd1' }
    ) {
        $findings = Invoke-ScriptAnalyzer -Path (Join-Path $repository $Path) -Recurse

        $findings | ForEach-Object { "$($_.ScriptName):$($_.Line) $($_.RuleName)" } | Should -BeNullOrEmpty
    }
}
