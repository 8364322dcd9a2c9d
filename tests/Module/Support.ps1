# What every test file of the module starts with: the module as it ships, an endpoint with the samples, and nothing of this machine.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'The tests use them.')]
param()

$ErrorActionPreference = 'Stop'

$repository = Split-Path (Split-Path $PSScriptRoot)
$samples = Join-Path $repository 'samples'
# What of a test's own assemblies this PowerShell loads.
$framework = if ($PSEdition -eq 'Core') { 'net8.0' } else { 'net472' }

# A developer's own profiles, keys, regions and proxies must not decide a test.
Get-ChildItem Env: | Where-Object Name -Match '^(AWS_.*|(HTTP|HTTPS|ALL|NO)_PROXY)$' | ForEach-Object { [Environment]::SetEnvironmentVariable($_.Name, $null) }
$env:AWS_EC2_METADATA_DISABLED = 'true'
$env:AWS_CONFIG_FILE = Join-Path ([IO.Path]::GetTempPath()) 'customlabels-no-config'
$env:AWS_SHARED_CREDENTIALS_FILE = Join-Path ([IO.Path]::GetTempPath()) 'customlabels-no-credentials'
# Models that a test starts are no concern of this user's: their leases go with the test file's own folder.
$env:CUSTOMLABELS_LEASE_PATH = Join-Path $(if (Test-Path TestDrive:) { Convert-Path TestDrive: } else { [IO.Path]::GetTempPath() }) 'customlabels-leases'

Import-Module (Join-Path $repository 'out/CustomLabels/CustomLabels.psd1')

# A local endpoint over the samples, and how to reach it: $endpoint, and $connection to splat.
function Start-SampleEndpoint {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'It starts what the test itself stops.')]
    param([hashtable] $Option = @{})
    $endpoint = Start-RKLocalEndpoint -Manifest (Join-Path $samples 'manifest.jsonl') -ImageRoot (Join-Path $samples 'images') @Option
    [pscustomobject]@{
        Endpoint   = $endpoint
        Connection = @{ EndpointUrl = $endpoint.EndpointUrl; AccessKey = 'AKIDEXAMPLE'; SecretKey = 'secret' }
    }
}

# An empty folder; the caller removes it.
function New-TestFolder {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'A new folder takes nothing away.')]
    param()
    (New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) "customlabels-$([guid]::NewGuid().ToString('N'))")).FullName
}

# A session of its own, with the module.
function Open-Session([string] $Script, [hashtable] $Variable = @{}) {
    $state = [initialsessionstate]::CreateDefault2()
    $state.ImportPSModule((Join-Path $repository 'out/CustomLabels/CustomLabels.psd1'))
    foreach ($entry in $Variable.GetEnumerator()) { $state.Variables.Add([Management.Automation.Runspaces.SessionStateVariableEntry]::new($entry.Key, $entry.Value, '')) }
    $session = [powershell]::Create($state)
    if ($Script) { $session.AddScript($Script) } else { $session }
}
