# Files that are no image, or can't be read, or are named to do harm.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester runs the blocks of a file in one scope.')]
param()

BeforeDiscovery {
    $escape = [char]27
    $names = @(
        @{ Called = 'a line break'; Name = "line`nbreak.jpg"; Shown = 'line\u000Abreak.jpg'; NotOnWindows = $true }
        @{ Called = 'an escape sequence'; Name = "red$escape[31m.jpg"; Shown = 'red\u001B[31m.jpg'; NotOnWindows = $true }
        @{ Called = 'a mark that turns text round'; Name = "$([char]0x202e)gpj.exe.jpg"; Shown = '\u202Egpj.exe.jpg' }
        @{ Called = 'a leading dash'; Name = '-Force.jpg'; Shown = '-Force.jpg' }
        @{ Called = 'a tilde'; Name = '~'; Shown = '~' }
        @{ Called = 'a backtick'; Name = 'back`tick.jpg'; Shown = 'back`tick.jpg' }
        @{ Called = 'escaped brackets'; Name = 'a`[1`].jpg'; Shown = 'a`[1`].jpg' }
        @{ Called = 'wildcards'; Name = '*[!a]?.jpg'; Shown = '*[!a]?.jpg'; NotOnWindows = $true }
        @{ Called = 'an unclosed bracket'; Name = 'a[.jpg'; Shown = 'a[.jpg' }
        @{ Called = 'an expression'; Name = '$(throw).jpg'; Shown = '$(throw).jpg' }
        @{ Called = 'quotation marks'; Name = "it's {0}.jpg"; Shown = "it's {0}.jpg" }
        @{ Called = 'percent signs'; Name = '%41%2F.jpg'; Shown = '%41%2F.jpg' }
        @{ Called = 'other scripts'; Name = "$([char]0x65e5)$([char]0x672c) $([char]0xe9).jpg"; Shown = "$([char]0x65e5)$([char]0x672c) $([char]0xe9).jpg" }
        @{ Called = 'a character of two halves'; Name = "$([char]::ConvertFromUtf32(0x1f600)).jpg"; Shown = "$([char]::ConvertFromUtf32(0x1f600)).jpg" }
        @{ Called = 'a leading space'; Name = ' a.jpg'; Shown = ' a.jpg' }
        @{ Called = '200 characters'; Name = ('begin-' + 'x' * 184 + '-end.jpeg'); Shown = 'begin-*-end.jpeg'; IsLong = $true }
    )
    $contents = @(
        @{ Problem = 'is empty'; File = 'empty.jpg'; Id = 'ImageEmpty'; Category = 'InvalidData'; Content = { } }
        @{ Problem = 'is text named as an image'; File = 'text.jpg'; Id = 'ImageFormat'; Category = 'InvalidData'; Content = { [Text.Encoding]::ASCII.GetBytes("Not found`n") } }
        @{ Problem = 'is another kind of image'; File = 'other.png'; Id = 'ImageFormat'; Category = 'InvalidData'; Content = { [Text.Encoding]::ASCII.GetBytes('GIF89a and more of it') } }
        @{ Problem = 'ends inside its JPEG header'; File = 'cut.jpg'; Id = 'ImageTruncated'; Category = 'InvalidData'; Content = { [IO.File]::ReadAllBytes($panel)[0..99] } }
        @{ Problem = 'ends inside its PNG header'; File = 'cut.png'; Id = 'ImageTruncated'; Category = 'InvalidData'; Content = { [IO.File]::ReadAllBytes((Join-Path $samples 'images/panels/panel-04.png'))[0..19] } }
    )
}

BeforeAll {
    . $PSScriptRoot/Support.ps1
    $sample = Start-SampleEndpoint
    $asked = @{ ProjectVersionArn = $sample.Endpoint.ProjectVersionArn } + $sample.Connection
    $detection = 'CustomLabels.Commands.InvokeRKCustomLabelDetectionCommand'
    $panel = Join-Path $samples 'images/panels/panel-01.jpg'
    $folder = New-TestFolder
}

AfterAll {
    Stop-RKLocalEndpoint
    Remove-Item -LiteralPath $folder -Recurse -Force
}

Describe 'A file that <Problem>' -ForEach $contents {
    BeforeAll {
        $bad = Join-Path $folder $File
        [IO.File]::WriteAllBytes($bad, [byte[]]@(& $Content))
    }

    It 'is one error among the others and never sent' {
        $received = $sample.Endpoint.Counters.Received
        $results = Get-Item -LiteralPath $bad, $panel | Invoke-RKCustomLabelDetection @asked -ErrorAction SilentlyContinue -ErrorVariable failures
        $results.LiteralPath | Should -Be $panel
        $failures.FullyQualifiedErrorId | Should -Be "$Id,$detection"
        $failures.CategoryInfo.Category | Should -Be $Category
        $failures.TargetObject | Should -Be $bad
        $sample.Endpoint.Counters.Received - $received | Should -Be 1
    }

    It 'is not valid' {
        Get-Item -LiteralPath $bad | Test-RKImage -Quiet | Should -BeFalse
        (Get-Item -LiteralPath $bad | Test-RKImage).Limits.Where({ $_.Within -eq 'No' }).Name | Should -Contain 'Format'
    }
}

Describe 'A file that can''t be read' {
    It 'is one error while another program has it locked' {
        $locked = Join-Path $folder 'locked.jpg'
        [IO.File]::Copy($panel, $locked)
        $lock = [IO.File]::Open($locked, 'Open', 'ReadWrite', 'None')
        try {
            $results = Get-Item -LiteralPath $locked, $panel | Invoke-RKCustomLabelDetection @asked -ErrorAction SilentlyContinue -ErrorVariable failures
        }
        finally { $lock.Dispose() }
        $results.LiteralPath | Should -Be $panel
        $failures.FullyQualifiedErrorId | Should -Be "ImageUnreadable,$detection"
        $failures.CategoryInfo.Category | Should -Be 'ReadError'
    }

    It 'is one error where this account may not read it' {
        if ([IO.Path]::DirectorySeparatorChar -eq '\') { Set-ItResult -Skipped -Because 'Windows has no file modes; the locked file stands for it'; return }
        $forbidden = Join-Path $folder 'forbidden.jpg'
        [IO.File]::Copy($panel, $forbidden)
        chmod 0 $forbidden
        chmod 755 $folder
        $script = "`$env:AWS_ACCESS_KEY_ID = 'AKIDEXAMPLE'; `$env:AWS_SECRET_ACCESS_KEY = 'secret'; Import-Module '$(Join-Path $repository 'out/CustomLabels/CustomLabels.psd1')'
            Invoke-RKCustomLabelDetection -LiteralPath '$forbidden', '$(Join-Path $folder 'text.jpg')' -ProjectVersionArn $($asked.ProjectVersionArn) -EndpointUrl $($asked.EndpointUrl) -ErrorAction SilentlyContinue -ErrorVariable failures
            [Console]::Out.Write(`$failures.FullyQualifiedErrorId -join ' ')"
        $pwsh = Join-Path $PSHOME 'pwsh'
        $shell = $pwsh, '-NoProfile', '-NonInteractive', '-EncodedCommand', [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($script))
        if ((id -u) -eq '0') {
            # Root may read everything: another account looks.
            if (-not (Get-Command setpriv -ErrorAction Ignore)) { Set-ItResult -Skipped -Because 'root may read every file and there is no setpriv to become another account'; return }
            $shell = @('setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', 'env', "HOME=$folder/none") + $shell
            setpriv --reuid=65534 --regid=65534 --clear-groups test -r $repository/out/CustomLabels/CustomLabels.psd1 -a -x $pwsh
            if ($LASTEXITCODE -ne 0) { Set-ItResult -Skipped -Because 'the other account may not read the module, or not run this PowerShell'; return }
        }
        $program, $arguments = $shell
        & $program @arguments 2>&1 | Out-String | Should -BeLike "*ImageUnreadable,$detection ImageFormat,$detection*"
    }
}

Describe 'A folder' {
    It 'is passed over where it is piped as <As>' -ForEach @(@{ As = 'an object' }, @{ As = 'text' }) {
        $inside = New-Item -ItemType Directory (Join-Path $folder ([guid]::NewGuid().ToString('N')))
        $null = New-Item -ItemType Directory (Join-Path $inside.FullName 'more.jpg')
        [IO.File]::Copy($panel, (Join-Path $inside.FullName 'panel.jpg'))
        $piped = Get-ChildItem -LiteralPath $inside.FullName | ForEach-Object { if ($As -eq 'text') { $_.FullName } else { $_ } }

        $results = @($piped | Invoke-RKCustomLabelDetection @asked)
        $tests = @($piped | Test-RKImage)

        $results.Image | Should -Be 'panel.jpg'
        $tests.Image | Should -Be 'panel.jpg'
    }
}

Describe 'A file whose name holds <Called>' -ForEach $names {
    It 'is taken as it is, and shown without harm' {
        if ($NotOnWindows -and [IO.Path]::DirectorySeparatorChar -eq '\') { Set-ItResult -Skipped -Because 'Windows allows no such name'; return }
        if ($IsLong -and $PSVersionTable.PSEdition -eq 'Desktop') { Set-ItResult -Skipped -Because 'Windows PowerShell takes paths of 260 characters'; return }
        $inside = New-Item -ItemType Directory (Join-Path $folder ([guid]::NewGuid().ToString('N')))
        $file = Join-Path $inside.FullName $Name
        [IO.File]::Copy($panel, $file)
        Push-Location -LiteralPath $inside.FullName
        try {
            $byListing = Get-ChildItem | Invoke-RKCustomLabelDetection @asked
            $byName = Invoke-RKCustomLabelDetection -LiteralPath "./$Name" @asked
            $byWildcard = Invoke-RKCustomLabelDetection -Path ([WildcardPattern]::Escape($file)) @asked
            $test = Get-ChildItem | Test-RKImage
        }
        finally { Pop-Location }

        foreach ($result in $byListing, $byName, $byWildcard) {
            $result.LiteralPath | Should -BeExactly $file
            $result.CustomLabels.Name | Should -Be 'scratch'
        }
        $test.LiteralPath | Should -BeExactly $file
        $test.IsValid | Should -BeTrue

        foreach ($view in $byListing, $byListing.CustomLabels[0], $test) {
            $text = $view | Format-Table | Out-String -Width 100
            $lines = $text -split '\r?\n'
            $lines.Where({ $_ -like "*$(if ($IsLong) { '.jpeg' } else { [WildcardPattern]::Escape($Shown) })*" }).Count | Should -Be 1
            ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 100
        }
    }

    It 'is shown without harm in an error' {
        $missing = Join-Path $folder $Name
        Invoke-RKCustomLabelDetection -LiteralPath $missing @asked -ErrorAction SilentlyContinue -ErrorVariable failures | Should -BeNullOrEmpty
        $failures.FullyQualifiedErrorId | Should -Be "ImageNotFound,$detection"
        $failures.TargetObject | Should -BeExactly $missing
        "$($failures[0])" | Should -BeLike "*$(if ($IsLong) { $Shown } else { [WildcardPattern]::Escape($Shown) })*"
        "$($failures[0])" | Should -Not -Match '[\x00-\x1f\x7f\u202e]'
    }
}
