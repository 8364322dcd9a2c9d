# Import-RKAnnotation and Export-RKAnnotation as a user meets them: what binds, what comes out, what is reported, and what is refused.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeAll {
    . $PSScriptRoot/Support.ps1
    $folder = New-TestFolder
    Push-Location $folder
    $manifest = Join-Path $samples 'manifest.jsonl'
    $images = Join-Path $samples 'images'
    $annotations = Import-RKAnnotation $manifest -ImageRoot $images
    $box = @($annotations | Where-Object { $_.Labels.BoundingBox })

    function Get-ErrorId([scriptblock] $Script) {
        try { & $Script 3>$null | Out-Null } catch { return ($_.FullyQualifiedErrorId -split ',')[0] }
    }
    $coco = '{"images":[{"id":1,"file_name":"a.jpg","width":100,"height":50}],"annotations":[{"id":1,"image_id":1,"category_id":1,"bbox":[90,5,10.04,10]},{"id":2,"image_id":9,"category_id":1,"bbox":[1,1,1,1]}],"categories":[{"id":1,"name":"dent"}]}'
}

AfterAll {
    Pop-Location
    Stop-RKLocalEndpoint
    Remove-Item -LiteralPath $folder -Recurse -Force
}

Describe 'Import-RKAnnotation' {
    It 'gives each image, with its file, its size and its labels' {
        $annotations.Count | Should -Be 24
        $annotations[0].Image | Should -Be 'panels/panel-01.jpg'
        $annotations[0].LiteralPath | Should -Be (Join-Path $images (Join-Path 'panels' 'panel-01.jpg'))
        "$($annotations[0].ImageWidth)x$($annotations[0].ImageHeight) $($annotations[0].Labels)" | Should -Be '640x480 scratch 97.0'
        "$($annotations[0].Labels.PixelBox)" | Should -Be '188,158 211x90'
        "$($annotations[0].Source)" | Should -Be "${manifest}:1"
        $annotations[0].Bucket | Should -BeNullOrEmpty
    }

    It 'leaves the images of a manifest in S3 without -ImageRoot' {
        $first = Import-RKAnnotation $manifest | Select-Object -First 1
        "$($first.Bucket) $($first.Key) $($first.LiteralPath)" | Should -Be 'line4 panels/panel-01.jpg '
    }

    It 'takes a file by <How>' -ForEach @(
        @{ How = 'position'; Script = { Import-RKAnnotation 'a[[]1].json' } }
        @{ How = 'literal path'; Script = { Import-RKAnnotation -LiteralPath 'a[1].json' } }
        @{ How = 'a path that is a file as it stands'; Script = { Import-RKAnnotation 'a[1].json' } }
        @{ How = 'a piped name'; Script = { 'a[1].json' | Import-RKAnnotation } }
        @{ How = 'Get-ChildItem'; Script = { Get-ChildItem -File -Filter 'a*1*.json' | Where-Object Name -EQ 'a[1].json' | Import-RKAnnotation } }
        @{ How = 'Get-ChildItem beside other parameters'; Script = { Get-Item -LiteralPath 'a[1].json' | Import-RKAnnotation -Format Coco -ImageRoot . } }
        @{ How = 'a row of CSV'; Script = { [pscustomobject]@{ LiteralPath = 'a[1].json' } | Import-RKAnnotation } }
    ) {
        [IO.File]::WriteAllText((Join-Path $folder 'a[1].json'), $coco)
        [IO.File]::WriteAllText((Join-Path $folder 'a1.json'), '{}')
        (& $Script 3>$null).Image | Should -Be 'a.jpg'
    }

    It 'reports each change as information, and warns once a kind' {
        [IO.File]::WriteAllText((Join-Path $folder 'c.json'), $coco)
        $found = Import-RKAnnotation c.json -InformationVariable report -WarningVariable warnings 3>$null
        $report.MessageData.Code | Should -Be 'AnnotationWithoutImage', 'BoxClamped'
        $report.MessageData[1].Image | Should -Be 'a.jpg'
        $report[0].Tags | Should -Contain 'AnnotationChange'
        $warnings.Count | Should -Be 2
        "$($found.Labels.PixelBox)" | Should -Be '90,5 10x10'
    }

    It 'refuses <What> with <Id>, and goes on with the next' -ForEach @(
        @{ What = 'a file that is not there'; Name = 'nowhere.json'; Id = 'PathNotFound' }
        @{ What = 'a pattern that matches nothing'; Name = 'none*.json'; Id = 'PathNotFound' }
        @{ What = 'damage'; Name = 'damaged.json'; Id = 'AnnotationInvalid' }
        @{ What = 'text'; Name = 'text.txt'; Id = 'AnnotationFormatUnknown' }
        @{ What = 'results without images'; Name = 'results.json'; Id = 'RequestInvalid' }
    ) {
        [IO.File]::WriteAllText((Join-Path $folder 'damaged.json'), '{"images":[{"id":1,')
        [IO.File]::WriteAllText((Join-Path $folder 'text.txt'), 'Not labels.')
        [IO.File]::WriteAllText((Join-Path $folder 'results.json'), '[{"image_id":1,"category_id":1,"bbox":[1,1,1,1],"score":0.5}]')
        [IO.File]::WriteAllText((Join-Path $folder 'c.json'), $coco)
        $found = $Name, 'c.json' | Import-RKAnnotation -ErrorVariable failed -ErrorAction SilentlyContinue 3>$null
        ($failed[0].FullyQualifiedErrorId -split ',')[0] | Should -Be $Id
        $failed[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        $found.Image | Should -Be 'a.jpg'
    }

    It 'says of a literal path that is not there that it can not be read' {
        { Import-RKAnnotation -LiteralPath nowhere.json -ErrorAction Stop } | Should -Throw -ErrorId 'AnnotationUnreadable*'
    }

    It 'takes the names of a COCO results file from the instances file' {
        [IO.File]::WriteAllText((Join-Path $folder 'c.json'), $coco)
        [IO.File]::WriteAllText((Join-Path $folder 'results.json'), '[{"image_id":1,"category_id":1,"bbox":[10,5,20,10],"score":0.5}]')
        "$((Import-RKAnnotation results.json -ImagesFrom c.json).Labels)" | Should -Be 'dent 50.0'
    }

    It 'without any argument is a terminating error, and of an empty pipeline it is nothing' {
        Get-ErrorId { Import-RKAnnotation } | Should -Be 'RequestInvalid'
        @() | Import-RKAnnotation | Should -BeNullOrEmpty
    }
}

Describe 'Export-RKAnnotation' {
    It 'writes <Format>, and Import-RKAnnotation reads it again' -ForEach @(
        @{ Format = 'GroundTruth'; Extra = @{ SourcePrefix = 's3://line4' } }
        @{ Format = 'Coco'; Extra = @{} }
        @{ Format = 'Yolo'; Extra = @{} }
        @{ Format = 'PascalVoc'; Extra = @{} }
        @{ Format = 'Csv'; Extra = @{} }
        @{ Format = 'JsonLines'; Extra = @{} }
    ) {
        $export = $box | Export-RKAnnotation "out-$Format" -Format $Format @Extra 3>$null
        $export | Should -BeOfType CustomLabels.AnnotationExport
        $export.ImageCount | Should -Be $box.Count
        $read = @($export | Import-RKAnnotation -ImageRoot $images)
        # A format of several files comes in the order of their names.
        $box = $box | Sort-Object Image
        $read = $read | Sort-Object Image
        $before = $box | ForEach-Object { "$($_.Image) $($_.Labels.Where{ $_.BoundingBox }.ForEach{ "$($_.Name) $($_.PixelBox)" })" }
        $read | ForEach-Object { "$($_.Image) $($_.Labels.Where{ $_.BoundingBox }.ForEach{ "$($_.Name) $($_.PixelBox)" })" } | Should -Be $before
        $read.LiteralPath | Should -Be $box.LiteralPath
    }

    It 'takes results, and labels alone' {
        $sample = Start-SampleEndpoint
        $connection = $sample.Connection + @{ ProjectVersionArn = $sample.Endpoint.ProjectVersionArn; MinConfidence = 0 }
        $results = @(Get-ChildItem (Join-Path $images 'boards') -File | Invoke-RKCustomLabelDetection @connection)
        $results | Export-RKAnnotation results.jsonl -Format JsonLines | Out-Null
        $read = @(Import-RKAnnotation results.jsonl -ImageRoot (Join-Path $images 'boards'))
        $read.Image | Should -Be $results.Image
        $read.ForEach{ "$($_.Labels)" } | Should -Be $results.ForEach{ "$($_.CustomLabels)" }
        $results.CustomLabels | ForEach-Object { $_ } | Export-RKAnnotation labels.jsonl -Format JsonLines | Out-Null
        @(Import-RKAnnotation labels.jsonl).ForEach{ "$($_.Labels)" } | Should -Be $results.Where{ $_.CustomLabels.Count }.ForEach{ "$($_.CustomLabels)" }
    }

    It 'renames labels' {
        $annotations[0] | Export-RKAnnotation renamed.jsonl -Format JsonLines -LabelMap @{ scratch = 'kratzer' } | Out-Null
        (Import-RKAnnotation renamed.jsonl).Labels.Name | Should -Be 'kratzer'
    }

    It 'refuses <What> with <Id>, and writes nothing' -ForEach @(
        @{ What = 'a file that is there'; Id = 'OutputExists'; Script = { [IO.File]::WriteAllText((Join-Path $folder 'there.csv'), 'mine'); $annotations | Export-RKAnnotation there.csv -Format Csv } }
        @{ What = 'a loss'; Id = 'ConversionLossy'; Script = { $annotations | Export-RKAnnotation lost.json -Format Coco -Strict } }
        @{ What = 'the same image twice'; Id = 'OutputConflict'; Script = { $annotations[0], $annotations[0] | Export-RKAnnotation twice.json -Format Coco } }
        @{ What = 'files in a manifest without a prefix'; Id = 'RequestInvalid'; Script = { $annotations | Export-RKAnnotation m.manifest -Format GroundTruth } }
        @{ What = 'a prefix that is none'; Id = 'RequestInvalid'; Script = { $annotations | Export-RKAnnotation m.manifest -Format GroundTruth -SourcePrefix line4 } }
        @{ What = 'no format'; Id = 'RequestInvalid'; Script = { $annotations | Export-RKAnnotation n.json } }
        @{ What = 'no path'; Id = 'RequestInvalid'; Script = { $annotations | Export-RKAnnotation -Format Coco } }
        @{ What = 'a format that is only read'; Id = 'RequestInvalid'; Script = { $annotations | Export-RKAnnotation n.xml -Format Cvat } }
        @{ What = 'a root that images are outside of'; Id = 'RequestInvalid'; Script = { $annotations | Export-RKAnnotation n.json -Format Coco -ImageRoot (Join-Path $images 'boards') } }
        @{ What = 'an empty new name'; Id = 'RequestInvalid'; Script = { $annotations | Export-RKAnnotation n.json -Format Coco -LabelMap @{ dent = '' } } }
        @{ What = 'a copy'; Id = 'InputUnsupported'; Script = { $annotations | Select-Object Image, Labels | Export-RKAnnotation n.json -Format Coco } }
        @{ What = 'a file'; Id = 'InputUnsupported'; Script = { Get-Item $manifest | Export-RKAnnotation n.json -Format Coco } }
        @{ What = 'a null'; Id = 'InputUnsupported'; Script = { $null | Export-RKAnnotation n.json -Format Coco } }
        @{ What = 'no input at all'; Id = 'RequestInvalid'; Script = { Export-RKAnnotation n.json -Format Coco } }
        @{ What = 'a folder that is a file'; Id = 'OutputWriteFailed'; Script = { $null = New-Item -ItemType File -Force block; $annotations | Export-RKAnnotation block/n.json -Format Coco } }
    ) {
        $before = (Get-ChildItem $folder -Recurse | Where-Object Name -NotIn 'there.csv', 'block').FullName
        Get-ErrorId $Script | Should -Be $Id
        (Get-ChildItem $folder -Recurse | Where-Object Name -NotIn 'there.csv', 'block').FullName | Should -Be $before
        if ($Id -eq 'OutputExists') { Get-Content there.csv | Should -Be 'mine' }
    }

    It 'of an empty pipeline writes nothing and is no error' {
        @() | Export-RKAnnotation empty.json -Format Coco | Should -BeNullOrEmpty
        Test-Path empty.json | Should -BeFalse
    }

    It 'with -WhatIf writes nothing, and with -Force replaces' {
        $annotations | Export-RKAnnotation whatif.csv -Format Csv -WhatIf | Should -BeNullOrEmpty
        Test-Path whatif.csv | Should -BeFalse
        [IO.File]::WriteAllText((Join-Path $folder 'old.csv'), 'old')
        ($annotations | Export-RKAnnotation old.csv -Format Csv -Force).ImageCount | Should -Be 24
        (Get-Content old.csv -TotalCount 1) | Should -Be 'filename,width,height,class,xmin,ymin,xmax,ymax,confidence'
    }

    It 'where nobody can be asked says so' {
        $session = Open-Session 'param($path, $file) Import-RKAnnotation $file | Export-RKAnnotation $path -Format JsonLines -Confirm'
        $null = $session.AddArgument((Join-Path $folder 'asked.jsonl')).AddArgument($manifest)
        $session.Invoke() | Should -BeNullOrEmpty
        $session.Streams.Error.FullyQualifiedErrorId | Should -BeLike 'ConfirmationNeeded*'
        $session.Dispose()
    }
}

Describe 'A local endpoint over <Format>' -ForEach @(
    @{ Format = 'Coco' }
    @{ Format = 'Yolo' }
    @{ Format = 'PascalVoc' }
    @{ Format = 'JsonLines' }
) {
    It 'finds what is labelled' {
        $export = $box | Export-RKAnnotation "endpoint-$Format" -Format $Format 3>$null
        $endpoint = Start-RKLocalEndpoint $export.LiteralPath -ImageRoot $images
        try {
            $endpoint.ImageCount | Should -Be $box.Count
            $result = $box[0] | Invoke-RKCustomLabelDetection -ProjectVersionArn $endpoint.ProjectVersionArn -EndpointUrl $endpoint.EndpointUrl -AccessKey any -SecretKey any
            $result.CustomLabels.PixelBox | Should -Be $box[0].Labels.PixelBox
        }
        finally { $endpoint | Stop-RKLocalEndpoint }
    }
}

Describe 'A local endpoint over labels that can not be read' {
    It 'is refused with the file and the reason' {
        [IO.File]::WriteAllText((Join-Path $folder 'bad.json'), '{"images":[{"id":1,"file_name":"a.jpg"},{"id":1,"file_name":"b.jpg"}],"annotations":[]}')
        $failed = { Start-RKLocalEndpoint (Join-Path $folder 'bad.json') } | Should -Throw -ErrorId 'AnnotationInvalid*' -PassThru
        $failed.TargetObject | Should -Be (Join-Path $folder 'bad.json')
        "$failed" | Should -BeLike '*two images have the id 1*'
    }
}

Describe 'What is written' {
    It 'is read by Python, whatever the names' {
        $python = Get-Command python3 -CommandType Application -ErrorAction Ignore | Select-Object -First 1
        if (-not $python) { Set-ItResult -Skipped -Because 'Python 3 (python3) is not on the PATH'; return }
        $names = 'plain', 'quote"d', "it's", 'a: b', '- item', '#no', 'yes', '~', '1.5', "tab`there", ([string][char]0xE9), (-join [char[]](0x65E5, 0x672C)), ([char]::ConvertFromUtf32(0x1F600)), '<&>', '=1+1', 'back\slash', ' padded '
        $hostile = foreach ($name in $names) {
            [CustomLabels.ImageAnnotation]@{
                Image = "sub/$([array]::IndexOf($names, $name)) $([char]0xE9).jpg"; ImageWidth = 640; ImageHeight = 480
                Labels = [CustomLabels.LabelAnnotationCollection]::new([CustomLabels.LabelAnnotation[]]@(@{ Name = $name; BoundingBox = [CustomLabels.BoundingBox]::new(0.25, 0.5, 0.125, 0.25) }))
            }
        }
        foreach ($name in 'GroundTruth', 'Coco', 'Yolo', 'PascalVoc', 'Csv', 'JsonLines') {
            $extra = if ($name -eq 'GroundTruth') { @{ SourcePrefix = 's3://line4' } } else { @{} }
            $hostile | Export-RKAnnotation "judge-$name" -Format $name @extra 3>$null | Out-Null
        }
        [IO.File]::WriteAllText((Join-Path $folder 'names.json'), (ConvertTo-Json @($names)))
        $said = & $python.Source (Join-Path $PSScriptRoot 'annotations.py') $folder 2>&1
        $LASTEXITCODE | Should -Be 0 -Because "$said"
        "$said" | Should -BeLike 'read GroundTruth Coco Yolo* PascalVoc Csv JsonLines'
    }
}
