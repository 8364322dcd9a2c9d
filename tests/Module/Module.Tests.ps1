# The module as a whole: its manifest, what it exports and how it loads. What it keeps apart: Isolation.Tests.ps1.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/Child.ps1

    $manifest = Join-Path $repository 'out/CustomLabels/CustomLabels.psd1'
    $commands = 'Compare-RKEvaluation', 'ConvertTo-RKCliOutput', 'Export-RKAnnotation', 'Export-RKDetectionImage', 'Export-RKDetectionReport', 'Get-RKLocalEndpoint', 'Get-RKModel', 'Get-RKModelGuard', 'Get-RKModelLease', 'Get-RKProject', 'Import-RKAnnotation', 'Import-RKJournal', 'Invoke-RKCustomLabelDetection', 'Measure-RKDetection', 'Measure-RKModelUsage', 'Register-RKModelGuard', 'Remove-RKModelLease', 'Start-RKLocalEndpoint', 'Start-RKModel', 'Stop-RKLocalEndpoint', 'Stop-RKModel', 'Test-RKImage', 'Test-RKManifest', 'Unregister-RKModelGuard', 'Use-RKModel', 'Wait-RKModel'
}

Describe 'The manifest' {
    It 'is valid, without a warning' {
        $info = Test-ModuleManifest $manifest -WarningVariable warnings -WarningAction SilentlyContinue

        $warnings | Should -BeNullOrEmpty
        $info.Version | Should -BeGreaterThan ([version]'0.0')
        $info.Description, $info.Author | Should -Not -BeNullOrEmpty
        $info.CompatiblePSEditions | Should -Be 'Core', 'Desktop'
        $info.PowerShellVersion | Should -Be $(if ($PSEdition -eq 'Core') { '7.4' } else { '5.1' })
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
        Get-Command -Module CustomLabels | Where-Object { $_.Verb -notin 'Stop', 'Remove', 'Unregister' -and -not $_.OutputType } | Should -BeNullOrEmpty
    }
}

Describe 'Loading' {
    It 'happens by itself when a command is typed' {
        $output = Invoke-Child @"
            `$env:PSModulePath = '$repository/out' + [IO.Path]::PathSeparator + `$env:PSModulePath
            . '$PSScriptRoot/Isolation.ps1'
            @(Get-Module CustomLabels).Count
            Use-Cmdlet
            (Get-Module CustomLabels).ModuleBase
"@
        $output[0, 1] | Should -Be '0', 'Succeeded'
        $output[2] | Should -Be (Split-Path $manifest)
    }

    It 'is not needed to know the commands' {
        $output = Invoke-Child @"
            `$env:PSModulePath = '$repository/out'
            (Get-Command *-RK* | Sort-Object Name).Name
            @(Get-Module CustomLabels).Count
"@
        $output | Should -Be ($commands + '0')
    }

    It 'makes the result types known at once' {
        $output = Invoke-Child "Import-Module '$manifest'; [CustomLabels.DetectionResult].FullName; [CustomLabels.LocalEndpoint].FullName; [CustomLabels.ErrorId]::ImageEmpty"

        $output | Should -Be 'CustomLabels.DetectionResult', 'CustomLabels.LocalEndpoint', 'ImageEmpty'
    }
}
