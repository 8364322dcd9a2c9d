# The journal: what is finished isn't sent again, and what is emitted is in the file.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/Scripted.ps1

    $images = @(Get-ChildItem (Join-Path $samples 'images') -Recurse -File)
    $sample = Start-SampleEndpoint
    $connection = $sample.Connection + @{ ProjectVersionArn = $sample.Endpoint.ProjectVersionArn }
    $schema = Join-Path $repository 'docs/reference/journal.schema.json'
    function Get-Sent { $sample.Endpoint.Counters.Received }
    function Get-ImageLine { [IO.File]::ReadAllLines($journal) | ConvertFrom-Json | Where-Object Type -EQ Image }
}
AfterAll { $sample.Endpoint | Stop-RKLocalEndpoint }

Describe 'The journal' {
    BeforeEach {
        $folder = New-TestFolder
        $journal = Join-Path $folder 'night.jsonl'
        $with = $connection + @{ JournalPath = $journal }
    }
    AfterEach { Remove-Item -LiteralPath $folder -Recurse -Force }

    Context 'A command that is run again' {
        It 'sends nothing, and gives the same results in order' {
            $first = @($images | Invoke-RKCustomLabelDetection @with -MinConfidence 70)
            $sent = Get-Sent
            $again = @($images | Invoke-RKCustomLabelDetection @with -MinConfidence 70)

            Get-Sent | Should -Be $sent
            $again.LiteralPath | Should -Be $images.FullName
            $again.FromJournal | Should -Be (@($true) * $images.Count)
            $first.FromJournal | Should -Be (@($false) * $images.Count)
            ($again | ConvertTo-RKCliOutput) | Should -BeExactly ($first | ConvertTo-RKCliOutput)
            $again.Timestamp | Should -Be $first.Timestamp
            $again.CustomLabels.PixelBox | Should -Be $first.CustomLabels.PixelBox
            Test-Path "$journal.lock" | Should -BeFalse
        }

        It 'puts new images in their places among those that are finished' {
            $null = $images | Where-Object { $images.IndexOf($_) % 3 } | Invoke-RKCustomLabelDetection @with

            $all = @($images | Invoke-RKCustomLabelDetection @with)

            $all.LiteralPath | Should -Be $images.FullName
            $all.FromJournal | Should -Be @(0..($images.Count - 1) | ForEach-Object { [bool]($_ % 3) })
        }

        It 'counts in its summary what came from the journal' {
            $null = $images | Select-Object -First 5 | Invoke-RKCustomLabelDetection @with
            $said = $images | Invoke-RKCustomLabelDetection @with -Verbose 4>&1 | Where-Object { $_ -is [Management.Automation.VerboseRecord] }
            "$($said[-1])" | Should -Match "^Images: $($images.Count) \(5 from the journal\), labels: "
        }

        It 'goes on after Select-Object -First' {
            $null = $images | Invoke-RKCustomLabelDetection @with -ThrottleLimit 1 | Select-Object -First 3
            $sent = Get-Sent
            $kept = @($images | Invoke-RKCustomLabelDetection @with | Where-Object FromJournal).Count
            $kept | Should -BeIn 3, 4
            # A request that was given up may still have been on the wire, and not counted yet.
            (Get-Sent) - $sent | Should -BeIn ($images.Count - $kept), ($images.Count - $kept + 1)
        }

        It 'tries failures again, those before any request too; with -SkipFailed they come as they were' {
            $missing = Join-Path $folder 'missing.jpg'
            $text = Join-Path $folder 'text.jpg'
            Set-Content -LiteralPath $text 'no image'
            $first = Get-Outcome ($with + @{ LiteralPath = $missing, 'nodrive:\x.jpg', $text, $images[0].FullName })
            $first.Written.FullyQualifiedErrorId -replace ',.*' | Should -Be 'ImageNotFound', 'ImageUnreadable', 'ImageFormat'
            $kept = Import-RKJournal $journal -IncludeFailed
            ($kept | Where-Object Error).Error.Id | ForEach-Object ToString | Sort-Object | Should -Be 'ImageFormat', 'ImageNotFound', 'ImageUnreadable'
            @(Import-RKJournal $journal).Count | Should -Be 1

            Copy-Item -LiteralPath $images[1].FullName $text
            $again = @(Invoke-RKCustomLabelDetection @with -LiteralPath $missing, $text -IncludeFailed -SkipFailed)
            $again.Status | Should -Be 'Failed', 'Succeeded'
            $again.FromJournal | Should -Be $true, $false
            $again[0].Error.RecommendedAction | Should -BeExactly ($first.Written | Where-Object FullyQualifiedErrorId -Like 'ImageNotFound*').ErrorDetails.RecommendedAction
        }

        It 'finds bytes by their content' {
            $bytes = [IO.File]::ReadAllBytes($images[0].FullName)
            $null = Invoke-RKCustomLabelDetection @with -ImageBytes $bytes
            (, $bytes | Invoke-RKCustomLabelDetection @with).FromJournal | Should -BeTrue
        }

        It 'keeps boxes in pixels right for another -ExifOrientation' {
            $turned = Get-Item -LiteralPath (Join-Path $samples "images/panels/panel $([char]0xE9) 07.jpg")
            $null = $turned | Invoke-RKCustomLabelDetection @with
            $asStored = $turned | Invoke-RKCustomLabelDetection @connection -ExifOrientation Ignore
            $again = $turned | Invoke-RKCustomLabelDetection @with -ExifOrientation Ignore
            $again.FromJournal | Should -BeTrue
            $again.ImageWidth, $again.ImageHeight | Should -Be $asStored.ImageWidth, $asStored.ImageHeight
            $again.CustomLabels.PixelBox | Should -Be $asStored.CustomLabels.PixelBox
        }
    }

    Context 'The file' {
        It 'is where the session is, and where its drives are' {
            $null = New-PSDrive -Name Night -PSProvider FileSystem -Root $folder -Scope Global
            Push-Location $folder
            try {
                $null = $images[0] | Invoke-RKCustomLabelDetection @connection -JournalPath 'a[1].jsonl'
                $null = $images[0] | Invoke-RKCustomLabelDetection @connection -JournalPath Night:/b.jsonl
            }
            finally {
                Pop-Location
                Remove-PSDrive Night
            }
            (Get-ChildItem -LiteralPath $folder).Name | Should -Be 'a[1].jsonl', 'b.jsonl'
            # The file, and not a1.jsonl.
            $null = New-Item (Join-Path $folder 'a1.jsonl')
            (Get-Item -LiteralPath (Join-Path $folder 'a[1].jsonl') | Import-RKJournal).LiteralPath | Should -Be $images[0].FullName
        }

        It 'has lines of the published form' -Skip:(-not (Get-Command Test-Json -ErrorAction Ignore)) {
            # Skipped on Windows PowerShell, which has no Test-Json.
            $tagged = @{ Serial = 7; Due = [datetime]'2026-01-02'; Parts = 1, 2; Rate = 0.5; Empty = $null }
            $null = $images | Invoke-RKCustomLabelDetection @with -MinConfidence 33.3 -MaxResults 3 -Tag $tagged -ExifOrientation Ignore -Durable
            $null = Get-Outcome ($with + @{ LiteralPath = (Join-Path $folder 'no.jpg'), 's3://line4/none.jpg', 's3://x' })
            $null = Invoke-RKCustomLabelDetection @with -ImageBytes ([IO.File]::ReadAllBytes($images[0].FullName))

            $lines = [IO.File]::ReadAllLines($journal)
            $lines.Count | Should -Be (1 + 3 + $images.Count + 3 + 1)
            foreach ($line in $lines) { Test-Json -Json $line -SchemaFile $schema -ErrorAction Stop | Should -BeTrue }
            # The schema would find something.
            Test-Json -Json '{"Type":"Image","Source":{}}' -SchemaFile $schema -ErrorAction Ignore | Should -BeFalse
            $lines[0] | Should -Match '^\{"Type":"Header","FormatVersion":2,'
        }

        It 'holds no secret' {
            $secrets = 'SECRETsecretSECRETsecretSECRETsecretSECR', 'TOKENtokenTOKEN'
            $null = $images[0] | Invoke-RKCustomLabelDetection -JournalPath $journal -ProjectVersionArn $connection.ProjectVersionArn -EndpointUrl $connection.EndpointUrl -AccessKey AKIDEXAMPLE -SecretKey $secrets[0] -SessionToken $secrets[1]
            $text = [IO.File]::ReadAllText($journal)
            foreach ($secret in $secrets + 'AKIDEXAMPLE') { $text | Should -Not -Match $secret }
        }

        It 'keeps a tag of the kind <Kind>' -ForEach @(
            @{ Kind = 'text'; Tag = "$([char]0xDC)`"7`""; Kept = "$([char]0xDC)`"7`"" }
            @{ Kind = 'int'; Tag = 7; Kept = [long]7 }
            @{ Kind = 'decimal'; Tag = 1.5d; Kept = 1.5 }
            @{ Kind = 'boolean'; Tag = $false; Kept = $false }
            @{ Kind = 'date'; Tag = [datetime]::new(2026, 1, 2, 3, 4, 5, [DateTimeKind]::Utc); Kept = '2026-01-02T03:04:05.0000000Z' }
            @{ Kind = 'enum'; Tag = [DayOfWeek]::Monday; Kept = 'Monday' }
            @{ Kind = 'list'; Tag = 1, 'b'; Kept = '1 b' }
            @{ Kind = 'not a number'; Tag = [double]::NaN; Kept = 'NaN' }
        ) {
            $null = $images[0] | Invoke-RKCustomLabelDetection @with -Tag $Tag
            $imported = Import-RKJournal $journal
            , $imported.Tag | Should -BeOfType $Kept.GetType()
            $imported.Tag | Should -BeExactly $Kept
        }

        It 'keeps what PowerShell has wrapped, and a member without a name' {
            $wrapped = 5 | Add-Member -NotePropertyName Unit -NotePropertyValue mm -PassThru
            $null = $images[0] | Invoke-RKCustomLabelDetection @with -Tag @{ Row = $wrapped; '' = 1 }
            $tag = (Import-RKJournal $journal).Tag
            $tag.Row, $tag._ | Should -Be 5, 1
            $tag.Row | Should -BeOfType long
        }

        It 'keeps rows of a CSV file as objects' {
            $null = $images[0] | Invoke-RKCustomLabelDetection @with -Tag ([pscustomobject]@{ Order = 'A7'; Count = 3; Parts = @{ x = 1 } })
            $tag = (Import-RKJournal $journal).Tag
            $tag.PSObject.Properties.Name | Should -Be 'Order', 'Count', 'Parts'
            $tag.Order, $tag.Count | Should -Be 'A7', 3
            $tag.Parts | Should -BeOfType string
            # The run's own tag is the result's.
            ($images[0] | Invoke-RKCustomLabelDetection @with -Tag 'today').Tag | Should -Be 'today'
        }
    }

    Context 'What an editor or a script has saved' {
        It 'is read and gone on with where it begins with a byte order mark' {
            $first = @($images | Select-Object -First 3 | Invoke-RKCustomLabelDetection @with)
            $mark = [byte[]](0xEF, 0xBB, 0xBF)
            [IO.File]::WriteAllBytes($journal, $mark + [IO.File]::ReadAllBytes($journal))
            $sent = Get-Sent

            (Import-RKJournal $journal -WarningAction Stop).LiteralPath | Sort-Object | Should -Be ($first.LiteralPath | Sort-Object)
            $again = @($images | Select-Object -First 4 | Invoke-RKCustomLabelDetection @with -WarningAction Stop)

            (Get-Sent) - $sent | Should -Be 1
            $again.FromJournal | Should -Be $true, $true, $true, $false
            ($again | Select-Object -First 3 | ConvertTo-RKCliOutput) | Should -BeExactly ($first | ConvertTo-RKCliOutput)
            $again[0].CustomLabels.PixelBox | Should -Be $first[0].CustomLabels.PixelBox
            @(Import-RKJournal $journal).Count | Should -Be 4
            $replay = Start-RKLocalEndpoint -Journal $journal
            try { $replayed = $images[0] | Invoke-RKCustomLabelDetection -ProjectVersionArn $replay.ProjectVersionArn -EndpointUrl $replay.EndpointUrl -AccessKey a -SecretKey b }
            finally { $replay | Stop-RKLocalEndpoint }
            ($replayed | ConvertTo-RKCliOutput) | Should -BeExactly ($first[0] | ConvertTo-RKCliOutput)
        }

        It 'has its torn last line cut off to the byte, byte order mark or not' {
            $null = $images | Select-Object -First 2 | Invoke-RKCustomLabelDetection @with
            [IO.File]::WriteAllBytes($journal, [byte[]](0xEF, 0xBB, 0xBF) + [IO.File]::ReadAllBytes($journal) + [Text.Encoding]::UTF8.GetBytes('{"Type":"Image","Sour'))
            $null = $images | Select-Object -First 2 | Invoke-RKCustomLabelDetection @with -WarningVariable warned -WarningAction SilentlyContinue
            "$warned" | Should -BeLike '*last 21 bytes were cut off*'
            @(Import-RKJournal $journal -WarningAction Stop).Count | Should -Be 2
        }

        It 'is named where it is UTF-16, and not changed' {
            $null = $images[0] | Invoke-RKCustomLabelDetection @with
            # What > and Out-File write in Windows PowerShell.
            [IO.File]::ReadAllText($journal) | Out-File -LiteralPath $journal -Encoding Unicode
            $before = [IO.File]::ReadAllBytes($journal)
            { $images[0] | Invoke-RKCustomLabelDetection @with } | Should -Throw -ErrorId 'JournalInvalid,*' -ExpectedMessage '*UTF-16*'
            { Import-RKJournal $journal -ErrorAction Stop } | Should -Throw -ErrorId 'JournalInvalid,*' -ExpectedMessage '*UTF-16*'
            [IO.File]::ReadAllBytes($journal) | Should -Be $before
        }
    }

    Context 'What can go wrong' {
        It 'cuts off a torn last line, and says so' {
            $null = $images | Select-Object -First 2 | Invoke-RKCustomLabelDetection @with
            [IO.File]::AppendAllText($journal, '{"Type":"Image","Sour')
            $null = Import-RKJournal $journal -WarningVariable imported -WarningAction SilentlyContinue
            "$imported" | Should -BeLike '*last 21 bytes are left out*'
            $null = $images | Select-Object -First 2 | Invoke-RKCustomLabelDetection @with -WarningVariable warned -WarningAction SilentlyContinue
            "$warned" | Should -BeLike "*last 21 bytes were cut off*"
            @(Import-RKJournal $journal -WarningAction Stop).Count | Should -Be 2
        }

        It 'refuses <What> before any request, and leaves it alone' -ForEach @(
            @{ What = 'a file that is no journal'; Content = "Name,Value`nx,1`n"; Said = '*not a journal*' }
            @{ What = 'a spoilt line'; Content = "{`"Type`":`"Header`",`"FormatVersion`":1}`n{`"Type`":`n{}`n"; Said = '*line 2*' }
            @{ What = 'another version'; Content = "{`"Type`":`"Header`",`"FormatVersion`":9}`n"; Said = '*version 9*' }
        ) {
            [IO.File]::WriteAllText($journal, $Content)
            $sent = Get-Sent
            $outcome = Get-Outcome $with $images
            $outcome.Ending.FullyQualifiedErrorId | Should -BeExactly 'JournalInvalid,CustomLabels.Commands.InvokeRKCustomLabelDetectionCommand'
            $outcome.Ending.CategoryInfo.Category | Should -Be 'InvalidData'
            $outcome.Ending.Exception.Message | Should -BeLike $Said
            $outcome.Ending.TargetObject | Should -Be $journal
            Get-Sent | Should -Be $sent
            [IO.File]::ReadAllText($journal) | Should -BeExactly $Content
            { Import-RKJournal $journal -ErrorAction Stop } | Should -Throw -ErrorId 'JournalInvalid,CustomLabels.Commands.ImportRKJournalCommand'
        }

        It 'tells a second run who has the journal' {
            $scripted = Open-ScriptedServer ([CustomLabels.Testing.Step]::Stall())
            $session = Open-Session '$images | Invoke-RKCustomLabelDetection @connection' @{ images = $images; connection = $scripted.Connection + @{ JournalPath = $journal } }
            try {
                $null = $session.BeginInvoke()
                Wait-Until { $scripted.Server.InFlight -gt 0 } -For 'a request'
                $outcome = Get-Outcome $with $images
                $outcome.Ending.FullyQualifiedErrorId | Should -BeLike 'JournalInUse,*'
                $outcome.Ending.CategoryInfo.Category | Should -Be 'ResourceBusy'
                $outcome.Ending.Exception.Message | Should -BeLike "*process $PID on $([Environment]::MachineName), started by $([Environment]::UserName), since 20*"
                @(Import-RKJournal $journal).Count | Should -Be 0
                Assert-Stop $session
            }
            finally {
                $session.Dispose()
                $scripted.Server.Dispose()
            }
            @($images | Invoke-RKCustomLabelDetection @with).Count | Should -Be $images.Count
        }

        It 'ends the run when the journal can''t be written, after what is in it' -Skip:(-not $IsLinux) {
            # Skipped where a file has no limit by which a disk is full.
            # A file that has grown to its limit is as full as a disk.
            $script = ". '$PSScriptRoot/Support.ps1'; `$c = @{ EndpointUrl = '$($connection.EndpointUrl)'; ProjectVersionArn = '$($connection.ProjectVersionArn)'; AccessKey = 'AKIDEXAMPLE'; SecretKey = 'secret'; JournalPath = '$journal' }
                try { Get-ChildItem '$samples/images' -Recurse -File | Invoke-RKCustomLabelDetection @c -ThrottleLimit 1 | ForEach-Object { `$_.LiteralPath } } catch { `$_.FullyQualifiedErrorId }"
            $encoded = [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($script))
            $lines = @(& bash -c "trap '' XFSZ; ulimit -f 8; DOTNET_EnableWriteXorExecute=0 exec '$PSHOME/pwsh' -NoProfile -NonInteractive -OutputFormat Text -EncodedCommand $encoded")

            $lines[-1] | Should -BeExactly 'JournalWriteFailed,CustomLabels.Commands.InvokeRKCustomLabelDetectionCommand'
            $kept = @(Import-RKJournal $journal -WarningAction Stop)
            $lines.Count | Should -BeGreaterThan 2
            $lines[0..($lines.Count - 2)] | Should -Be $kept.LiteralPath
        }

        It 'counts no failure twice that ends a run after too many' {
            $bad = foreach ($name in 'b1.jpg', 'b2.jpg', 'b3.jpg') { $path = Join-Path $folder $name; Set-Content -LiteralPath $path 'just text'; $path }
            $all = $with + @{ LiteralPath = @($bad) + $images[0].FullName; IncludeFailed = $true }
            $null = Get-Outcome $all

            $outcome = Get-Outcome ($all + @{ SkipFailed = $true; MaxConsecutiveFailures = 2 })

            $outcome.Ending | Should -BeNullOrEmpty
            $outcome.Results.Status | Should -Be 'Failed', 'Failed', 'Failed', 'Succeeded'
            $outcome.Results.FromJournal | Should -Not -Contain $false
        }

        It 'says why it can''t be made' {
            $missing = Join-Path $folder 'none/night.jsonl'
            { $images | Invoke-RKCustomLabelDetection @connection -JournalPath $missing } | Should -Throw -ErrorId 'JournalWriteFailed,*' -ExpectedMessage '*Its folder does not exist.*'
        }

        It 'says that -<Name> needs a journal' -ForEach @(@{ Name = 'Durable' }, @{ Name = 'SkipFailed' }, @{ Name = 'VerifyContent' }) {
            $more = @{ $Name = $true }
            { $images | Invoke-RKCustomLabelDetection @connection @more } | Should -Throw -ErrorId 'RequestInvalid,*'
        }

        It 'refuses a path that is no file''s' {
            { $images | Invoke-RKCustomLabelDetection @connection -JournalPath env:PATH } | Should -Throw -ErrorId 'JournalInvalid,*' -ExpectedMessage '*Environment drive*'
            { $images | Invoke-RKCustomLabelDetection @connection -JournalPath nodrive:\x } | Should -Throw -ErrorId 'JournalInvalid,*'
            { $images | Invoke-RKCustomLabelDetection @connection -JournalPath (Join-Path $folder 'no/folder/x') } | Should -Throw -ErrorId 'JournalWriteFailed,*'
        }

        It 'keeps no sample answers' {
            $null = $images[0] | Invoke-RKCustomLabelDetection -ProjectVersionArn $arn -GenerateCliSkeleton Output -JournalPath $journal
            Test-Path $journal | Should -BeFalse
        }
    }

    Context 'Import-RKJournal' {
        It 'takes wildcards, many paths and files, and says what is not there' {
            foreach ($name in 'a.jsonl', 'b.jsonl') { $null = $images[0] | Invoke-RKCustomLabelDetection @connection -JournalPath (Join-Path $folder $name) }
            @(Import-RKJournal "$folder/*.jsonl").Count | Should -Be 2
            @("$folder/a.jsonl", "$folder/b.jsonl" | Import-RKJournal).Count | Should -Be 2
            @(Get-ChildItem $folder | Import-RKJournal).Count | Should -Be 2
            $found = @(Import-RKJournal "$folder/no.jsonl", "$folder/a.jsonl" -ErrorVariable errors -ErrorAction SilentlyContinue)
            $found.Count | Should -Be 1
            $errors[0].FullyQualifiedErrorId | Should -BeExactly 'PathNotFound,CustomLabels.Commands.ImportRKJournalCommand'
            { Import-RKJournal -LiteralPath "$folder/no.jsonl" -ErrorAction Stop } | Should -Throw -ErrorId 'JournalInvalid,*'
        }

        It 'takes the name of a file as that file, whatever it would match as a pattern' {
            foreach ($name in 'a1.jsonl', 'a[1].jsonl', 'b[.jsonl') { $null = $images[0] | Invoke-RKCustomLabelDetection @connection -Tag $name -JournalPath (Join-Path $folder $name) }
            Push-Location -LiteralPath $folder
            try { ('a[1].jsonl', 'a1.jsonl', 'b[.jsonl' | Import-RKJournal).Tag | Should -Be 'a[1].jsonl', 'a1.jsonl', 'b[.jsonl' }
            finally { Pop-Location }
        }

        It 'says of <_> that it names nothing, and what to do' -ForEach 'none*.jsonl', 'no/*.jsonl', 'x[.jsonl' {
            Import-RKJournal "$folder/$_" -ErrorVariable errors -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
            $errors.Count | Should -Be 1
            $errors[0].FullyQualifiedErrorId | Should -BeExactly 'PathNotFound,CustomLabels.Commands.ImportRKJournalCommand'
            "$($errors[0])" | Should -BeLike "*$([WildcardPattern]::Escape($_))*"
            $errors[0].ErrorDetails.RecommendedAction | Should -BeLike '*-LiteralPath*'
        }

        It 'gives results that can be sent again' {
            $null = $images[0] | Invoke-RKCustomLabelDetection @with -MinConfidence 70
            (Import-RKJournal $journal | Invoke-RKCustomLabelDetection -EndpointUrl $connection.EndpointUrl -AccessKey AKIDEXAMPLE -SecretKey secret).LiteralPath | Should -Be $images[0].FullName
        }
    }

    Context 'The local endpoint with a journal' {
        It 'answers what was recorded, with <Data>' -ForEach @(@{ Data = 'a journal alone'; Beside = $false }, @{ Data = 'a manifest beside it'; Beside = $true }) {
            $first = @($images | Invoke-RKCustomLabelDetection @with)
            $option = if ($Beside) { @{ Manifest = Join-Path $samples 'manifest.jsonl'; ImageRoot = Join-Path $samples 'images' } } else { @{} }
            $replay = Start-RKLocalEndpoint -Journal $journal @option
            try {
                $replay.ProjectVersionArn | Should -Be $connection.ProjectVersionArn
                $again = @($images | Invoke-RKCustomLabelDetection -ProjectVersionArn $replay.ProjectVersionArn -EndpointUrl $replay.EndpointUrl -AccessKey a -SecretKey b)
            }
            finally { $replay | Stop-RKLocalEndpoint }
            ($again | ConvertTo-RKCliOutput) | Should -BeExactly ($first | ConvertTo-RKCliOutput)
        }

        It 'refuses what is no journal' {
            [IO.File]::WriteAllText($journal, "x`n")
            { Start-RKLocalEndpoint -Journal $journal } | Should -Throw -ErrorId 'JournalInvalid,*'
        }
    }

    Context 'Runs that are killed' {
        It 'lose nothing, and repeat only what was in flight' {
            # Skipped on Windows PowerShell, which the program is not written for.
            $shell = Join-Path $PSHOME $(if ($PSEdition -eq 'Core') { 'pwsh' } else { 'powershell' })
            $report = & $shell -NoProfile -NonInteractive -File (Join-Path $repository 'tests/Bench/Journal/kill.ps1') -Kills 3 -Images 40 | ConvertFrom-Json
            $report.Goals.Count | Should -Be 5
            ($report.Goals | Where-Object { -not $_.Reached }).Text | Should -BeNullOrEmpty
        } -Skip:($PSEdition -ne 'Core')
    }
}
