# Paths as only Windows has them: prefixes, names of devices, names that no file can have.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester runs the blocks of a file in one scope.')]
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingWriteHost', '', Justification = 'It says why tests are skipped.')]
param()

BeforeDiscovery {
    $isElsewhere = [IO.Path]::DirectorySeparatorChar -ne '\'
    if ($isElsewhere) { Write-Host 'Skipped the paths of Windows: only Windows has them. Their rules are tested everywhere, by WindowsPathTests.' }
}

BeforeAll {
    . $PSScriptRoot/Support.ps1
    $sample = Start-SampleEndpoint
    $asked = @{ ProjectVersionArn = $sample.Endpoint.ProjectVersionArn } + $sample.Connection
    $detection = 'CustomLabels.Commands.InvokeRKCustomLabelDetectionCommand'
    $folder = New-TestFolder
    $panel = Join-Path $samples 'images/panels/panel-01.jpg'
    foreach ($name in 'a.jpg', 'b[1].jpg') { [IO.File]::Copy($panel, (Join-Path $folder $name)) }
    Push-Location -LiteralPath $folder
}

AfterAll {
    Pop-Location
    Stop-RKLocalEndpoint
    Remove-Item -LiteralPath $folder -Recurse -Force
}

Describe 'On Windows a path' -Skip:$isElsewhere {
    # Skipped where there are no paths of Windows: their rules are tested everywhere, by WindowsPathTests.
    It 'with the prefix <Prefix> is a file for -<Parameter>, from any location' -ForEach @(
        @{ Prefix = '\\?\'; Parameter = 'LiteralPath' }, @{ Prefix = '\\.\'; Parameter = 'LiteralPath' }
        @{ Prefix = '\\?\'; Parameter = 'Path' }, @{ Prefix = '\\.\'; Parameter = 'Path' }
    ) {
        foreach ($location in $folder, 'Env:') {
            Push-Location $location
            try {
                foreach ($name in 'a.jpg', 'b[1].jpg') {
                    $with = @{ $Parameter = "$Prefix$folder\$name" }
                    $result = Invoke-RKCustomLabelDetection @with @asked
                    $result.LiteralPath | Should -BeExactly "$Prefix$folder\$name"
                    $result.Image | Should -Be $name
                    Test-RKImage @with -Quiet | Should -BeTrue
                }
            }
            finally { Pop-Location }
        }
    }

    It 'with a prefix may hold wildcards' {
        (Invoke-RKCustomLabelDetection -Path "\\?\$folder\*.jpg" @asked).Image | Sort-Object | Should -Be 'a.jpg', 'b[1].jpg'
        Invoke-RKCustomLabelDetection -Path "\\?\$folder\none.jpg" @asked -ErrorAction SilentlyContinue -ErrorVariable failures | Should -BeNullOrEmpty
        $failures.FullyQualifiedErrorId | Should -Be "ImageNotFound,$detection"
    }

    It 'is the same image to the journal with a prefix and without' {
        $journal = Join-Path $folder 'night.jsonl'
        (Invoke-RKCustomLabelDetection -LiteralPath "\\?\$folder\a.jpg" @asked -JournalPath $journal).FromJournal | Should -BeFalse
        foreach ($path in "$folder\a.jpg", "\\.\$folder\a.jpg", "\\?\$folder\a.jpg", "\\?\$($folder.ToUpperInvariant())\A.JPG") {
            (Invoke-RKCustomLabelDetection -LiteralPath $path @asked -JournalPath "\\?\$journal").FromJournal | Should -BeTrue
        }
        @(Import-RKJournal "\\?\$journal").Count | Should -Be 1
        @(Import-RKJournal -LiteralPath "\\?\$journal").Count | Should -Be 1
    }

    It 'that is the name of a device, <_>, is refused' -ForEach '\\.\pipe\images', '\\?\pipe\images', '\\localhost\pipe\images', 'NUL', 'nul.jpg', 'CON', 'COM1', 'com1.jpg', 'AUX.png', 'NUL ', 'nul.', '\\.\NUL', '\\.\PhysicalDrive0' {
        foreach ($parameter in 'LiteralPath', 'Path') {
            $with = @{ $parameter = $_ }
            Invoke-RKCustomLabelDetection @with @asked -ErrorAction SilentlyContinue -ErrorVariable failures | Should -BeNullOrEmpty
            $failures.FullyQualifiedErrorId | Should -Be "ImageUnreadable,$detection"
            "$failures" | Should -BeLike '*a pipe, a device or a socket*'
            Test-RKImage @with -Quiet | Should -BeFalse
            $_ | Test-RKImage -Quiet | Should -BeFalse
        }
    }

    It 'is not connected to where it is the name of a pipe' {
        $name = "customlabels-$([guid]::NewGuid().ToString('N'))"
        $pipe = [IO.Pipes.NamedPipeServerStream]::new($name, 'InOut', 1, 'Byte', 'Asynchronous')
        try {
            $connecting = $pipe.WaitForConnectionAsync()
            foreach ($path in "\\.\pipe\$name", "\\?\pipe\$name") {
                Test-RKImage -LiteralPath $path -Quiet | Should -BeFalse
                $path | Test-RKImage -Quiet | Should -BeFalse
            }
            $connecting.IsCompleted | Should -BeFalse
        }
        finally { $pipe.Dispose() }
    }

    It 'that no file can have, <_>, names none' -ForEach '*.jpg', 'a?.jpg', 'a|b.jpg', '<a>.jpg', 'a"b.jpg' {
        Invoke-RKCustomLabelDetection -LiteralPath $_ @asked -ErrorAction SilentlyContinue -ErrorVariable failures | Should -BeNullOrEmpty
        $failures.FullyQualifiedErrorId | Should -Be "ImageNotFound,$detection"
        "$failures" | Should -Not -BeLike '*0x8*'
        Test-RKImage -LiteralPath $_ -Quiet | Should -BeFalse
    }

    It 'may be a file: URI of a drive' {
        $uri = [uri]::new((Join-Path $folder 'b[1].jpg')).AbsoluteUri
        (Invoke-RKCustomLabelDetection $uri @asked).LiteralPath | Should -Be (Join-Path $folder 'b[1].jpg')
    }
}
