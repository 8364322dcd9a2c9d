# Images that are too large: sent as they are, or made to fit; and found again by what is to be seen on them.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/Child.ps1

    $folder = New-TestFolder
    $panel = Join-Path $samples 'images/panels/panel-01.jpg'

    # A picture that has too many bytes, and few pixels: what follows the end of a JPEG is no part of it.
    function Get-Padded([string] $Name, [int] $Length, [string] $Source = $panel) {
        $path = Join-Path $folder $Name
        Copy-Item -LiteralPath $Source $path
        $file = [IO.File]::Open($path, 'Open')
        $file.SetLength($Length)
        $file.Dispose()
        $path
    }

    # A PNG that has too many pixels, and few bytes: black, of one bit a pixel.
    function Get-Black([string] $Name, [int] $Width, [int] $Height) {
        $number = { param([uint32] $value) $bytes = [BitConverter]::GetBytes($value); [array]::Reverse($bytes); $bytes }
        $row = 1 + [Math]::Ceiling($Width / 8)
        $packed = [IO.MemoryStream]::new()
        $deflate = [IO.Compression.DeflateStream]::new($packed, [IO.Compression.CompressionMode]::Compress, $true)
        $deflate.Write([byte[]]::new($row * $Height), 0, $row * $Height)
        $deflate.Dispose()
        # The sum of a stream of zeros (RFC 1950).
        $sum = & $number ((($row * $Height) % 65521) * 65536 + 1)
        $png = [IO.MemoryStream]::new()
        $write = { param([byte[]] $bytes) $png.Write($bytes, 0, $bytes.Length) }
        & $write 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A
        foreach ($chunk in @('IHDR', ((& $number $Width) + (& $number $Height) + @(1, 0, 0, 0, 0))), @('IDAT', (@(0x78, 1) + $packed.ToArray() + $sum)), @('IEND', @())) {
            $typed = [Text.Encoding]::ASCII.GetBytes($chunk[0]) + $chunk[1]
            $crc = [uint32]::MaxValue
            foreach ($byte in $typed) {
                $crc = $crc -bxor $byte
                for ($bit = 0; $bit -lt 8; $bit++) { $crc = if ($crc -band 1) { ($crc -shr 1) -bxor 3988292384 } else { $crc -shr 1 } }
            }
            & $write (& $number (@($chunk[1]).Count))
            & $write $typed
            & $write (& $number (4294967295 - $crc))
        }
        $path = Join-Path $folder $Name
        [IO.File]::WriteAllBytes($path, $png.ToArray())
        $path
    }

    $sample = Start-SampleEndpoint
    $with = $sample.Connection + @{ ProjectVersionArn = $sample.Endpoint.ProjectVersionArn }
    $padded = Get-Padded 'padded.jpg' 4000001
    $huge = Get-Padded 'huge.jpg' 6000000
    $wide = Get-Black 'wide.png' -Width 5000 -Height 1200
}

AfterAll {
    Stop-RKLocalEndpoint
    Remove-Item -LiteralPath $folder -Recurse -Force
}

Describe 'Invoke-RKCustomLabelDetection -Oversized' {
    It 'sends what is too large as it is unless it is told otherwise' {
        $result = Invoke-RKCustomLabelDetection @with $padded
        $result.Status, $result.SentLength, $result.SentWidth | Should -Be 'Succeeded', $null, $null
        { Invoke-RKCustomLabelDetection @with $huge -Oversized Send -ErrorAction Stop } | Should -Throw -ErrorId 'ImageTooLarge,*'
    }

    It 'makes an image of too many bytes fit, also one of more than the API takes' {
        $results = @($padded, $huge | Invoke-RKCustomLabelDetection @with -Oversized Shrink)
        $results.Image | Should -Be 'padded.jpg', 'huge.jpg'
        foreach ($result in $results) {
            $result.Status, $result.ImageWidth, $result.ImageHeight | Should -Be 'Succeeded', 640, 480
            $result.SentLength | Should -BeIn (1..4000000)
            $result.SentWidth, $result.SentHeight | Should -Be 640, 480
        }
    }

    It 'makes an image of too many pixels fit; sizes and boxes are those of the image as it was given' {
        $result = Invoke-RKCustomLabelDetection @with $wide -Oversized Shrink
        $result.ImageWidth, $result.ImageHeight, $result.SentWidth, $result.SentHeight | Should -Be 5000, 1200, 4096, 983
    }

    It 'sends what fits as it is, byte for byte, so that the endpoint knows it' {
        $plain = Invoke-RKCustomLabelDetection @with $panel
        $result = Invoke-RKCustomLabelDetection @with $panel -Oversized Shrink
        $result.SentLength | Should -BeNullOrEmpty
        "$($result.CustomLabels)" | Should -Be "$($plain.CustomLabels)"
        $result.CustomLabels.Count | Should -BeGreaterThan 0
    }

    It 'takes bytes and streams too' {
        (Invoke-RKCustomLabelDetection @with -ImageBytes ([IO.File]::ReadAllBytes($huge)) -Oversized Shrink).SentWidth | Should -Be 640
        $stream = [IO.File]::OpenRead($huge)
        try { (Invoke-RKCustomLabelDetection @with -ImageStream $stream -Oversized Shrink).SentWidth | Should -Be 640 }
        finally { $stream.Dispose() }
    }

    It 'says in the list, and with -Verbose, that another picture was sent' {
        $result = Invoke-RKCustomLabelDetection @with $wide -Oversized Shrink -Verbose 4>&1
        $said = $result | Where-Object { $_ -is [Management.Automation.VerboseRecord] }
        "$said" | Should -Match "'wide\.png': [\d,]+ bytes and 5000 x 1200 pixels are too many; sent as a PNG, [\d,]+ bytes and 4096 x 983 pixels\."
        $list = $result | Where-Object { $_ -isnot [Management.Automation.VerboseRecord] } | Format-List | Out-String
        $list | Should -Match 'Sent +: [\d,]+ bytes, 4096 x 983 pixels'
        Invoke-RKCustomLabelDetection @with $panel | Format-List | Out-String | Should -Not -Match '(?m)^Sent +:'
    }

    It 'fails an image that can not be made to fit, and goes on with the next' {
        $narrow = Get-Black 'narrow.png' -Width 8192 -Height 100
        $results = $narrow, $wide | Invoke-RKCustomLabelDetection @with -Oversized Shrink -ErrorVariable failed -ErrorAction SilentlyContinue
        $results.Image | Should -Be 'wide.png'
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ImageTooLarge,*'
        "$failed" | Should -Match '8192 x 100'
        $failed[0].ErrorDetails.RecommendedAction | Should -Match 'Crop'
    }

    It 'loads what decodes pictures with Shrink alone' -Skip:($PSEdition -ne 'Core') {
        $script = @"
            Import-Module '$repository/out/CustomLabels/CustomLabels.psd1'
            `$with = @{ LiteralPath = '$padded'; ProjectVersionArn = '$($with.ProjectVersionArn)'; EndpointUrl = '$($with.EndpointUrl)'; AccessKey = 'a'; SecretKey = 's' }
            function Test-Loaded { @([AppDomain]::CurrentDomain.GetAssemblies().GetName().Name -match 'Imaging|Skia').Count -gt 0 }
            `$null = Invoke-RKCustomLabelDetection @with -Oversized Send; Test-Loaded
            `$null = Test-RKImage '$padded'; Test-Loaded
            `$null = Invoke-RKCustomLabelDetection @with -Oversized Shrink; Test-Loaded
"@
        Invoke-Child $script | Should -Be 'False', 'False', 'True'
    }
}

Describe 'A journal of images that are made to fit' {
    BeforeEach { $journal = Join-Path $folder "$([guid]::NewGuid()).jsonl" }

    It 'has none of them made or sent again' {
        $first = @($padded, $wide, $panel | Invoke-RKCustomLabelDetection @with -Oversized Shrink -JournalPath $journal)
        $sent = $sample.Endpoint.Counters.Received
        $again = @($padded, $wide, $panel | Invoke-RKCustomLabelDetection @with -Oversized Shrink -JournalPath $journal)
        $sample.Endpoint.Counters.Received | Should -Be $sent
        $again.FromJournal | Should -Be $true, $true, $true
        $again.SentLength | Should -Be $first.SentLength
        (Import-RKJournal $journal).SentWidth | Sort-Object | Should -Be ($first.SentWidth | Sort-Object)
        if ($PSEdition -eq 'Core') {
            $schema = Join-Path $repository 'docs/reference/journal.schema.json'
            foreach ($line in [IO.File]::ReadAllLines($journal)) { Test-Json -Json $line -SchemaFile $schema | Should -BeTrue }
        }
    }

    It 'tells them from images that were sent as they are' {
        $null = $padded, $panel | Invoke-RKCustomLabelDetection @with -JournalPath $journal
        $shrunk = @($padded, $panel | Invoke-RKCustomLabelDetection @with -Oversized Shrink -JournalPath $journal)
        $shrunk.FromJournal | Should -Be $false, $true
        (@($padded, $panel | Invoke-RKCustomLabelDetection @with -JournalPath $journal)).SentLength | Should -Be $null, $null
        (Import-RKJournal $journal | Where-Object LiteralPath -EQ $padded).SentLength | Should -Be $null, $shrunk[0].SentLength
    }

    It 'answers again through the local endpoint' {
        $null = Invoke-RKCustomLabelDetection @with $padded -Oversized Shrink -JournalPath $journal
        $replay = Start-RKLocalEndpoint -Journal $journal
        $null = Invoke-RKCustomLabelDetection -EndpointUrl $replay.EndpointUrl -AccessKey a -SecretKey s -ProjectVersionArn $with.ProjectVersionArn $padded -Oversized Shrink
        $replay.Counters.Answered, $replay.Counters.UnknownImages | Should -Be 1, 0
    }

    It 'loses nothing when its run is killed' {
        $files = 1..12 | ForEach-Object { Get-Padded "killed-$_.jpg" (4000000 + $_) }
        $child = Start-Child @"
            Import-Module '$repository/out/CustomLabels/CustomLabels.psd1'
            `$with = @{ ProjectVersionArn = '$($with.ProjectVersionArn)'; EndpointUrl = '$($with.EndpointUrl)'; AccessKey = 'a'; SecretKey = 's'; ThrottleLimit = 1 }
            Get-Item '$folder/killed-*.jpg' | Invoke-RKCustomLabelDetection @with -Oversized Shrink -JournalPath '$journal' | Out-Null
"@
        # Beside the run that writes it.
        $read = {
            $reader = [IO.StreamReader]::new([IO.File]::Open((Convert-Path $journal), 'Open', 'Read', 'ReadWrite'))
            try { $reader.ReadToEnd() } finally { $reader.Dispose() }
        }
        $finished = { if (Test-Path $journal) { @((& $read) -split '\n' -match '"Type":"Image".*\}$').Count } else { 0 } }
        $watch = [Diagnostics.Stopwatch]::StartNew()
        while ((& $finished) -lt 2 -and -not $child.Process.HasExited -and $watch.Elapsed.TotalSeconds -lt 60) { Start-Sleep -Milliseconds 5 }
        if (-not $child.Process.HasExited) { $child.Process.Kill() }
        $null = Receive-Child $child
        $count = & $finished
        $count | Should -BeGreaterOrEqual 2

        $results = @($files | Invoke-RKCustomLabelDetection @with -Oversized Shrink -JournalPath $journal -WarningAction SilentlyContinue)
        $results.LiteralPath | Should -Be $files
        @($results | Where-Object FromJournal).Count | Should -Be $count
        $results.SentWidth | Sort-Object -Unique | Should -Be 640
    }
}

Describe 'Test-RKImage' {
    It 'says whether shrinking helps' {
        $results = $padded, $huge, $wide, $panel, (Get-Black 'long.png' -Width 8000 -Height 300) | Test-RKImage
        $results.CanShrink | Should -Be $true, $true, $true, $false, $false
        $results[0] | Format-List | Out-String | Should -Match 'CanShrink +: True'
    }
}

Describe 'Start-RKLocalEndpoint -MatchBy' {
    It 'counts and names images that it does not know' {
        $local = Start-SampleEndpoint
        $to = $local.Connection + @{ ProjectVersionArn = $local.Endpoint.ProjectVersionArn }
        $null = $panel, $padded, $padded | Invoke-RKCustomLabelDetection @to
        $local.Endpoint.Counters.UnknownImages | Should -Be 2
        $local.Endpoint.Counters | Format-List | Out-String | Should -Match 'UnknownImages +: 2'
        $page = Invoke-RestMethod "$($local.Endpoint.EndpointUrl)/_unknown"
        $page.UnknownImages, $page.Images.Count, $page.Images[0].Count | Should -Be 2, 1, 2
        $page.Images[0].Sha256 | Should -Be (Get-FileHash $padded).Hash
    }

    It 'knows an image by its pixels that was encoded again' {
        $local = Start-SampleEndpoint @{ MatchBy = 'Pixels' }
        $to = $local.Connection + @{ ProjectVersionArn = $local.Endpoint.ProjectVersionArn }
        foreach ($image in Get-ChildItem (Join-Path $samples 'images') -Recurse -File) {
            $copy = Get-Padded "copy-of-$($image.Name)" -Length 4000001 -Source $image.FullName
            $known = Invoke-RKCustomLabelDetection @to -LiteralPath $image.FullName
            $found = Invoke-RKCustomLabelDetection @to -LiteralPath $copy -Oversized Shrink
            $found.SentLength | Should -Not -BeNullOrEmpty
            "$($found.CustomLabels)" | Should -Be "$($known.CustomLabels)" -Because $image.Name
        }
        $local.Endpoint.Counters.UnknownImages | Should -Be 0
        $null = Invoke-RKCustomLabelDetection @to $wide -Oversized Shrink
        $local.Endpoint.Counters.UnknownImages | Should -Be 1
    }
}
