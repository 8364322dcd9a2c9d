# Export-RKDetectionImage as a user meets it: what binds, where files go, what is refused, and that no source is ever overwritten.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeDiscovery {
    . $PSScriptRoot/Support.ps1
    $cannotLink = $onWindows
}

BeforeAll {
    . $PSScriptRoot/Support.ps1
    $folder = New-TestFolder
    Push-Location $folder
    Copy-Item (Join-Path $samples 'images') line4 -Recurse
    Copy-Item (Join-Path $samples 'manifest.jsonl') .
    Set-Content line4/text.jpg 'Not a picture.'
    $annotations = Import-RKAnnotation manifest.jsonl -ImageRoot line4
    $first = $annotations[0]
    $sample = Start-SampleEndpoint
    $asked = @{ ProjectVersionArn = $sample.Endpoint.ProjectVersionArn; MinConfidence = 0 } + $sample.Connection

    function Get-ErrorId([scriptblock] $Script) {
        try { & $Script 3>$null | Out-Null } catch { return ($_.FullyQualifiedErrorId -split ',')[0] }
    }

    function Get-Size([string] $Path) {
        $test = Test-RKImage -LiteralPath $Path
        "$($test.Format) $($test.Width)x$($test.Height)"
    }
}

AfterAll {
    Pop-Location
    Stop-RKLocalEndpoint
    Remove-Item -LiteralPath $folder -Recurse -Force
}

Describe 'Export-RKDetectionImage' {
    It 'draws each picture in the order and the folders in which they came, as it is displayed' {
        $files = $annotations | Export-RKDetectionImage drawn -Root line4
        $files | Should -BeOfType IO.FileInfo
        $files.Count | Should -Be 24
        for ($i = 0; $i -lt 24; $i++) {
            $files[$i].FullName | Should -BeExactly (Join-Path (Join-Path $folder drawn) $annotations[$i].Image.Replace('/', [IO.Path]::DirectorySeparatorChar))
            (Get-Size $files[$i].FullName) -replace '^\w+ ' | Should -Be "$($annotations[$i].ImageWidth)x$($annotations[$i].ImageHeight)"
        }
        Get-ChildItem drawn -Recurse -Force -Filter .customlabels* | Should -BeNullOrEmpty
    }

    It 'takes <What>, and they make the same picture' -ForEach @(
        @{ What = 'results'; Script = { Get-Item line4/panels/panel-02.jpg | Invoke-RKCustomLabelDetection @asked } }
        @{ What = 'labels, which come together'; Script = { Get-Item line4/panels/panel-02.jpg | Invoke-RKCustomLabelDetection @asked -ExpandLabels } }
        @{ What = 'annotations'; Script = { $annotations | Where-Object Image -EQ 'panels/panel-02.jpg' } }
    ) {
        # Tags are placed in the order of the labels, which is that of confidence.
        $file = & $Script | Export-RKDetectionImage (New-Item -ItemType Directory "as-$($What.Split(' ,')[0])")
        $file.Name | Should -Be 'panel-02.jpg'
        $file.Length | Should -Be (($annotations | Where-Object Image -EQ 'panels/panel-02.jpg' | Export-RKDetectionImage same -Force).Length)
    }

    It 'gives two of one name a suffix' {
        $null = New-Item -ItemType Directory twice
        Copy-Item line4/panels/panel-01.jpg, line4/boards/board-05.png twice
        $copy = [CustomLabels.ImageAnnotation]@{ Image = 'x'; LiteralPath = (Join-Path (Join-Path $folder twice) 'panel-01.jpg') }
        ($first, $copy | Export-RKDetectionImage twofold).Name | Should -Be 'panel-01.jpg', 'panel-01-2.jpg'
    }

    It 'writes the format, the size and the quality that are asked for' {
        $png = $first | Export-RKDetectionImage formats -Format Png -MaxDimension 100
        "$($png.Name) $(Get-Size $png.FullName)" | Should -Be 'panel-01.png Png 100x75'
        $transparent = $annotations | Where-Object Image -EQ 'cartons/carton-05.png' | Export-RKDetectionImage formats -Format Jpeg
        $transparent.Name, (Get-Size $transparent.FullName).Split(' ')[0] | Should -Be 'carton-05.jpg', 'Jpeg'
        $low = $first | Export-RKDetectionImage formats -Quality 10
        $low.Length | Should -BeLessThan ($first | Export-RKDetectionImage formats -Quality 95 -Force).Length
    }

    It 'keeps metadata only where that is asked for, with the orientation of what is written' {
        $turned = $annotations | Where-Object { (Test-RKImage -LiteralPath $_.LiteralPath).ExifOrientation -gt 4 } | Select-Object -First 1
        $kept = Test-RKImage -LiteralPath ($turned | Export-RKDetectionImage kept -KeepMetadata).FullName
        "$($kept.Width)x$($kept.Height) $($kept.ExifOrientation)" | Should -Be "$($turned.ImageWidth)x$($turned.ImageHeight) 1"
        (Test-RKImage -LiteralPath ($turned | Export-RKDetectionImage bare).FullName).ExifOrientation | Should -BeNullOrEmpty
    }

    It 'replaces a file only with -Force, and goes on with the others' {
        $null = $first | Export-RKDetectionImage forced
        $before = (Get-Item forced/panel-01.jpg).Length
        $written = $first, $annotations[1] | Export-RKDetectionImage forced -Color red -LineWidth 9 -ErrorVariable failure -ErrorAction SilentlyContinue
        ($failure.FullyQualifiedErrorId -split ',')[0] | Should -Be 'OutputExists'
        $failure.TargetObject | Should -Be $first.LiteralPath
        $written.Name | Should -Be 'panel-02.jpg'
        (Get-Item forced/panel-01.jpg).Length | Should -Be $before
        ($first | Export-RKDetectionImage forced -Color red -LineWidth 9 -Force).Length | Should -Not -Be $before
    }

    It 'never overwrites a source, by its own name, with -Force, or that of another picture' {
        $hash = (Get-FileHash line4/panels/panel-01.jpg).Hash
        Get-ErrorId { $first | Export-RKDetectionImage line4/panels -Force -ErrorAction Stop } | Should -Be 'OutputConflict'
        Copy-Item line4/panels/panel-01.jpg line4/boards
        $other = [CustomLabels.ImageAnnotation]@{ Image = 'x'; LiteralPath = (Join-Path (Join-Path (Join-Path $folder line4) boards) 'panel-01.jpg') }
        Get-ErrorId { $first, $other | Export-RKDetectionImage line4/boards -Force -ErrorAction Stop } | Should -Be 'OutputConflict'
        Remove-Item line4/boards/panel-01.jpg
        (Get-FileHash line4/panels/panel-01.jpg).Hash | Should -Be $hash
    }

    It 'never overwrites a source through a link' -Skip:$cannotLink {
        $null = New-Item -ItemType SymbolicLink linked -Target (Join-Path $folder line4/panels)
        if (-not (Test-Path linked)) { Set-ItResult -Skipped -Because 'no links are made here'; return }
        $hash = (Get-FileHash line4/panels/panel-01.jpg).Hash
        Get-ErrorId { $first | Export-RKDetectionImage linked -Force -ErrorAction Stop } | Should -Be 'OutputConflict'
        (Get-FileHash line4/panels/panel-01.jpg).Hash | Should -Be $hash
    }

    It 'writes nothing with -WhatIf' {
        $first | Export-RKDetectionImage whatif -WhatIf | Should -BeNullOrEmpty
        Test-Path whatif | Should -BeFalse
    }

    It 'filters by label and confidence' {
        $second = $annotations[1]
        ($second | Export-RKDetectionImage filtered -Crop).Count | Should -Be 3
        ($second | Export-RKDetectionImage filtered/label -Crop -Label 'SCR*').Name | Should -Be 'panel-02.1.scratch.jpg', 'panel-02.2.scratch.jpg'
        ($second | Export-RKDetectionImage filtered/sure -Crop -MinConfidence 90).Count | Should -Be @($second.Labels | Where-Object Confidence -GE 90).Count
    }

    It 'cuts each detection out, and what is around it' {
        $box = $first.Labels[0].PixelBox
        Get-Size ($first | Export-RKDetectionImage crops -Crop).FullName | Should -Be "Jpeg $($box.Width)x$($box.Height)"
        $padded = (Get-Size ($first | Export-RKDetectionImage crops/more -Crop -Padding 0.5).FullName) -split '[ x]'
        [int]$padded[1] | Should -BeIn (2 * $box.Width - 1), (2 * $box.Width), (2 * $box.Width + 1)
        [int]$padded[2] | Should -BeIn (2 * $box.Height - 1), (2 * $box.Height), (2 * $box.Height + 1)
    }

    It 'draws ground truth of a path or of annotations, joined by the path' {
        $plain = $first | Export-RKDetectionImage truth/none
        $fromFile = $first | Export-RKDetectionImage truth/file -GroundTruth manifest.jsonl -Root line4
        $fromObjects = $first | Export-RKDetectionImage truth/objects -GroundTruth $annotations
        $fromFile.Length | Should -Be $fromObjects.Length
        $fromFile.Length | Should -Not -Be $plain.Length
        $first | Export-RKDetectionImage truth/other -GroundTruth $annotations[1] -WarningVariable warnings 3>$null | Out-Null
        "$warnings" | Should -Be 'The ground truth says nothing of 1 picture.'
    }

    It 'says once that a font lacks letters' {
        $named = foreach ($i in 1, 2) {
            $label = [CustomLabels.LabelAnnotation]@{ Name = [string][char]0x378 }
            [CustomLabels.ImageAnnotation]@{ Image = "$i"; LiteralPath = $annotations[$i].LiteralPath; Labels = [CustomLabels.LabelAnnotationCollection]::new([CustomLabels.LabelAnnotation[]]$label) }
        }
        $named | Export-RKDetectionImage letters -WarningVariable warnings 3>$null | Should -HaveCount 2
        "$warnings" | Should -BeLike 'No font on this machine has every letter of *'
        $warnings | Should -HaveCount 1
    }

    It 'is an error of that picture: <Id>, <What>' -ForEach @(
        @{ What = 'in S3'; Id = 'InputUnsupported'; Item = { Import-RKAnnotation manifest.jsonl | Select-Object -First 1 } }
        @{ What = 'not there'; Id = 'ImageNotFound'; Item = { [CustomLabels.ImageAnnotation]@{ Image = 'n'; LiteralPath = (Join-Path $folder 'line4/none.jpg') } } }
        @{ What = 'no picture'; Id = 'ImageFormat'; Item = { [CustomLabels.ImageAnnotation]@{ Image = 'n'; LiteralPath = (Join-Path $folder 'line4/text.jpg') } } }
        @{ What = 'outside the root'; Id = 'RequestInvalid'; Item = { [CustomLabels.ImageAnnotation]@{ Image = 'n'; LiteralPath = (Join-Path $samples 'images/panels/panel-03.jpg') } } }
    ) {
        $files = (& $Item), $first | Export-RKDetectionImage "errors-$Id" -Root line4 -ErrorVariable failures -ErrorAction SilentlyContinue
        ($failures[0].FullyQualifiedErrorId -split ',')[0] | Should -Be $Id
        $files.Name | Should -Be 'panel-01.jpg'
    }

    It 'ends with <Id>: <What>' -ForEach @(
        @{ What = 'no input'; Id = 'RequestInvalid'; Script = { Export-RKDetectionImage x } }
        @{ What = 'no destination'; Id = 'RequestInvalid'; Script = { $first | Export-RKDetectionImage } }
        @{ What = 'a colour that is none'; Id = 'RequestInvalid'; Script = { $first | Export-RKDetectionImage x -Color @{ dent = 'dull' } } }
        @{ What = 'no font'; Id = 'RequestInvalid'; Script = { $first | Export-RKDetectionImage x -FontPath manifest.jsonl } }
        @{ What = 'metadata of a redacted picture'; Id = 'RequestInvalid'; Script = { $first | Export-RKDetectionImage x -Redact -KeepMetadata } }
        @{ What = 'a copy that lost its type'; Id = 'InputUnsupported'; Script = { $first | Select-Object Image, LiteralPath | Export-RKDetectionImage x } }
        @{ What = 'truth that is none'; Id = 'RequestInvalid'; Script = { $first | Export-RKDetectionImage x -GroundTruth 5 } }
        @{ What = 'truth that is not there'; Id = 'AnnotationUnreadable'; Script = { $first | Export-RKDetectionImage x -GroundTruth none.jsonl } }
        @{ What = 'cut and redacted'; Id = 'AmbiguousParameterSet'; Script = { $first | Export-RKDetectionImage x -Crop -Redact } }
    ) {
        Get-ErrorId $Script | Should -Be $Id
        Test-Path x | Should -BeFalse
    }

    It 'makes nothing of an empty pipeline' {
        @() | Export-RKDetectionImage nothing | Should -BeNullOrEmpty
        Test-Path nothing | Should -BeFalse
    }

    It 'leaves nothing under way after Select-Object -First' {
        ($annotations | Export-RKDetectionImage stopped | Select-Object -First 1).Name | Should -Be 'panel-01.jpg'
        $count = @(Get-ChildItem stopped -Force).Count
        $count | Should -BeLessThan 24
        @(Get-ChildItem stopped -Force -Filter .customlabels*).Count | Should -Be 0
        $null = $annotations | Export-RKDetectionImage afterwards
        @(Get-ChildItem stopped -Force).Count | Should -Be $count
    }
}
