# Export-RKDetectionImage -Redact: what is hidden, what is refused so that nothing stays visible by mistake, and what is said of the rest.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeAll {
    . $PSScriptRoot/Support.ps1
    $folder = New-TestFolder
    Push-Location $folder
    Copy-Item (Join-Path $samples 'images') line4 -Recurse
    $annotations = Import-RKAnnotation (Join-Path $samples 'manifest.jsonl') -ImageRoot line4
    $sample = Start-SampleEndpoint
    $asked = @{ ProjectVersionArn = $sample.Endpoint.ProjectVersionArn; MinConfidence = 0 } + $sample.Connection

    function Get-Picture([string] $Name) {
        $annotations | Where-Object Image -EQ $Name
    }
}

AfterAll {
    Pop-Location
    Stop-RKLocalEndpoint
    Remove-Item -LiteralPath $folder -Recurse -Force
}

Describe 'Export-RKDetectionImage -Redact' {
    It 'fills unless another way is asked for, also beside the destination' {
        $fill = Get-Picture 'panels/panel-01.jpg' | Export-RKDetectionImage fill -Redact
        (Get-Picture 'panels/panel-01.jpg' | Export-RKDetectionImage -Destination named Fill -Redact).Length | Should -Be $fill.Length
        $blur = Get-Picture 'panels/panel-01.jpg' | Export-RKDetectionImage blur -Redact Blur
        # Who asks for a way of hiding asks for hiding; only -Redact:$false says no.
        (Get-Picture 'panels/panel-01.jpg' | Export-RKDetectionImage blur/without Blur).Length | Should -Be $blur.Length
        (Get-Picture 'panels/panel-01.jpg' | Export-RKDetectionImage off -Redact:$false).Length | Should -Be (Get-Picture 'panels/panel-01.jpg' | Export-RKDetectionImage drawn).Length
        $pixels = Get-Picture 'panels/panel-01.jpg' | Export-RKDetectionImage pixels -Redact -Redaction Pixelate
        $fill.Length, $blur.Length, $pixels.Length | Select-Object -Unique | Should -HaveCount 3
    }

    It 'keeps no metadata' {
        # Its camera's orientation is in the file.
        $turned = $annotations | Where-Object { (Test-RKImage -LiteralPath $_.LiteralPath).ExifOrientation -gt 1 } | Select-Object -First 1
        $file = $turned | Export-RKDetectionImage bare -Redact -Label 'no-such*' -IncludeUnlabelled
        $bytes = [Text.Encoding]::GetEncoding('iso-8859-1').GetString([IO.File]::ReadAllBytes($file.FullName))
        $bytes | Should -Not -Match 'Exif'
        $test = Test-RKImage -LiteralPath $file.FullName
        "$($test.Width)x$($test.Height) $($test.ExifOrientation)" | Should -Be "$($turned.ImageWidth)x$($turned.ImageHeight) "
    }

    It 'writes no file where a label can not be hidden, and the others' {
        $files = (Get-Picture 'panels/panel-06.jpg'), (Get-Picture 'panels/panel-01.jpg') | Export-RKDetectionImage incomplete -Redact -ErrorVariable failures -ErrorAction SilentlyContinue
        ($failures.FullyQualifiedErrorId -split ',')[0] | Should -Be 'RedactionIncomplete'
        $failures.TargetObject | Should -Be (Get-Picture 'panels/panel-06.jpg').LiteralPath
        $files.Name | Should -Be 'panel-01.jpg'
        (Get-ChildItem incomplete).Name | Should -Be 'panel-01.jpg'
        # Only what is to be hidden counts.
        (Get-Picture 'panels/panel-06.jpg' | Export-RKDetectionImage chosen -Redact -Label scratch).Name | Should -Be 'panel-06.jpg'
    }

    It 'skips a picture without a detection, says so, and takes it where that is asked for' {
        $two = (Get-Picture 'panels/panel-04.png'), (Get-Picture 'panels/panel-01.jpg')
        ($two | Export-RKDetectionImage skipped -Redact -WarningVariable warnings 3>$null).Name | Should -Be 'panel-01.jpg'
        "$warnings" | Should -Be '1 picture without a detection to redact was skipped. -IncludeUnlabelled writes it too.'
        ($two | Export-RKDetectionImage included -Redact -IncludeUnlabelled).Name | Should -Be 'panel-04.png', 'panel-01.jpg'
    }

    It 'says how many boxes stay visible' {
        $picture = Get-Picture 'panels/panel-02.jpg'
        $below = @($picture.Labels | Where-Object Confidence -LT 95).Count
        $null = $picture | Export-RKDetectionImage visible -Redact -MinConfidence 95 -WarningVariable warnings 3>$null
        "$warnings" | Should -Be "$below boxes of 1 picture below -MinConfidence 95 stay visible."
    }

    It 'writes nothing for a failed result' {
        $results = Get-Item line4/panels/panel-01.jpg, (New-Item -ItemType File 'empty.jpg').FullName | Invoke-RKCustomLabelDetection @asked -IncludeFailed
        ($results | Export-RKDetectionImage failed -Redact -IncludeUnlabelled -WarningVariable warnings 3>$null).Name | Should -Be 'panel-01.jpg'
        "$warnings" | Should -Be 'Detection failed for 1 picture; nothing was written for it.'
    }

    It 'hides all but the detections' {
        $shown = Get-Picture 'panels/panel-01.jpg' | Export-RKDetectionImage inverted -Redact -Invert
        $hidden = Get-Picture 'panels/panel-01.jpg' | Export-RKDetectionImage inverted/not -Redact
        $shown.Length | Should -BeLessThan $hidden.Length
    }
}
