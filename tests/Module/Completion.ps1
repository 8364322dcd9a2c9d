# What the tests of completion start with: what Tab offers, in the real engine.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'The tests use them.')]
param()

. $PSScriptRoot/Support.ps1
. $PSScriptRoot/Scripted.ps1
. $PSScriptRoot/Child.ps1

function Get-Offer([string] $Arguments) {
    $line = "Invoke-RKCustomLabelDetection $Arguments"
    $Error.Clear()
    (TabExpansion2 $line $line.Length).CompletionMatches
    if ($Error.Count) { throw "Completion left an error behind: $($Error[0])" }
}

# A cold start on a busy machine may take longer than a person would wait: the answer is then there for the next Tab.
function Get-OfferInTheEnd([string] $Arguments) {
    Wait-Until { Get-Offer $Arguments } -For "an offer for $Arguments"
    Get-Offer $Arguments
}

# What PowerShell makes of a completion.
function Get-Meaning([string] $Text) { [scriptblock]::Create("Write-Output $Text").Invoke() }

function Get-ProjectStep([string[]] $Name) {
    $projects = $Name | ForEach-Object { "{`"ProjectArn`":`"arn:aws:rekognition:us-east-1:123456789012:project/$_/1`"}" }
    [CustomLabels.Testing.Step]::Answer(200, "{`"ProjectDescriptions`":[$($projects -join ',')]}")
}

function Get-VersionStep([string] $Name) {
    [CustomLabels.Testing.Step]::Answer(200, "{`"ProjectVersionDescriptions`":[{`"ProjectVersionArn`":`"arn:aws:rekognition:us-east-1:123456789012:project/$Name/version/v1/1`",`"Status`":`"RUNNING`"}]}")
}

function Use-Server([object[]] $Step, [scriptblock] $Test) {
    $server = [CustomLabels.Testing.ScriptedServer]::new([CustomLabels.Testing.Step[]]$Step)
    try { & $Test }
    finally { $server.Dispose() }
}

$null = Get-OfferInTheEnd '-Region '
