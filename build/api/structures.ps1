# The C# of the model's structures, for generate.ps1: their members, how they are read, written and checked.

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
        { $_ -in 'float', 'double' } { @{ Type = 'double?'; Word = 'Float' } }
        'boolean' { @{ Type = 'bool?'; Word = 'Boolean' } }
        'timestamp' { @{ Type = 'DateTime?'; Word = 'Time' } }
        'blob' { @{ Type = 'byte[]?'; Word = 'Blob' } }
        'map' { @{ Type = 'IReadOnlyDictionary<string, string?>?'; Word = 'Map' } }
        'structure' { @{ Type = "$Name`?"; Word = 'Structure'; Read = $Name } }
        'list' {
            if ($shapes[$shape.member].type -eq 'structure') { @{ Type = "IReadOnlyList<$($shape.member)?>?"; Word = 'Structures'; Read = $shape.member } }
            else {
                switch ($shapes[$shape.member].type) {
                    'timestamp' { @{ Type = 'IReadOnlyList<DateTime?>?'; Word = 'Times' } }
                    'double' { @{ Type = 'IReadOnlyList<double?>?'; Word = 'Floats' } }
                    default { @{ Type = 'IReadOnlyList<string?>?'; Word = 'Texts' } }
                }
            }
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
            $rule = if (Test-Bounded $Shape) { "$ruleClass.$Shape" } else { 'null' }
            if ($rule -ne 'null' -or (Test-Checked $kind.Read)) { "check.Structures($at, $Member, rule: $rule, static (item, at, check) => item.Check(check, at));" }
        }
        'Blob' { "check.Blob($at, $Member`?.Length, $ruleClass.$Shape);" }
        default { if (Test-Bounded $Shape) { "check.$(Get-Word $kind Check)($at, $Member, $ruleClass.$Shape);" } }
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

function Get-Structure([string] $Name, [string] $Use, [string] $Kind, [bool] $IsChecked) {
    $shape = $shapes[$Name]
    $members = @($shape.members.Keys | ForEach-Object { [pscustomobject]@{ Name = $_; Shape = $shape.members[$_]; Required = $_ -in $shape.required; Kind = Get-Kind $shape.members[$_] } })
    $interface = if ($Kind -eq 'Request') { 'IRequest' } else { 'IStructure' }
    $path = if ($Kind -eq 'Structure') { 'path' } else { '' }
    $checks = @(if ($Kind -ne 'Response') { $members | ForEach-Object { Get-CheckLine -Member $_.Name -Shape $_.Shape -IsRequired $_.Required -Path $path } })
    $hasCheck = $Kind -eq 'Request' -or ($Kind -eq 'Structure' -and $IsChecked -and $checks)
    $types = @($members | ForEach-Object { $_.Kind.Type })
    $usings = @(if ($types -match 'DateTime') { 'System' }
        if ($types -match 'IReadOnly') { 'System.Collections.Generic' }
        'System.Text.Json'
        if ($hasCheck) { 'CustomLabels.Api.Constraints' }
        'CustomLabels.Api.Protocol') | ForEach-Object { "using $_;" }
    $usings
    ''
    "namespace $namespace;"
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
