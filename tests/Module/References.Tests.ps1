# Images that are named in another way than by a path: URIs, ARNs, web addresses, text that is the image itself; and how much of it an error repeats.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester runs the blocks of a file in one scope.')]
param()

BeforeAll {
    . $PSScriptRoot/Support.ps1
    $sample = Start-SampleEndpoint
    $asked = @{ ProjectVersionArn = $sample.Endpoint.ProjectVersionArn } + $sample.Connection
    $detection = 'CustomLabels.Commands.InvokeRKCustomLabelDetectionCommand'
    $folder = New-TestFolder
    $panel = Join-Path $samples 'images/panels/panel-01.jpg'
    $spaced = Join-Path $folder 'a b+[1].jpg'
    [IO.File]::Copy($panel, $spaced)
    $base64 = [Convert]::ToBase64String([IO.File]::ReadAllBytes($panel))

    # The one error that a path comes to, which asks the service nothing.
    function Get-Refusal([string] $Path, [string] $Parameter = 'Path') {
        $received = $sample.Endpoint.Counters.Received
        $with = @{ $Parameter = $Path }
        Invoke-RKCustomLabelDetection @with @asked -ErrorAction SilentlyContinue -ErrorVariable failures | Should -BeNullOrEmpty
        $sample.Endpoint.Counters.Received | Should -Be $received
        $failures.Count | Should -Be 1
        $failures[0]
    }
}

AfterAll {
    Stop-RKLocalEndpoint
    Remove-Item -LiteralPath $folder -Recurse -Force
}

Describe 'As -<Parameter>' -ForEach @(@{ Parameter = 'Path' }, @{ Parameter = 'LiteralPath' }) {
    It 'a file: URI is the file' {
        $uri = 'file:///' + (($spaced.Replace('\', '/').TrimStart('/') -split '/' | ForEach-Object { [uri]::EscapeDataString($_) }) -join '/').Replace('%3A', ':')
        $uri | Should -BeLike 'file:///*%20*'
        $with = @{ $Parameter = $uri }
        (Invoke-RKCustomLabelDetection @with @asked).LiteralPath | Should -Be $spaced
        (Test-RKImage @with).LiteralPath | Should -Be $spaced
    }

    It 'the ARN of an object, <_>, is the S3 object' -ForEach 'arn:aws:s3:::line4/panels/panel-01.jpg', 'arn:aws-cn:s3:::line4/panels/panel-01.jpg', 'arn:aws-us-gov:s3:::line4/panels/panel-01.jpg' {
        $with = @{ $Parameter = $_ }
        $result = Invoke-RKCustomLabelDetection @with @asked
        "$($result.Bucket)/$($result.Key)" | Should -Be 'line4/panels/panel-01.jpg'
        $result.Image | Should -Be 's3://line4/panels/panel-01.jpg'
        $result.CustomLabels.Name | Should -Be 'scratch'
    }

    It '<Text> says what it is and what to do' -ForEach @(
        @{ Text = 'https://host.example/a.jpg?b=[1'; Is = '*is a web address*'; Do = '*Invoke-WebRequest*s3://bucket/key*' }
        @{ Text = 'http://host.example/a.jpg'; Is = '*is a web address*'; Do = '*Invoke-WebRequest*s3://bucket/key*' }
        @{ Text = 'https://line4.s3.eu-west-1.amazonaws.com/panels/a+b%281%29.jpg'; Is = '*web address of an S3 object*'; Do = "*'s3://line4/panels/a b(1).jpg'*" }
        @{ Text = 'data:image/jpeg;base64,/9j/4AAQ'; Is = '*data: URI*'; Do = '*-ImageBytes (`[Convert`]::FromBase64String(*' }
        @{ Text = '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAYEBQYFBAYG'; Is = '*base64*'; Do = '*-ImageBytes (`[Convert`]::FromBase64String(*' }
        @{ Text = 'fileb://a.jpg'; Is = '*full path*'; Do = '*path alone*' }
    ) {
        $failure = Get-Refusal $Text $Parameter
        $failure.FullyQualifiedErrorId | Should -Be "ImageUnreadable,$detection"
        "$failure" | Should -BeLike $Is
        $failure.ErrorDetails.RecommendedAction | Should -BeLike $Do
    }

    It 'an ARN of something else says what an S3 object is' {
        (Get-Refusal 'arn:aws:rekognition:us-east-1:123456789012:project/p' $Parameter).FullyQualifiedErrorId | Should -Be "S3UriInvalid,$detection"
    }
}

Describe 'A drive' {
    It 'may have the name of a scheme' {
        foreach ($name in 'data', 'https', 'arn', 'file') {
            $null = New-PSDrive -Name $name -PSProvider FileSystem -Root $folder
            try { (Invoke-RKCustomLabelDetection -LiteralPath "${name}:/a b+[1].jpg" @asked).LiteralPath | Should -Be $spaced }
            finally { Remove-PSDrive $name }
        }
    }
}

Describe 'Text that is no path' {
    It 'is repeated in few words: <Of>' -ForEach @(
        @{ Of = 'base64 of an image'; Make = { $base64 * 100 } }
        @{ Of = 'a data URI'; Make = { "data:image/jpeg;base64,$base64" * 100 } }
        @{ Of = 'eight million letters'; Make = { 'x' * 8MB } }
        @{ Of = 'eight million characters'; Make = { '. ' * 4MB } }
        @{ Of = 'a long pattern'; Make = { '*' + 'x.' * 10000 } }
        @{ Of = 'a long path of nothing'; Make = { 'x./' * 1000 } }
        @{ Of = 'a long web address'; Make = { 'https://host.example/' + 'x' * 100000 } }
        @{ Of = 'a long S3 URI'; Make = { 's3://line4/' + 'x' * 1MB } }
        @{ Of = 'a long ARN'; Make = { 'arn:aws:s3:::line4/' + 'x' * 1MB } }
    ) {
        $text = & $Make
        $journal = Join-Path $folder "$([guid]::NewGuid().ToString('N')).jsonl"
        $lines = Invoke-RKCustomLabelDetection $text @asked -JournalPath $journal -Verbose -Debug -ErrorAction SilentlyContinue -ErrorVariable failures 4>&1 5>&1
        $failures.Count | Should -Be 1
        $result = $failures[0].Exception.Result
        $shown = @("$($failures[0])", $failures[0].Exception.Message, "$($failures[0].TargetObject)", $failures[0].ErrorDetails.RecommendedAction, $result.Image, "$($result.LiteralPath)", "$result") + @($lines | ForEach-Object { "$_" })
        ($shown | Measure-Object Length -Maximum).Maximum | Should -BeLessThan 1500
        $failures[0].Exception.Message.Length | Should -BeLessThan 1000
        "$($failures[0].TargetObject)".Length | Should -BeLessOrEqual 400
        ([IO.File]::ReadAllLines($journal) | Measure-Object Length -Maximum).Maximum | Should -BeLessThan 4096
    }

    It 'is repeated in few words by every parameter: <Parameter>' -ForEach @(
        @{ Parameter = 'JournalPath' }, @{ Parameter = 'ProjectVersionArn' }, @{ Parameter = 'CliInputJson' }, @{ Parameter = 'CABundle' }, @{ Parameter = 'ProfileName' }, @{ Parameter = 'Region' }
    ) {
        $with = @{ LiteralPath = $panel; ProjectVersionArn = $asked.ProjectVersionArn } + $sample.Connection
        if ($Parameter -eq 'ProfileName') { foreach ($key in 'AccessKey', 'SecretKey') { $with.Remove($key) } }
        $with[$Parameter] = 'x.' * 500000
        $failure = try { Invoke-RKCustomLabelDetection @with -ErrorAction Stop } catch { $_ }
        $failure | Should -BeOfType ([Management.Automation.ErrorRecord])
        $failure.Exception.Message.Length | Should -BeLessThan 1500
        "$($failure.TargetObject)".Length | Should -BeLessOrEqual 400
    }
}

Describe 'A path of Start-RKLocalEndpoint' {
    It 'is repeated in few words where it is none: -<_>' -ForEach 'Manifest', 'ImageRoot', 'Journal', 'Model' {
        $with = switch ($_) {
            'Model' { @{ Model = @{ Manifest = 'x.' * 500000 } } }
            'ImageRoot' { @{ Manifest = (Join-Path $samples 'manifest.jsonl'); ImageRoot = 'x.' * 500000 } }
            default { @{ $_ = 'x.' * 500000 } }
        }
        $failure = try { Start-RKLocalEndpoint @with } catch { $_ }
        $failure | Should -BeOfType ([Management.Automation.ErrorRecord])
        $failure.Exception.Message.Length | Should -BeLessThan 1500
        "$($failure.TargetObject)".Length | Should -BeLessOrEqual 400
    }

    It 'is the file of that name, brackets or not' {
        $manifest = Join-Path $folder 'm[1].jsonl'
        [IO.File]::Copy((Join-Path $samples 'manifest.jsonl'), $manifest)
        $null = New-PSDrive -Name pics -PSProvider FileSystem -Root $folder
        try { $endpoint = Start-RKLocalEndpoint -Manifest 'pics:/m[1].jsonl' -ImageRoot (Join-Path $samples 'images') }
        finally { Remove-PSDrive pics }
        try { $endpoint.Manifest | Should -Be $manifest }
        finally { $endpoint | Stop-RKLocalEndpoint }
    }
}

Describe 'A long path of a file' {
    It 'stays whole in the result, the journal and the error, and is found again' {
        if ($PSVersionTable.PSEdition -eq 'Desktop') { Set-ItResult -Skipped -Because 'Windows PowerShell takes paths of 260 characters'; return }
        $deep = New-Item -ItemType Directory (Join-Path $folder (('d' * 150 + [IO.Path]::DirectorySeparatorChar) * 4))
        $file = Join-Path $deep.FullName 'a.jpg'
        [IO.File]::Copy($panel, $file)
        $journal = Join-Path $folder 'long.jsonl'
        (Invoke-RKCustomLabelDetection -LiteralPath $file @asked -JournalPath $journal).LiteralPath | Should -BeExactly $file
        $again = Invoke-RKCustomLabelDetection $file @asked -JournalPath $journal
        $again.FromJournal | Should -BeTrue
        $again.LiteralPath | Should -BeExactly $file

        [IO.File]::WriteAllText($file, 'No picture.')
        $null = Invoke-RKCustomLabelDetection -LiteralPath $file @asked -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures[0].FullyQualifiedErrorId | Should -Be "ImageFormat,$detection"
        $failures[0].TargetObject | Should -BeExactly $file
        "$($failures[0])".Length | Should -BeLessThan 600
    }
}

Describe 'An S3 key' {
    It 'that looks encoded, <Key>, is said to be so when it is not found' -ForEach @(
        @{ Key = 'panels/has+space.jpg'; Decoded = 'panels/has space.jpg' }
        @{ Key = 'panels/a%281%29.jpg'; Decoded = 'panels/a(1).jpg' }
    ) {
        foreach ($with in @{ Bucket = 'line4'; Key = $Key }, @{ LiteralPath = "s3://line4/$Key" }, @{ Path = "arn:aws:s3:::line4/$Key" }) {
            $null = Invoke-RKCustomLabelDetection @with @asked -ErrorAction SilentlyContinue -ErrorVariable failures
            $failures[0].FullyQualifiedErrorId | Should -Be "S3ObjectInvalid,$detection"
            "$($failures[0])" | Should -BeLike "*event notifications and object URLs*'$Decoded'*"
            $failures[0].ErrorDetails.RecommendedAction | Should -BeLike '*UnescapeDataString*'
        }
    }

    It 'that does not is not' {
        $null = Invoke-RKCustomLabelDetection -Bucket line4 -Key panels/none.jpg @asked -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures[0].FullyQualifiedErrorId | Should -Be "S3ObjectInvalid,$detection"
        "$($failures[0])" | Should -Not -BeLike '*encoded*'
    }
}
