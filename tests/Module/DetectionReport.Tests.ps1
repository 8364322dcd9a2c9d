# Export-RKDetectionReport as a user meets it: what it takes, what it writes, and what it refuses. What the page does in a browser is tests/Browser.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeAll {
    . $PSScriptRoot/Support.ps1
    $folder = New-TestFolder
    Push-Location $folder
    $manifest = Join-Path $samples 'manifest.jsonl'
    $images = Join-Path $folder 'line4'
    Copy-Item (Join-Path $samples 'images') $images -Recurse
    $annotations = Import-RKAnnotation $manifest -ImageRoot $images
    $endpoint = Start-RKLocalEndpoint $manifest $images -AllowUnsigned
    $connection = @{ ProjectVersionArn = $endpoint.ProjectVersionArn; EndpointUrl = $endpoint.EndpointUrl; NoSignRequest = $true }
    $results = Get-ChildItem $images -Recurse -File | Invoke-RKCustomLabelDetection @connection -MinConfidence 0

    function Get-ErrorId([scriptblock] $Script) {
        try { & $Script 3>$null | Out-Null } catch { return ($_.FullyQualifiedErrorId -split ',')[0] }
    }
    # The rows of a page, as its script reads them.
    function Get-Row([string] $Path) {
        [regex]::Matches([IO.File]::ReadAllText((Join-Path $folder $Path)), '(?s)<script type="application/json" id="rows-\d+">(.*?)</script>') | ForEach-Object { $_.Groups[1].Value | ConvertFrom-Json } | ForEach-Object { $_ }
    }
}

AfterAll {
    Pop-Location
    Stop-RKLocalEndpoint
    Remove-Item -LiteralPath $folder -Recurse -Force
}

Describe 'Export-RKDetectionReport' {
    It 'writes one page with all pictures inside, and gives the file' {
        $page = $results | Export-RKDetectionReport all.html -Title 'Line 4'
        $page | Should -BeOfType IO.FileInfo
        $page.FullName | Should -Be (Join-Path $folder 'all.html')
        $rows = @(Get-Row all.html)
        $rows.Count | Should -Be 24
        $rows[0].n | Should -Be $results[0].Image
        @($rows | Where-Object k).Count | Should -Be 24
        @($rows.l).Count | Should -Be @($results.CustomLabels | ForEach-Object { $_ }).Count
        Test-Path all.files | Should -BeFalse
        Get-Content all.html -TotalCount 12 | Should -Contain '<title>Line 4</title>'
    }

    It 'names pictures from where the page is' {
        (Get-Row all.html | Where-Object n -Like 'panel * 07.jpg').u | Should -Be 'line4/panels/panel%20%C3%A9%2007.jpg'
        $null = New-Item -ItemType Directory deep/er
        $null = $results[0] | Export-RKDetectionReport deep/er/one.html
        (Get-Row deep/er/one.html).p | Should -BeLike "../../line4/*/$($results[0].Image)"
        # The folder that it was made in is nobody's business who is sent the page.
        (Get-Content all.html -Raw).Contains($folder) | Should -BeFalse
    }

    It 'tells the size of pictures as they are displayed' {
        $turned = $results | Where-Object Image -Like 'panel * 07.jpg'
        $row = $turned.CustomLabels | Export-RKDetectionReport turned.html | ForEach-Object { Get-Row turned.html }
        # Labels have no size of their picture: it is that of the file, turned by its EXIF orientation.
        "$($row.w)x$($row.h)" | Should -Be "$($turned.ImageWidth)x$($turned.ImageHeight)"
    }

    It 'tells what failed, with what to do' {
        [IO.File]::WriteAllText((Join-Path $folder 'text.jpg'), 'Not a picture.')
        $null = Get-Item text.jpg | Invoke-RKCustomLabelDetection @connection -IncludeFailed | Export-RKDetectionReport failed.html -WarningVariable warnings 3>$null
        $row = Get-Row failed.html
        $row.e[0] | Should -Be 'ImageFormat'
        $row.e[1] | Should -BeLike "'text.jpg' is text*"
        $row.e[2] | Should -Not -BeNullOrEmpty
        Get-Content failed.html -Raw | Should -BeLike '*<h3>ImageFormat: 1 picture</h3>*What to do:*'
        "$warnings" | Should -BeLike "1 of the pictures are files that can't be read*"
    }

    It 'takes <What>' -ForEach @(
        @{ What = 'results'; Script = { $results } }
        @{ What = 'labels, in any order'; Script = { $results.CustomLabels | Sort-Object Confidence } }
        @{ What = 'annotations'; Script = { $annotations | Where-Object { $_.Labels.Count } } }
        @{ What = 'results of a journal'; Script = {
                $results.LiteralPath | Get-Item -LiteralPath { $_ } | Invoke-RKCustomLabelDetection @connection -MinConfidence 0 -JournalPath night.jsonl | Out-Null
                Import-RKJournal night.jsonl
            }
        }
    ) {
        $found = & $Script
        $null = $found | Export-RKDetectionReport taken.html -Force
        @(Get-Row taken.html | Where-Object { $_.l.Count }).Count | Should -Be @($annotations | Where-Object { $_.Labels.Count }).Count
        @(Get-Row taken.html | Where-Object { $_.u -and $_.w }).Count | Should -Be @(Get-Row taken.html).Count
    }

    It 'lays ground truth beside it, from <What>' -ForEach @(
        @{ What = 'annotations'; Truth = { $annotations } }
        @{ What = 'a path'; Truth = { $manifest } }
        @{ What = 'a file'; Truth = { Get-Item -LiteralPath $manifest } }
    ) {
        $null = $results | Export-RKDetectionReport truth.html -GroundTruth (& $Truth) -Force
        $rows = @(Get-Row truth.html)
        @($rows | Where-Object { $null -ne $_.y }).Count | Should -Be 24
        @($rows | ForEach-Object { $_.y.Count } | Measure-Object -Sum).Sum | Should -Be @($annotations.Labels | ForEach-Object { $_ }).Count
    }

    It 'says of objects in S3 that they have no picture' {
        $annotation = Import-RKAnnotation $manifest | Select-Object -First 2
        $null = $annotation | Export-RKDetectionReport s3.html -WarningVariable warnings 3>$null
        "$warnings" | Should -BeLike '2 of the pictures are objects in S3*Download them*'
        (Get-Row s3.html)[0].p | Should -Be 's3://line4/panels/panel-01.jpg'
    }

    It 'keeps what is there, unless -Force' {
        [IO.File]::WriteAllText((Join-Path $folder 'mine.html'), 'mine')
        Get-ErrorId { $results | Export-RKDetectionReport mine.html } | Should -Be 'OutputExists'
        Get-Content mine.html | Should -Be 'mine'
        $null = $results | Export-RKDetectionReport mine.html -Force
        @(Get-Row mine.html).Count | Should -Be 24
    }

    It 'says with -WhatIf what it would write, and writes nothing' {
        $results | Export-RKDetectionReport whatif.html -WhatIf | Should -BeNullOrEmpty
        Get-ChildItem -Filter 'whatif*' | Should -BeNullOrEmpty
    }

    It 'writes nothing of an empty pipeline, and leaves nothing of one that ends early' {
        @() | Export-RKDetectionReport empty.html
        { $results | ForEach-Object { $_; if ($_ -eq $results[9]) { throw 'enough' } } | Export-RKDetectionReport early.html } | Should -Throw 'enough'
        Get-ChildItem | Where-Object Name -Match 'empty|early' | Should -BeNullOrEmpty
    }

    It 'refuses <What>' -ForEach @(
        @{ What = 'nothing at all'; Script = { Export-RKDetectionReport a.html }; Id = 'RequestInvalid' }
        @{ What = 'no place'; Script = { $results | Export-RKDetectionReport }; Id = 'RequestInvalid' }
        @{ What = 'a drive that holds no files'; Script = { $results | Export-RKDetectionReport env:a }; Id = 'RequestInvalid' }
        @{ What = 'an object of another kind'; Script = { 1 | Export-RKDetectionReport a.html }; Id = 'InputUnsupported' }
        @{ What = 'ground truth that is none'; Script = { $results | Export-RKDetectionReport a.html -GroundTruth 1 }; Id = 'RequestInvalid' }
        @{ What = 'ground truth that is not there'; Script = { $results | Export-RKDetectionReport a.html -GroundTruth gone.jsonl }; Id = 'AnnotationUnreadable' }
    ) {
        Get-ErrorId $Script | Should -Be $Id
        Test-Path a.html | Should -BeFalse
    }
}
