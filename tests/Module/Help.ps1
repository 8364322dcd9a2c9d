# What tests of the help compare it with: the cmdlets' own parameters, and the types that come out of them.

# A cmdlet's parameters without PowerShell's own.
function Get-OwnParameter {
    param([Management.Automation.CommandInfo] $Command)
    $common = [Management.Automation.Cmdlet]::CommonParameters + [Management.Automation.Cmdlet]::OptionalCommonParameters
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

# The name of a property's type as docs/reference/types.md has it.
function Get-ShownType {
    param([type] $Type)
    $plain = Get-PlainType $Type
    if ($plain.Name -like '*Dictionary*') { return 'Dictionary' }
    if ($plain.IsGenericType) { return "$((Get-PlainType $plain.GetGenericArguments()[0]).Name)[]" }
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
