# What every cmdlet that calls a service has: the parameters of a connection, and how it asks before it changes something.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/Child.ps1

    $assembly = (Get-Command Invoke-RKCustomLabelDetection).ImplementingType.Assembly
    $cmdlet = $assembly.GetType('CustomLabels.Commands.AwsCmdlet')
    $list = $assembly.GetType('CustomLabels.Connection.ConnectionParameters').GetField('All').GetValue($null)
}

Describe 'The parameters of a connection' {
    It 'are those of the one list that settings, completion and the cache key are made of, aliases too' {
        $declared = $cmdlet.GetProperties() | Where-Object { $_.IsDefined([Management.Automation.ParameterAttribute], $false) -and $_.DeclaringType -eq $cmdlet } | ForEach-Object {
            $aliases = [Reflection.CustomAttributeExtensions]::GetCustomAttribute($_, [Management.Automation.AliasAttribute])
            '{0}: {1}' -f $_.Name, ($aliases.AliasNames -join ' ')
        }
        $listed = $list | ForEach-Object { '{0}: {1}' -f $_.Name, ($_.Aliases -join ' ') }

        ($listed | Sort-Object) -join "`n" | Should -BeExactly (($declared | Sort-Object) -join "`n")
    }

    It 'name another connection for another proxy, and no secret' {
        $key = $assembly.GetType('CustomLabels.Completion.ConnectionKey')
        $of = $key.GetMethod('Of')
        $connection = $assembly.GetType('CustomLabels.Completion.BoundConnection').GetConstructors()[0]
        $typed = [Activator]::CreateInstance($assembly.GetType('CustomLabels.Completion.TypedArguments'), @($null, @{ Region = 'eu-west-1'; SecretKey = 'canary' }))
        $settings = [CustomLabels.Api.Transport.ConnectionSettings]::new()
        $proxied = $settings.GetType().GetMethod('<Clone>$').Invoke($settings, $null)
        $settings.GetType().GetProperty('Proxy').SetValue($proxied, [Net.WebProxy]::new('http://proxy.example:8080'))

        $plain = $of.Invoke($null, @($connection.Invoke(@($settings, 'eu-west-1', $null)), $typed))
        $of.Invoke($null, @($connection.Invoke(@($settings, 'eu-west-1', $null)), $typed)) | Should -BeExactly $plain
        $of.Invoke($null, @($connection.Invoke(@($proxied, 'eu-west-1', $null)), $typed)) | Should -Not -Be $plain
        $plain | Should -Not -Match 'canary'
    }
}

Describe 'A change' {
    BeforeAll {
        # No cmdlet of the module changes anything at the service yet: one of the test's own, on the same base.
        $probe = @'
Import-Module '{0}'
Add-Type -ReferencedAssemblies '{1}', ([psobject].Assembly.Location) -IgnoreWarnings -WarningAction Ignore -PassThru -TypeDefinition '
    using System.Management.Automation;
    [Cmdlet("Set", "Probe", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
    public sealed class SetProbe : CustomLabels.Commands.AwsCmdlet
    {{
        protected override void ProcessRecord() {{ if (MayChange("the model", "Start it, at about 4 USD an hour.")) WriteObject("changed"); }}
    }}' | ForEach-Object {{ Import-Module -Assembly $_.Assembly }}
try {{ Set-Probe {2} }} catch {{ $_.FullyQualifiedErrorId; "$_" }}
'@
        function Invoke-Probe([string] $With) {
            Invoke-Child ($probe -f (Join-Path $repository 'out/CustomLabels/CustomLabels.psd1'), $assembly.Location, $With)
        }
    }

    It 'is made' { Invoke-Probe '' | Should -Be 'changed' }

    It 'with -WhatIf is only said' {
        $said = (Invoke-Probe '-WhatIf') -join "`n"

        $said | Should -Match 'the model'
        $said | Should -Match '4 USD'
        $said | Should -Not -Match 'changed'
    }

    It 'that should be confirmed where nobody can be asked is the error ConfirmationNeeded, and no hang' {
        $said = @(Invoke-Probe '-Confirm')

        $said[-2] | Should -BeLike 'ConfirmationNeeded,*'
        $said[-1] | Should -BeLike '*nobody can be asked*'
    }

    It 'with -Confirm:$false is made without being asked' { Invoke-Probe '-Confirm:$false' | Should -Be 'changed' }
}
