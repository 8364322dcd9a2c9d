# Each documented limit at, under and over. The images are headers followed by nothing: both sides read no further.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester runs the blocks of a file in one scope.')]
param()

BeforeDiscovery {
    # Answer: what the endpoint says; 'here' is refused before any request. Limit: what is outside; Unsure: what may be.
    $images = foreach ($format in 'png', 'jpg') {
        @{ Format = $format; Width = 64; Height = 64; Length = 4000000; Answer = 'labels' }
        @{ Format = $format; Width = 64; Height = 64; Length = 4000001; Answer = 'labels'; Unsure = 'Bytes' }
        @{ Format = $format; Width = 64; Height = 64; Length = 4194304; Answer = 'labels'; Unsure = 'Bytes' }
        @{ Format = $format; Width = 64; Height = 64; Length = 4194305; Answer = 'ImageTooLarge'; Limit = 'Bytes'; Found = 'Bytes 4,194,305' }
        @{ Format = $format; Width = 64; Height = 64; Length = 5242880; Answer = 'ImageTooLarge'; Limit = 'Bytes'; Found = 'Bytes 5,242,880' }
        @{ Format = $format; Width = 64; Height = 64; Length = 5242881; Answer = 'here'; Limit = 'Bytes'; Found = '5,242,881' }
        @{ Format = $format; Width = 63; Height = 64; Length = 200; Answer = 'RequestInvalid'; Limit = 'Width'; Found = 'Width 63' }
        @{ Format = $format; Width = 64; Height = 63; Length = 200; Answer = 'RequestInvalid'; Limit = 'Height'; Found = 'Height 63' }
        @{ Format = $format; Width = 4096; Height = 4096; Length = 200; Answer = 'labels' }
        @{ Format = $format; Width = 4097; Height = 4096; Length = 200; Answer = 'ImageTooLarge'; Limit = 'Width'; Found = 'Width 4097' }
        @{ Format = $format; Width = 4096; Height = 4097; Length = 200; Answer = 'ImageTooLarge'; Limit = 'Height'; Found = 'Height 4097' }
        @{ Format = $format; Width = 1280; Height = 64; Length = 200; Answer = 'labels' }
        @{ Format = $format; Width = 1281; Height = 64; Length = 200; Answer = 'RequestInvalid'; Limit = 'AspectRatio'; Found = 'AspectRatio 20.02:1' }
        @{ Format = $format; Width = 64; Height = 1281; Length = 200; Answer = 'RequestInvalid'; Limit = 'AspectRatio'; Found = 'AspectRatio 20.02:1' }
        @{ Format = $format; Width = 5000; Height = 50; Length = 200; Answer = 'ImageTooLarge'; Limit = 'Width', 'Height', 'AspectRatio'; Found = 'Width 5000*Height 50*AspectRatio 100:1' }
    }
    # Only the service sees into an object; its bytes are known here when a listing tells them.
    $objects = @(
        @{ Width = 64; Height = 64; Length = 15728640; Answer = 'labels' }
        @{ Width = 64; Height = 64; Length = 15728641; Answer = 'ImageTooLarge'; Found = 'Bytes 15,728,641' }
        @{ Width = 63; Height = 64; Length = 200; Answer = 'RequestInvalid' }
        @{ Width = 4096; Height = 4096; Length = 200; Answer = 'labels' }
        @{ Width = 4097; Height = 4096; Length = 200; Answer = 'ImageTooLarge' }
        @{ Width = 1281; Height = 64; Length = 200; Answer = 'RequestInvalid' }
    )
}

BeforeAll {
    . $PSScriptRoot/Support.ps1
    $folder = New-TestFolder

    function Get-BigEndian([long] $Number, [int] $Size) { for ($i = $Size - 1; $i -ge 0; $i--) { [byte](($Number -shr (8 * $i)) -band 255) } }

    # A header that says a format and a size, and zeros to the length asked for.
    function Save-Image([string] $Format, [int] $Width, [int] $Height, [long] $Length) {
        $file = Join-Path $folder "$Width x $Height $Length.$Format"
        $head = if ($Format -eq 'png') {
            0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a
            Get-BigEndian 13 4
            [Text.Encoding]::ASCII.GetBytes('IHDR')
            Get-BigEndian $Width 4
            Get-BigEndian $Height 4
            8, 2, 0, 0, 0, 0, 0, 0, 0 # depth, RGB, three methods, CRC
            Get-BigEndian ($Length - 45) 4
            [Text.Encoding]::ASCII.GetBytes('IDAT')
        }
        else {
            0xff, 0xd8, 0xff, 0xc0, 0, 17, 8 # SOI, SOF0 of 17 bytes, depth
            Get-BigEndian $Height 2
            Get-BigEndian $Width 2
            3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0 # components
        }
        $stream = [IO.File]::Create($file)
        try {
            $stream.Write([byte[]]$head, 0, $head.Count)
            $stream.SetLength($Length)
        }
        finally { $stream.Dispose() }
        $file
    }

    $null = Save-Image -Format png -Width 64 -Height 64 -Length 200
    '{"source-ref":"s3://line4/64 x 64 200.png"}' | Set-Content (Join-Path $folder 'manifest.jsonl')
    $endpoint = Start-RKLocalEndpoint -Manifest (Join-Path $folder 'manifest.jsonl')
    $asked = @{ ProjectVersionArn = $endpoint.ProjectVersionArn; EndpointUrl = $endpoint.EndpointUrl; AccessKey = 'AKIDEXAMPLE'; SecretKey = 'secret' }
    $detection = 'CustomLabels.Commands.InvokeRKCustomLabelDetectionCommand'
}

AfterAll {
    Stop-RKLocalEndpoint
    Remove-Item -LiteralPath $folder -Recurse -Force
}

Describe 'A <Format> of <Width> x <Height> pixels and <Length> bytes' -ForEach $images {
    BeforeAll {
        $file = Save-Image -Format $Format -Width $Width -Height $Height -Length $Length
        $bytes = [IO.File]::ReadAllBytes($file)
        $memory = [IO.MemoryStream]::new($bytes)
        $given = @{ LiteralPath = $file }, @{ ImageBytes = $bytes }, @{ ImageStream = $memory }
    }

    AfterAll { Remove-Item -LiteralPath $file }

    It 'gives <Answer>, whichever way it is given' {
        foreach ($image in $given) {
            $memory.Position = 0
            $received = $endpoint.Counters.Received
            $result = Invoke-RKCustomLabelDetection @image @asked -ErrorAction SilentlyContinue -ErrorVariable failures
            $endpoint.Counters.Received - $received | Should -Be ([int]($Answer -ne 'here'))
            if ($Answer -eq 'labels') {
                $result.Status | Should -Be 'Succeeded'
                $result.ImageWidth, $result.ImageHeight | Should -Be $Width, $Height
                continue
            }

            $result | Should -BeNullOrEmpty
            $failures.FullyQualifiedErrorId | Should -Be "$(if ($Answer -eq 'here') { 'ImageTooLarge' } else { $Answer }),$detection"
            "$failures" | Should -BeLike "*$Found*"
            "$failures" | Should -BeLike $(if ($Answer -eq 'here') { '*5,242,880*' } else { '*documented limit*allowed*' })
            if ($Answer -in 'ImageTooLarge', 'here') { $failures.ErrorDetails.RecommendedAction | Should -BeLike $(if ($Limit -eq 'Bytes') { '*put it into S3*' } else { '*no more pixels*' }) }
            $failures.Exception.Error.Code | Should -Be $(switch ($Answer) { 'ImageTooLarge' { 'ImageTooLargeException' } 'RequestInvalid' { 'InvalidParameterException' } })
        }
    }

    It 'is known to Test-RKImage for what it is, whichever way it is given' {
        foreach ($image in $given) {
            $memory.Position = 0
            $test = Test-RKImage @image
            $test.Format | Should -Be $(if ($Format -eq 'png') { 'Png' } else { 'Jpeg' })
            $test.Width, $test.Height, $test.Length | Should -Be $Width, $Height, $Length
            $test.Limits.Name | Should -Be 'Format', 'Bytes', 'Width', 'Height', 'AspectRatio'
            $test.Limits.Where({ $_.Within -eq 'No' }).Name | Should -Be $Limit
            $test.Limits.Where({ $_.Within -eq 'Unknown' }).Name | Should -Be $Unsure
            $test.IsValid | Should -Be (-not $Limit)
            $memory.Position = 0
            Test-RKImage @image -Quiet | Should -Be (-not $Limit)
        }
    }
}

Describe 'An S3 object of <Width> x <Height> pixels and <Length> bytes' -ForEach $objects {
    It 'gives <Answer>' {
        $file = Get-Item -LiteralPath (Save-Image -Format png -Width $Width -Height $Height -Length $Length)
        $object = [pscustomobject]@{ BucketName = 'line4'; Key = $file.Name; Size = $file.Length }
        $result = $object | Invoke-RKCustomLabelDetection @asked -ErrorAction SilentlyContinue -ErrorVariable failures
        if ($Answer -eq 'labels') {
            $result.Status | Should -Be 'Succeeded'
            return
        }

        $result | Should -BeNullOrEmpty
        $failures.FullyQualifiedErrorId | Should -Be "$Answer,$detection"
        $failures.TargetObject | Should -Be "s3://line4/$($file.Name)"
        if ($Answer -eq 'ImageTooLarge') { $failures.ErrorDetails.RecommendedAction | Should -BeLike 'Make the object smaller*' }
        if ($Found) { "$failures" | Should -BeLike "*documented limit*$Found*" }
    }
}

Describe 'An endpoint that takes more bytes' {
    It 'is sent all that the API takes, and no more' {
        $generous = Start-RKLocalEndpoint -Manifest (Join-Path $folder 'manifest.jsonl') -MaxImageByteCount 5242880
        $asked.EndpointUrl = $generous.EndpointUrl
        $atLimit = Save-Image -Format jpg -Width 64 -Height 64 -Length 5242880
        $over = Save-Image -Format jpg -Width 64 -Height 64 -Length 5242881
        $result = $atLimit, $over | Invoke-RKCustomLabelDetection @asked -ErrorAction SilentlyContinue -ErrorVariable failures
        $result.LiteralPath | Should -Be $atLimit
        $failures.TargetObject | Should -Be $over
        $generous.Counters.Received | Should -Be 1
    }
}

Describe 'Test-RKImage' {
    BeforeAll { $good = Save-Image -Format png -Width 640 -Height 480 -Length 1000 }

    It 'sends nothing' {
        $received = $endpoint.Counters.Received
        Get-ChildItem $folder -Filter *.png | Test-RKImage | Should -Not -BeNullOrEmpty
        $endpoint.Counters.Received | Should -Be $received
    }

    It 'is one error for <Problem>, and false with -Quiet' -ForEach @(
        @{ Problem = 'a missing file'; Path = 'none.png'; Id = 'ImageNotFound' }
        @{ Problem = 'a folder'; Path = '.'; Id = 'ImageIsFolder' }
        @{ Problem = 'a path that is no file''s'; Path = 'env:PATH'; Id = 'ImageUnreadable' }
        @{ Problem = 'an S3 object, which it can''t see'; Path = 's3://line4/a.png'; Id = 'ImageUnreadable' }
    ) {
        Push-Location -LiteralPath $folder
        try {
            $results = Test-RKImage $Path, $good -ErrorAction SilentlyContinue -ErrorVariable failures
            $results.LiteralPath | Should -Be $good
            $failures.FullyQualifiedErrorId | Should -Be "$Id,CustomLabels.Commands.TestRKImageCommand"
            Test-RKImage $Path, $good -Quiet -ErrorVariable failures | Should -Be $false, $true
            $failures | Should -BeNullOrEmpty
        }
        finally { Pop-Location }
    }

    It 'tells a height that the header leaves open as unknown, and the image as valid' {
        $file = Save-Image -Format jpg -Width 640 -Height 0 -Length 1000
        $test = Test-RKImage -LiteralPath $file
        $test.Height | Should -BeNullOrEmpty
        $test.Limits.Where({ $_.Within -eq 'Unknown' }).Name | Should -Be 'Height', 'AspectRatio'
        $test.IsValid | Should -BeTrue
    }

    It 'gives limits that can be indexed' {
        $test = Test-RKImage $good
        $test.Limits[0].Name | Should -Be 'Format'
        $test.Limits[1..2].Name | Should -Be 'Bytes', 'Width'
        $test.Limits[-1].Name | Should -Be 'AspectRatio'
    }

    It 'takes only images' {
        { [byte[]](137, 80) | Test-RKImage } | Should -Throw -ErrorId 'BytesUnrolled,CustomLabels.Commands.TestRKImageCommand'
    }
}
