# Makes the C# of the service's model, for client and local endpoint: requests, responses and the structures in them, sets of values, bounds, error codes, and the
# list of operations. Source: rekognition.json (extract.py takes it out of botocore) and repeats.psd1, both beside this script.
#
#   pwsh build/api/generate.ps1          writes src/CustomLabels.Core/Api/Generated anew
#
# Api.Tests.ps1 fails when what is committed is not what this makes.
param([string] $Destination = (Join-Path $PSScriptRoot '../../src/CustomLabels.Core/Api/Generated'))

Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'

# The body of this one is a picture, which may be larger than all else together: both sides read and write it by hand, piece by piece (Detection/Protocol).
$byHand = 'DetectCustomLabels'

$model = Get-Content -LiteralPath (Join-Path $PSScriptRoot 'rekognition.json') -Raw | ConvertFrom-Json -AsHashtable
$repeats = Import-PowerShellDataFile -LiteralPath (Join-Path $PSScriptRoot 'repeats.psd1')
$shapes = $model.shapes

function Get-Bound([hashtable] $Shape, [string] $Name) { if ($Shape.ContainsKey($Name)) { "$($Shape[$Name])" } else { 'null' } }
function Get-WireName([string] $Member) { $Member.Substring(0, 1).ToLowerInvariant() + $Member.Substring(1) }
function Test-Bounded([string] $Name) { @($shapes[$Name].Keys | Where-Object { $_ -in 'min', 'max', 'pattern', 'enum' }).Count -gt 0 }

# What there is to know of each kind of shape: its type in C#, and the words for it in reader, writer and check.
function Get-Kind([string] $Name) {
    $shape = $shapes[$Name]
    switch ($shape.type) {
        'string' { @{ Type = 'string?'; Word = 'Text' } }
        'integer' { @{ Type = 'int?'; Word = 'Integer'; Write = 'Whole'; Check = 'Whole' } }
        'long' { @{ Type = 'long?'; Word = 'Long'; Write = 'Whole'; Check = 'Whole' } }
        'float' { @{ Type = 'double?'; Word = 'Float' } }
        'boolean' { @{ Type = 'bool?'; Word = 'Boolean' } }
        'timestamp' { @{ Type = 'DateTime?'; Word = 'Time' } }
        'blob' { @{ Type = 'byte[]?'; Word = 'Blob' } }
        'map' { @{ Type = 'IReadOnlyDictionary<string, string?>?'; Word = 'Map' } }
        'structure' { @{ Type = "$Name`?"; Word = 'Structure'; Read = $Name } }
        'list' {
            if ($shapes[$shape.member].type -eq 'structure') { @{ Type = "IReadOnlyList<$($shape.member)?>?"; Word = 'Structures'; Read = $shape.member } }
            else { @{ Type = 'IReadOnlyList<string?>?'; Word = 'Texts' } }
        }
        default { throw "No C# is known for '$Name', a $($shape.type)." }
    }
}

function Get-Word([hashtable] $Kind, [string] $Of) { if ($Kind.ContainsKey($Of)) { $Kind[$Of] } else { $Kind.Word } }

# A member in words, of facts alone.
function Get-Summary([string] $Name, [bool] $IsRequired) {
    $shape = $shapes[$Name]
    $range = if ($shape.ContainsKey('min') -and $shape.ContainsKey('max')) { "$($shape.min) to $($shape.max)" } elseif ($shape.ContainsKey('min')) { "$($shape.min) and up" } elseif ($shape.ContainsKey('max')) { "up to $($shape.max)" }
    $unit = switch ($shape.type) { 'string' { ' characters' } 'blob' { ' bytes' } 'list' { " of $($shape.member)" } 'map' { ' entries' } default { '' } }
    $parts = @("$Name$(if ($range) { ", $range$unit" })$(if ($shape.ContainsKey('enum')) { ': ' + ($shape.enum -join ', ') }).")
    if ($IsRequired) { $parts += 'Required.' }
    ($parts -join ' ').Replace('&', '&amp;').Replace('<', '&lt;')
}

function Get-CheckLine([string] $Member, [string] $Shape, [bool] $IsRequired, [string] $Path) {
    $kind = Get-Kind $Shape
    $prefix = if ($Path) { "$Path + " }
    $at = "$prefix`"$(Get-WireName $Member)`""
    if ($IsRequired) { "check.Required($at, $Member is not null);" }
    switch ($kind.Word) {
        'Structure' { if (Test-Checked $Shape) { "$Member`?.Check(check, $prefix`"$(Get-WireName $Member).`");" } }
        'Structures' {
            $rule = if (Test-Bounded $Shape) { "Shapes.$Shape" } else { 'null' }
            if ($rule -ne 'null' -or (Test-Checked $kind.Read)) { "check.Structures($at, $Member, rule: $rule, static (item, at, check) => item.Check(check, at));" }
        }
        'Blob' { "check.Blob($at, $Member`?.Length, Shapes.$Shape);" }
        default { if (Test-Bounded $Shape) { "check.$(Get-Word $kind Check)($at, $Member, Shapes.$Shape);" } }
    }
}

# Whether anything in a structure has a bound.
function Test-Checked([string] $Name) {
    foreach ($member in $shapes[$Name].members.Keys) {
        $shape = $shapes[$Name].members[$member]
        $inner = switch ($shapes[$shape].type) { 'structure' { $shape } 'list' { $shapes[$shape].member } default { $shape } }
        if ($member -in $shapes[$Name].required -or (Test-Bounded $shape) -or (Test-Bounded $inner) -or ($shapes[$inner].type -eq 'structure' -and (Test-Checked $inner))) { return $true }
    }

    $false
}

function Get-Structure([string] $Name, [string] $Use, [string] $Kind) {
    $shape = $shapes[$Name]
    $members = @($shape.members.Keys | ForEach-Object { [pscustomobject]@{ Name = $_; Shape = $shape.members[$_]; Required = $_ -in $shape.required; Kind = Get-Kind $shape.members[$_] } })
    $interface = if ($Kind -eq 'Request') { 'IRequest' } else { 'IStructure' }
    $path = if ($Kind -eq 'Structure') { 'path' } else { '' }
    $checks = @(if ($Kind -ne 'Response') { $members | ForEach-Object { Get-CheckLine -Member $_.Name -Shape $_.Shape -IsRequired $_.Required -Path $path } })
    $hasCheck = $Kind -eq 'Request' -or ($Kind -eq 'Structure' -and $Name -in $checked -and $checks)
    $types = @($members | ForEach-Object { $_.Kind.Type })
    $usings = @(if ($types -match 'DateTime') { 'System' }
        if ($types -match 'IReadOnly') { 'System.Collections.Generic' }
        'System.Text.Json'
        if ($hasCheck) { 'CustomLabels.Api.Constraints' }
        'CustomLabels.Api.Protocol') | ForEach-Object { "using $_;" }
    $usings
    ''
    'namespace CustomLabels.Api.Generated;'
    ''
    "/// <summary>$Name$(if ($Use) { ": $Use" }).</summary>"
    "internal sealed record $Name : $interface"
    '{'
    foreach ($member in $members) {
        "    /// <summary>$(Get-Summary $member.Shape $member.Required)</summary>"
        "    public $($member.Kind.Type) $($member.Name) { get; init; }"
        ''
    }

    '    /// <summary>Takes the members.</summary>'
    if (-not $members) { "    public static $Name Read(JsonMembers json) => new();" }
    else {
        "    public static $Name Read(JsonMembers json) => new()"
        '    {'
        foreach ($member in $members) {
            $read = if ($member.Kind.ContainsKey('Read')) { ", $($member.Kind.Read).Read" }
            "        $($member.Name) = json.$($member.Kind.Word)(nameof($($member.Name))$read),"
        }

        '    };'
    }

    ''
    '    /// <inheritdoc/>'
    '    public void Write(Utf8JsonWriter json)'
    '    {'
    foreach ($member in $members) { "        json.$(Get-Word $member.Kind Write)(nameof($($member.Name)), $($member.Name));" }
    '    }'
    if ($hasCheck) {
        ''
        if ($Kind -eq 'Request') { '    /// <inheritdoc/>'; '    public void Check(ConstraintCheck check)' }
        else { '    /// <summary>Checks it against the model''s constraints.</summary>'; '    public void Check(ConstraintCheck check, string path)' }
        '    {'
        $checks | ForEach-Object { "        $_" }
        '    }'
    }

    '}'
}

function Get-ValueSet([string] $Name) {
    'using System;'
    'using System.Collections.Generic;'
    ''
    'namespace CustomLabels.Api.Generated;'
    ''
    "/// <summary>The values of $Name.</summary>"
    "internal static class $Name"
    '{'
    foreach ($value in $shapes[$Name].enum) {
        $constant = -join ($value.Split('_') | ForEach-Object { $_.Substring(0, 1) + $_.Substring(1).ToLowerInvariant() })
        "    /// <summary>$value</summary>"
        "    public const string $constant = `"$value`";"
        ''
    }

    '    /// <summary>All of them, in the model''s order.</summary>'
    '    public static readonly IReadOnlyList<string> All = Array.AsReadOnly('
    '    ['
    $shapes[$Name].enum | ForEach-Object { "        `"$_`"," }
    '    ]);'
    '}'
}

function Get-Rule([string] $Name) {
    $shape = $shapes[$Name]
    $length = "$(Get-Bound $shape min), $(Get-Bound $shape max)"
    switch ($shape.type) {
        'string' {
            if ($shape.ContainsKey('enum')) { 'TextRule', "new(Generated.$Name.All)" }
            elseif ($shape.ContainsKey('pattern')) { 'TextRule', "new($length, @`"$($shape.pattern.Replace('"', '""'))`")" }
            else { 'TextRule', "new($length)" }
        }
        'blob' { 'LengthRule', "new($length)" }
        'list' { if ($shapes[$shape.member].type -eq 'structure') { 'LengthRule', "new($length)" } else { 'TextListRule', "new(new($length), $($shape.member))" } }
        'map' { 'TextMapRule', "new(new($length), $($shape.key), $($shape.value))" }
        default { 'NumberRule', "new($length)" }
    }
}

function Get-RuleClass {
    'using CustomLabels.Api.Constraints;'
    ''
    'namespace CustomLabels.Api.Generated;'
    ''
    '/// <summary>What the model asks of each of its shapes.</summary>'
    'internal static class Shapes'
    '{'
    # A list's rule is made of that of its members, which has to be there before it.
    $names = @($shapes.Keys | Where-Object { $shapes[$_].type -ne 'structure' -and (Test-Bounded $_) } | Sort-Object { $shapes[$_].type -in 'list', 'map' }, { $_ })
    foreach ($name in $names) {
        $type, $value = Get-Rule $name
        "    /// <summary>$(Get-Summary $name $false)</summary>"
        "    public static readonly $type $name = $value;"
        if ($name -ne $names[-1]) { '' }
    }

    '}'
}

function Get-ErrorClass {
    'namespace CustomLabels.Api.Generated;'
    ''
    '/// <summary>The codes of the service''s own errors. AWS''s front end has others.</summary>'
    'internal static class ErrorCodes'
    '{'
    foreach ($code in $model.errors) {
        $of = @($model.operations.Keys | Where-Object { $code -in $model.operations[$_].errors })
        "    /// <summary>Of $(if ($of.Count -eq $model.operations.Count) { 'all operations' } else { $of -join ', ' }).</summary>"
        "    public const string $code = `"$code`";"
        if ($code -ne $model.errors[-1]) { '' }
    }

    '}'
}

function Get-OperationClass {
    'using System;'
    'using System.Collections.Generic;'
    'using CustomLabels.Api.Protocol;'
    'using CustomLabels.Api.Transport;'
    ''
    'namespace CustomLabels.Api.Generated;'
    ''
    '/// <summary>The operations of Amazon Rekognition for Custom Labels, and whether each may be sent again when its answer got lost: the caller goes by it.</summary>'
    '/// <remarks><list type="table">'
    '/// <listheader><term>Operation</term><description>May it be sent again when its answer got lost?</description></listheader>'
    foreach ($name in $model.operations.Keys) { "/// <item><term>$name</term><description>$($repeats[$name])</description></item>" }
    '/// </list></remarks>'
    'internal static class RekognitionOperations'
    '{'
    foreach ($name in $model.operations.Keys) {
        $operation = $model.operations[$name]
        $isRepeatable = ($repeats[$name] -like 'Yes: *').ToString().ToLowerInvariant()
        "    /// <summary>$name. $(if ($isRepeatable -eq 'true') { 'May be sent again.' } else { 'Must not be sent again.' })</summary>"
        $made = "new(AwsService.Rekognition, nameof($name), IsRepeatable: $isRepeatable)"
        if ($name -eq $byHand) { "    public static ServiceOperation $name { get; } = $made;" }
        else {
            $noMembers = if ($shapes[$operation.output].members.Count -eq 0) { ', hasNoMembers: true' }
            "    public static ApiOperation<$($operation.input), $($operation.output)> $name { get; } ="
            "        new($made, $($operation.input).Read, $($operation.output).Read$noMembers);"
        }

        ''
    }

    '    /// <summary>The names of all.</summary>'
    '    public static readonly IReadOnlyList<string> Names = Array.AsReadOnly('
    '    ['
    $model.operations.Keys | ForEach-Object { "        nameof($_)," }
    '    ]);'
    '}'
}

# The structures that a shape is made of, itself included.
function Get-Reached([string] $Name) {
    $shape = $shapes[$Name]
    if ($shape.type -eq 'structure') { $Name; foreach ($member in $shape.members.Values) { Get-Reached $member } }
    elseif ($shape.type -eq 'list') { Get-Reached $shape.member }
}

$missing = @($model.operations.Keys | Where-Object { $_ -notin $repeats.Keys -or $repeats[$_] -notmatch '^(Yes|No): ' }) + @($repeats.Keys | Where-Object { $_ -notin $model.operations.Keys })
if ($missing) { throw "repeats.psd1 and the model differ in: $($missing -join ', ')." }
$operations = @($model.operations.Keys | Where-Object { $_ -ne $byHand })
$checked = @($operations | ForEach-Object { Get-Reached $model.operations[$_].input } | Sort-Object -Unique)
$reached = @($operations | ForEach-Object { Get-Reached $model.operations[$_].input; Get-Reached $model.operations[$_].output } | Sort-Object -Unique)

$files = [ordered]@{ Shapes = Get-RuleClass; ErrorCodes = Get-ErrorClass; RekognitionOperations = Get-OperationClass }
foreach ($name in $shapes.Keys | Where-Object { $shapes[$_].ContainsKey('enum') }) { $files[$name] = Get-ValueSet $name }
foreach ($name in $reached) {
    $request = @($operations | Where-Object { $model.operations[$_].input -eq $name })
    $response = @($operations | Where-Object { $model.operations[$_].output -eq $name })
    $files[$name] = if ($request) { Get-Structure $name -Use "what $request asks" -Kind Request } elseif ($response) { Get-Structure $name -Use "what $response answers" -Kind Response } else { Get-Structure $name -Kind Structure }
}

$null = New-Item -ItemType Directory -Path $Destination -Force
Get-ChildItem -LiteralPath $Destination -Filter *.cs | Where-Object { -not $files.Contains($_.BaseName) } | Remove-Item
foreach ($name in $files.Keys) {
    $head = '// <auto-generated>', "// Made by build/api/generate.ps1 of $($model.source). Change that, or the model file beside it, and run it again.", '// </auto-generated>', '#nullable enable'
    [IO.File]::WriteAllText((Join-Path $Destination "$name.cs"), (($head + $files[$name]) -join "`n") + "`n")
}
