# What the tests of CLI input start with: the samples' endpoint, a folder of input files, and a way to ask the AWS CLI the same.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'The tests use them.')]
param()

. $PSScriptRoot/Support.ps1
. $PSScriptRoot/Child.ps1
$sample = Start-SampleEndpoint
$connection = $sample.Connection
$arn = $sample.Endpoint.ProjectVersionArn
$panels = Join-Path $samples 'images/panels'
$image = Join-Path $panels 'panel-01.jpg'
$detection = 'CustomLabels.Commands.InvokeRKCustomLabelDetectionCommand'
$folder = New-TestFolder
Push-Location -LiteralPath $folder

# Two labels: 88.0 and 42.0.
$request = [ordered]@{ ProjectVersionArn = $arn; Image = @{ S3Object = @{ Bucket = 'line4'; Name = 'panels/panel-03.jpg' } }; MaxResults = 5; MinConfidence = 0 }
$json = ConvertTo-Json $request -Depth 5
$yaml = "ProjectVersionArn: $arn`nImage:`n  S3Object: {Bucket: line4, Name: panels/panel-03.jpg}`nMaxResults: 5`nMinConfidence: 0`n"
$json | Set-Content 'input.json'
$yaml | Set-Content 'input.yaml'

function Get-Detection([hashtable] $Given) { Invoke-RKCustomLabelDetection @Given @connection }

function ConvertTo-InputText([hashtable] $Member) { ConvertTo-Json $Member -Depth 5 }

# What the AWS CLI answers; what it says when it fails comes after that.
function Invoke-AwsCli([string] $Program, [string[]] $Argument) {
    $env:AWS_ACCESS_KEY_ID = $env:AWS_SECRET_ACCESS_KEY = 'any'
    try { & $Program rekognition detect-custom-labels --region us-east-1 --output json --endpoint-url $sample.Endpoint.EndpointUrl @Argument 2>&1 }
    finally { $env:AWS_ACCESS_KEY_ID = $env:AWS_SECRET_ACCESS_KEY = $null }
}

function Assert-SameAnswer($Result, $Answer) {
    $labels = (-join $Answer | ConvertFrom-Json).CustomLabels
    $labels.Name | Should -Be $Result.CustomLabels.Name
    $labels.Confidence | Should -Be $Result.CustomLabels.Confidence
}

function Assert-WholeRequest($Result) {
    $Result.Image | Should -Be 's3://line4/panels/panel-03.jpg'
    $Result.ProjectVersionArn | Should -Be $arn
    $Result.MinConfidence | Should -Be 0
    $Result.MaxResults | Should -Be 5
    $Result.CustomLabels.Count | Should -Be 2
}
