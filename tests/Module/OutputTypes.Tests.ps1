# What scripts hold in their hands: public types only, and lists that can be indexed. A collection expression (C#'s [a, b]) that becomes an IReadOnlyList is of
# a type that the compiler makes up: it can be counted and piped, and $list[0] is the whole list.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeAll {
    . $PSScriptRoot/Support.ps1

    $folder = New-TestFolder
    $local = Start-SampleEndpoint -Option @{ Trouble = @{ Kind = 'InternalServerError'; Call = 1 } }
    $connected = $local.Connection
    $asked = $local.Connection + @{ ProjectVersionArn = $local.Endpoint.ProjectVersionArn }
    $images = Get-ChildItem (Join-Path $samples 'images') -Recurse -File | Select-Object -First 6
    $journal = Join-Path $folder 'night.jsonl'
    $all = [Reflection.BindingFlags]'Public, NonPublic, Instance, Static, DeclaredOnly'

    # The names of the compiler begin with <, which no language allows in a name.
    function Test-MadeUp([type] $Type) { $Type.Name.StartsWith('<') -or ($Type.IsNested -and (Test-MadeUp $Type.DeclaringType)) }

    # Every value that can be reached by properties from an object, with the way to it.
    function Get-Value([object] $Value, [string] $Way) {
        if ($null -eq $Value) { return }
        [pscustomobject]@{ Way = $Way; Value = $Value }
        if ($Value -is [string]) { return }
        if ($Value -is [Collections.IEnumerable] -and $Value -isnot [Collections.IDictionary]) { foreach ($item in $Value) { Get-Value $item "$Way[]" } }
        $type = $Value.GetType()
        if ($type.IsArray -or "$($type.Namespace)" -notlike 'CustomLabels*') { return }
        foreach ($property in $type.GetProperties([Reflection.BindingFlags]'Public, Instance')) {
            if ($property.GetIndexParameters().Count -eq 0) { Get-Value $property.GetValue($Value) "$Way.$($property.Name)" }
        }
    }
}

AfterAll {
    Stop-RKLocalEndpoint
    Remove-Item -LiteralPath $folder -Recurse -Force
}

Describe 'What comes out' {
    BeforeAll {
        $results = $images | Invoke-RKCustomLabelDetection @asked -MaxAttempts 1 -ThrottleLimit 1 -IncludeFailed -JournalPath $journal
        $outputs = @{
            'Invoke-RKCustomLabelDetection'               = $results
            'Invoke-RKCustomLabelDetection -ExpandLabels' = $images | Invoke-RKCustomLabelDetection @asked -ExpandLabels
            'Import-RKJournal'                            = Import-RKJournal $journal -IncludeFailed
            'Test-RKImage'                                = @($images | Test-RKImage) + @(, [byte[]](1, 2, 3) | Test-RKImage)
            'Test-RKManifest'                             = Test-RKManifest (Join-Path $samples 'manifest.jsonl')
            'Get-RKLocalEndpoint'                         = Get-RKLocalEndpoint
            'Get-RKModel'                                 = Get-RKModel @connected
            'Get-RKProject'                               = Get-RKProject @connected
            'the exception of an error'                   = $(try { Invoke-RKCustomLabelDetection none.jpg @asked -ErrorAction Stop } catch { $_.Exception })
        }
        $values = foreach ($output in $outputs.GetEnumerator()) { foreach ($object in $output.Value) { Get-Value $object $output.Key } }
    }

    It 'is of public types' {
        $ways = $values.Way | Sort-Object -Unique
        $ways | Should -Contain 'Test-RKImage.Limits[]'
        $ways | Should -Contain 'Get-RKLocalEndpoint.Models[]'
        $ways | Should -Contain 'Get-RKProject.Datasets[]'
        $ways | Should -Contain 'Invoke-RKCustomLabelDetection.CustomLabels[].Geometry.Polygon'
        $ways | Should -Contain 'Import-RKJournal.Error'
        @($values | Where-Object { -not $_.Value.GetType().IsVisible -and -not $_.Value.GetType().IsGenericType } | ForEach-Object { "$($_.Way) is $($_.Value.GetType())" } | Sort-Object -Unique) | Should -BeNullOrEmpty
        @($values | Where-Object { Test-MadeUp $_.Value.GetType() } | ForEach-Object { "$($_.Way) is $($_.Value.GetType())" } | Sort-Object -Unique) | Should -BeNullOrEmpty
    }

    It 'can be indexed where it is a list' {
        $lists = $values | Where-Object { $_.Value -is [Collections.IEnumerable] -and $_.Value -isnot [string] }
        @($lists | Where-Object { $_.Value -isnot [Collections.IList] -and $_.Value -isnot [Collections.IDictionary] } | ForEach-Object { "$($_.Way) is $($_.Value.GetType())" } | Sort-Object -Unique) | Should -BeNullOrEmpty
        foreach ($list in $lists | Where-Object { $_.Value -is [Collections.IList] -and $_.Value.Count -gt 1 }) {
            [object]::ReferenceEquals($list.Value[0], @($list.Value | Select-Object -First 1)[0]) -or $list.Value[0] -eq ($list.Value | Select-Object -First 1) | Should -BeTrue -Because $list.Way
        }
    }
}

Describe 'The public types' {
    BeforeAll {
        # The SDK's part is loaded by the first call.
        $null = $images[0] | Invoke-RKCustomLabelDetection @asked
        $assemblies = [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -in 'CustomLabels', 'CustomLabels.Core', 'CustomLabels.Local', 'CustomLabels.Aws' }
        $public = $assemblies | ForEach-Object { $_.GetExportedTypes() }
    }

    It 'are those of all four assemblies' { $assemblies.ForEach({ $_.GetName().Name }) | Sort-Object -Unique | Should -Be 'CustomLabels', 'CustomLabels.Aws', 'CustomLabels.Core', 'CustomLabels.Local' }

    It 'declare no member of a type that the compiler made up, and no list that is only made when it is read' {
        $wrong = foreach ($type in $public) {
            foreach ($member in $type.GetMembers([Reflection.BindingFlags]'Public, Instance, Static, DeclaredOnly')) {
                $found = switch ($member.MemberType) { 'Property' { $member.PropertyType } 'Field' { $member.FieldType } 'Method' { $member.ReturnType } }
                if (-not $found) { continue }
                foreach ($one in @($found) + $found.GetGenericArguments()) { if (Test-MadeUp $one) { "$type.$($member.Name) is $found" } }
                $isLazy = $found.IsGenericType -and $found.GetGenericTypeDefinition() -eq [Collections.Generic.IEnumerable[object]].GetGenericTypeDefinition()
                if ($isLazy -and $member.MemberType -eq 'Property') { "$type.$($member.Name) is $found" }
            }
        }
        $wrong | Should -BeNullOrEmpty
    }

    # What a cmdlet makes for itself is no output of it: those are looked at above.
    It 'make no list of such a type' {
        $makers = foreach ($type in $public | Where-Object { -not [Management.Automation.Cmdlet].IsAssignableFrom($_) }) {
            # With what the compiler made of their lambdas and iterators.
            foreach ($place in @($type) + $type.GetNestedTypes($all)) {
                foreach ($method in @($place.GetMethods($all)) + @($place.GetConstructors($all))) {
                    $body = $method.GetMethodBody()
                    if (-not $body) { continue }
                    $code = $body.GetILAsByteArray()
                    for ($i = 0; $i -lt $code.Length - 4; $i++) {
                        # newobj, and the token of a method (0x06) or of a member of another, or generic, type (0x0A).
                        if ($code[$i] -ne 0x73 -or $code[$i + 4] -notin 0x06, 0x0A) { continue }
                        $typeArguments = if ($place.IsGenericType) { $place.GetGenericArguments() }
                        $methodArguments = if ($method.IsGenericMethod) { $method.GetGenericArguments() }
                        try { $made = $place.Module.ResolveMethod([BitConverter]::ToInt32($code, $i + 1), $typeArguments, $methodArguments).DeclaringType }
                        catch { continue } # no token after all
                        if ($made.Name -like '<>z__*') { "$place.$($method.Name) makes $made" }
                    }
                }
            }
        }
        $makers | Sort-Object -Unique | Should -BeNullOrEmpty
    }
}
