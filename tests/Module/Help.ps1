# What tests of the help compare it with: the cmdlets' own parameters, and the types that come out of them.

# A cmdlet's parameters without PowerShell's own.
function Get-OwnParameter {
    param([Management.Automation.CommandInfo] $Command)
    # What -WhatIf and -Confirm do is each command's own.
    $common = [Management.Automation.Cmdlet]::CommonParameters + ([Management.Automation.Cmdlet]::OptionalCommonParameters | Where-Object { $_ -notin 'WhatIf', 'Confirm' })
    $Command.Parameters.Values | Where-Object { $_.Name -notin $common }
}

# Whether a parameter is kept out of a set's syntax.
function Test-Hidden {
    param([Management.Automation.ParameterMetadata] $Parameter, [string] $Set)
    [bool]($Parameter.Attributes | Where-Object { $_ -is [Parameter] -and $_.ParameterSetName -in $Set, '__AllParameterSets' -and $_.DontShow })
}

# The type that users know: of a number that may be missing, the number.
function Get-PlainType {
    param([type] $Type)
    $within = [Nullable]::GetUnderlyingType($Type)
    if ($within) { $within } else { $Type }
}

# What Get-Help must say of a parameter, by the names that Get-Help has for it.
function Get-ParameterFact {
    param([Management.Automation.ParameterMetadata] $Parameter, [object] $Untouched)
    $declared = @($Parameter.Attributes | Where-Object { $_ -is [Parameter] })
    $ways = @(if ($declared.ValueFromPipeline -contains $true) { 'ByValue' }; if ($declared.ValueFromPipelineByPropertyName -contains $true) { 'ByPropertyName' })
    $default = $Untouched.($Parameter.Name)
    # A number without a default is its type's zero, where its range allows none.
    $isNone = $null -eq $default -or $default -is [array] -or ($Parameter.Name -eq 'ThrottleLimit' -and $default -eq 0)
    @{
        aliases       = if ($Parameter.Aliases.Count) { $Parameter.Aliases -join ', ' } else { 'none' }
        position      = "$(@($declared.Position | Where-Object { $_ -ge 0 }; 'Named')[0])"
        required      = "$([bool]($declared.Mandatory -contains $true))".ToLowerInvariant()
        globbing      = "$([bool]($Parameter.Attributes | Where-Object { $_ -is [SupportsWildcards] }))".ToLowerInvariant()
        pipelineInput = if ($ways) { "true ($($ways -join ', '))" } else { 'false' }
        defaultValue  = if ($isNone) { 'None' } else { [Convert]::ToString($default, [cultureinfo]::InvariantCulture) }
    }
}

# The name of a property's type as docs/reference/types.md has it.
function Get-ShownType {
    param([type] $Type)
    $plain = Get-PlainType $Type
    if ($plain.Name -like '*Dictionary*') { return 'Dictionary' }
    if ($plain.IsGenericType) { return "$($plain.GetGenericArguments()[0].Name)[]" }
    $plain.Name
}

# What a reader can ask an object for, without what every collection has.
function Get-OwnProperty {
    param([type] $Type)
    $inherited = if ($Type.IsSubclassOf([exception])) { [exception].GetProperties().Name } else { 'EqualityContract', 'Item' }
    $Type.GetProperties([Reflection.BindingFlags]'Public, Instance') | Where-Object { $_.Name -notin $inherited }
}

# The module's types that come out of a cmdlet, those of their properties included, and what error records carry.
function Get-OutputType {
    $queue = [Collections.Generic.Queue[type]]::new()
    @((Get-Command -Module CustomLabels).OutputType.Type; [CustomLabels.CustomLabelsException]) | Where-Object { $_ } | ForEach-Object { $queue.Enqueue($_) }
    $seen = [Collections.Generic.HashSet[type]]::new()
    while ($queue.Count) {
        $type = Get-PlainType $queue.Dequeue()
        foreach ($argument in $type.GetGenericArguments()) { $queue.Enqueue($argument) }
        if ($type.Assembly.GetName().Name -notlike 'CustomLabels*' -or -not $seen.Add($type)) { continue }
        $type
        Get-OwnProperty $type | ForEach-Object { $queue.Enqueue($_.PropertyType) }
    }
}

# Every page of the repository.
function Get-MarkdownPage {
    param([string] $Root)
    @(Get-ChildItem $Root -Filter *.md -File; 'docs', 'samples', 'tests' | ForEach-Object { Get-ChildItem (Join-Path $Root $_) -Recurse -Filter *.md -File }).FullName |
        Where-Object { $_ -notmatch '[\\/](bin|obj|out)[\\/]' }
}
