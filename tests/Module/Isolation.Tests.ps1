# The module beside others, and beside itself: each scenario in a process of its own, since assemblies stay loaded until their process ends. They are all started
# before the first test, and each test reads what its own has printed.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeDiscovery {
    $sdks = @(
        @{ Sdk = 'V3'; Version = '3.7.501.1' }
        @{ Sdk = 'V4'; Version = '4.0.3.3' }
        @{ Sdk = 'V41'; Version = '4.1.0.0' }
    )
    $isCore = $PSEdition -eq 'Core'
    # Windows PowerShell has not the last two.
    $concurrencies = @('Start-Job', 'a pool of runspaces') + $(if ($isCore) { 'ForEach-Object -Parallel', 'Start-ThreadJob' }) | ForEach-Object { @{ How = $_ } }
    $hasMono = $isCore -and [bool](Get-Command mono -ErrorAction Ignore)
}

BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/Child.ps1
    . $PSScriptRoot/IsolationScenes.ps1

    $commandCount = (Get-Command -Module CustomLabels).Count
    $started = Start-IsolationScene
    function Receive-Scene([string] $Name) { Receive-Child $started[$Name] }
}

Describe 'Beside AWSSDK.Core <Version>, with its SecurityToken and SSO' -ForEach $sdks {
    It 'the module''s own SDK signs, gets roles and looks for a sign-in; the other one loaded <When>' -ForEach @(
        @{ When = 'before the import' }
        @{ When = 'after the first call' }
    ) {
        $output = Receive-Scene "$Sdk $When"

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
        Receive-Scene 'other libraries' | Should -Be '9.0.0.0', '15.0.0.0', 'Succeeded'
    }
}

Describe 'Beside itself' {
    It 'every command works: <How>' -ForEach @(
        @{ How = 'imported by force, twice' }
        @{ How = 'removed and imported' }
        @{ How = 'removed in another runspace' }
    ) {
        Receive-Scene $How | Should -Be 'Succeeded', "$commandCount", 'Succeeded'
    }

    It 'every command works in three at once: <How>' -ForEach $concurrencies {
        Receive-Scene $How | Should -Be 'Succeeded', 'Succeeded', 'Succeeded'
    }
}

Describe 'The files for Windows PowerShell, in a process of Mono' -Skip:(-not $hasMono) {
    # Skipped where Mono is not installed. It stands in for .NET Framework, except that it never loads a second assembly of one identity, so no AWSSDK.Core 4.
    It 'detect, and load an SDK of their own: <When>' -ForEach @(
        @{ When = 'alone'; Count = 1 }
        @{ When = 'another before'; Count = 2 }
        @{ When = 'another after'; Count = 2 }
    ) {
        $output = Receive-Scene "Mono, $When"

        $output | Should -Contain 'scratch 98.0; dent 93.1; scratch 71.0'
        $output | Should -Contain (Join-Path $repository 'out/CustomLabels/desktop/aws/AWSSDK.Core.dll')
        @($output -like '*AWSSDK.Core.dll').Count | Should -Be $Count
    }
}

Describe 'Types' {
    It 'of the module''s own are all there after the import' {
        $output = Receive-Scene 'types'
        @($output).Count | Should -Be 1
        [int] "$output" | Should -BeGreaterThan 30
    }

    It 'of the SDK are in no result, no error and no public member, and have no name in the session' -Skip:(-not $isCore) {
        # Skipped on Windows PowerShell, where a type of any loaded assembly has a name.
        Receive-Scene 'types of the SDK' | Should -Be 'AKIDROLE', 'No valid SSO Token', 'CustomLabels.DetectionResult', 'CustomLabels.CustomLabelsException'
    }
}

Describe 'Before the first call' {
    It 'nothing of the SDK is loaded by <What>' -ForEach @(
        @{ What = 'the import' }
        @{ What = 'help and completion of parameters' }
        @{ What = 'what sends nothing' }
    ) {
        Receive-Scene $What | Should -Be 'foreign: 0'
    }

    It 'and by the first call, it is' {
        Receive-Scene 'the first call' | Should -Be 'Succeeded', 'foreign: True'
    }
}
