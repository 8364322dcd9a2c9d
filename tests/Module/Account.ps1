# What the tests of projects and models start with: a local endpoint with an account, and how to reach it.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'The tests use them.')]
param()

. $PSScriptRoot/Support.ps1
. $PSScriptRoot/Scripted.ps1

$model = @{ Manifest = Join-Path $samples 'manifest.jsonl'; ImageRoot = Join-Path $samples 'images' }
$endpoint = Start-RKLocalEndpoint -Model @(
    $model + @{ Project = 'lines'; Version = 'v1'; Status = 'STOPPED' }
    $model + @{ Project = 'lines'; Version = 'v2'; MinInferenceUnits = 2; MaxInferenceUnits = 3 }
    $model + @{ Project = 'logos'; Version = 'v1' }
    $model + @{ Project = 'Boards'; Version = 'bad'; Status = 'TRAINING_FAILED' }
)
$reach = @{ EndpointUrl = $endpoint.EndpointUrl; AccessKey = 'AKIDEXAMPLE'; SecretKey = 'secret' }
function Get-Count([string] $Operation) { [long]$endpoint.Counters.Operations[$Operation] }
function Get-Failure([scriptblock] $Try) { try { $null = & $Try } catch { return $_ }; throw 'It did not fail.' }
