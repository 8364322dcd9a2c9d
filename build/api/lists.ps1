# The C# of a model's lists, for generate.ps1: sets of values, bounds, error codes, operations.

function Get-ValueSet([string] $Name) {
    'using System;'
    'using System.Collections.Generic;'
    ''
    "namespace $namespace;"
    ''
    "/// <summary>The values of $Name.</summary>"
    "internal static class $Name"
    '{'
    foreach ($value in $shapes[$Name].enum) {
        # Rekognition's are in capitals; CloudWatch's are names by themselves, some with a slash in them.
        $constant = if ($value -cmatch '[a-z]') { $value.Replace('/', 'Per') } else { -join ($value.Split('_') | ForEach-Object { $_.Substring(0, 1) + $_.Substring(1).ToLowerInvariant() }) }
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
            if ($shape.ContainsKey('enum')) { 'TextRule', "new($namespace.$Name.All)".Replace('CustomLabels.Api.Generated.', 'Generated.') }
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
    "namespace $namespace;"
    ''
    '/// <summary>What the model asks of each of its shapes.</summary>'
    "internal static class $ruleClass"
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
    "namespace $namespace;"
    ''
    '/// <summary>The codes of the service''s own errors. AWS''s front end has others.</summary>'
    "internal static class $errorClass"
    '{'
    foreach ($code in $model.errors) {
        $of = @($model.operations.Keys | Where-Object { $code -in $model.operations[$_].errors })
        "    /// <summary>Of $(if ($of.Count -eq $model.operations.Count) { 'all operations' } else { $of -join ', ' }).</summary>"
        "    public const string $code = `"$code`";"
        if ($code -ne $model.errors[-1]) { '' }
    }

    '}'
}

function Get-OperationClass([hashtable] $Service) {
    'using CustomLabels.Api.Protocol;'
    'using CustomLabels.Api.Transport;'
    ''
    "namespace $namespace;"
    ''
    "/// <summary>$($Service.About), and whether each may be sent again when its answer got lost: the caller goes by it.</summary>"
    '/// <remarks><list type="table">'
    '/// <listheader><term>Operation</term><description>May it be sent again when its answer got lost?</description></listheader>'
    foreach ($name in $model.operations.Keys) { "/// <item><term>$name</term><description>$($repeats[$name])</description></item>" }
    '/// </list></remarks>'
    "internal static class $($Service.Property)Operations"
    '{'
    foreach ($name in $model.operations.Keys) {
        $operation = $model.operations[$name]
        $isRepeatable = ($repeats[$name] -like 'Yes: *').ToString().ToLowerInvariant()
        "    /// <summary>$name. $(if ($isRepeatable -eq 'true') { 'May be sent again.' } else { 'Must not be sent again.' })</summary>"
        $made = "new(AwsService.$($Service.Property), nameof($name), IsRepeatable: $isRepeatable)"
        if ($name -eq $byHand) { "    public static ServiceOperation $name { get; } = $made;" }
        else {
            $noMembers = if ($shapes[$operation.output].members.Count -eq 0) { ', hasNoMembers: true' }
            "    public static ApiOperation<$($operation.input), $($operation.output)> $name { get; } ="
            "        new($made, $($operation.input).Read, $($operation.output).Read$noMembers);"
        }

        ''
    }
    '}'
}
