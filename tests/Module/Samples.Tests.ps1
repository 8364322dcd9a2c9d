# The main job over every sample, against what the manifest says; and what users do with the results.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester runs the blocks of a file in one scope.')]
param()

BeforeDiscovery {
    $manifest = Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'samples/manifest.jsonl'
    $lines = Get-Content $manifest -Encoding UTF8 | ForEach-Object { @{ Line = $_; Key = ($_ | ConvertFrom-Json).'source-ref' -replace '^s3://[^/]+/' } }
}

BeforeAll {
    . $PSScriptRoot/Support.ps1
    $sample = Start-SampleEndpoint
    $asked = @{ ProjectVersionArn = $sample.Endpoint.ProjectVersionArn; MinConfidence = 0 } + $sample.Connection
    $folder = New-TestFolder
    $images = Join-Path $samples 'images'
    $results = Get-ChildItem $images -Recurse -File -Include *.jpg, *.png | Invoke-RKCustomLabelDetection @asked
    $ofKey = @{}
    # Some file systems take names apart into letter and accent; the manifest has them whole.
    foreach ($result in $results) { $ofKey[$result.LiteralPath.Substring($images.Length + 1).Replace('\', '/').Normalize()] = $result }
    $unlabelled = $ofKey['panels/panel-04.png']

    # The manifest's confidence as the service answers it: by its decimal digits, times 100, as a float of 32 bits.
    function ConvertTo-Confidence($Ratio) {
        $invariant = [cultureinfo]::InvariantCulture
        [double][float]::Parse(([decimal]$Ratio * 100).ToString($invariant), $invariant)
    }

    # What a line of the manifest promises: labels with boxes in displayed pixels, and the image-level one, most confident first.
    function Get-Promise([string] $Line) {
        $json = $Line | ConvertFrom-Json
        $labels = @(
            for ($i = 0; $i -lt $json.defects.annotations.Count; $i++) {
                $box = $json.defects.annotations[$i]
                $metadata = $json.'defects-metadata'
                [pscustomobject]@{ Name = $metadata.'class-map'."$($box.class_id)"; Confidence = ConvertTo-Confidence $metadata.objects[$i].confidence; Box = $box }
            }
            $quality = $json.'quality-metadata'
            if ($quality) { [pscustomobject]@{ Name = $quality.'class-name'; Confidence = ConvertTo-Confidence $quality.confidence; Box = $null } }
        )
        [pscustomobject]@{ Source = $json.'source-ref'; Size = $json.defects.image_size; Labels = @($labels | Sort-Object Confidence -Descending) }
    }

    # A label with all that the service says of it, as text that can be compared.
    function ConvertTo-Line($Label) {
        $box = $Label.Geometry.BoundingBox
        $numbers = @($Label.Confidence; if ($box) { $box.Left, $box.Top, $box.Width, $box.Height })
        (@($Label.Name) + @($numbers | ForEach-Object { ([double]$_).ToString('R', [cultureinfo]::InvariantCulture) })) -join ' '
    }
}

AfterAll {
    Stop-RKLocalEndpoint
    Remove-Item -LiteralPath $folder -Recurse -Force
}

Describe 'The sample <Key>' -ForEach $lines {
    BeforeAll { $promise = Get-Promise $Line }

    It 'has exactly the labels and boxes of the manifest' {
        $result = $ofKey[$Key]
        $result.Status | Should -Be 'Succeeded'
        $result.CustomLabels.Name | Should -Be $promise.Labels.Name
        $result.CustomLabels.Confidence | Should -Be $promise.Labels.Confidence
        if ($promise.Size) { $result.ImageWidth, $result.ImageHeight | Should -Be $promise.Size[0].width, $promise.Size[0].height }
        for ($i = 0; $i -lt $promise.Labels.Count; $i++) {
            $label = $result.CustomLabels[$i]
            $box = $promise.Labels[$i].Box
            if (-not $box) {
                $label.Geometry | Should -BeNullOrEmpty
                $label.PixelBox | Should -BeNullOrEmpty
                continue
            }

            foreach ($side in 'Left', 'Top', 'Width', 'Height') { [math]::Abs($label.PixelBox.$side - $box.$side) | Should -BeLessOrEqual 1 -Because $side }
        }
    }

    It 'has the same labels as an S3 object' {
        $result = $promise.Source | Invoke-RKCustomLabelDetection @asked
        "s3://$($result.Bucket)/$($result.Key)" | Should -BeExactly $promise.Source
        $result.CustomLabels.Name | Should -Be $promise.Labels.Name
        $result.CustomLabels.Confidence | Should -Be $promise.Labels.Confidence
        $result.ImageWidth | Should -BeNullOrEmpty
        foreach ($label in $result.CustomLabels) { $label.PixelBox | Should -BeNullOrEmpty }
    }
}

Describe 'The results' {
    It 'are one for each picture' {
        $results.Count | Should -Be $ofKey.Count
        $results.Count | Should -Be @(Get-Content (Join-Path $samples 'manifest.jsonl')).Count
    }

    It 'give the same labels when they are piped in again' {
        $again = $results | Invoke-RKCustomLabelDetection @asked
        $again.LiteralPath | Should -Be $results.LiteralPath
        for ($i = 0; $i -lt $results.Count; $i++) {
            $again[$i].CustomLabels | ForEach-Object { ConvertTo-Line $_ } | Should -Be ($results[$i].CustomLabels | ForEach-Object { ConvertTo-Line $_ })
        }
    }

    It 'copy exactly their own files through Copy-Item' {
        $from = New-Item -ItemType Directory (Join-Path $folder 'from')
        $to = New-Item -ItemType Directory (Join-Path $folder 'to')
        $bracketed = Join-Path $images 'cartons/carton-03[rework].jpg'
        Copy-Item -LiteralPath $bracketed, (Join-Path $images 'panels/panel-01.jpg') $from.FullName
        # What the brackets would match as a wildcard.
        [IO.File]::Copy((Join-Path $images 'panels/panel-02.jpg'), (Join-Path $from.FullName 'carton-03r.jpg'))
        Get-ChildItem $from.FullName -Exclude carton-03r.jpg | Invoke-RKCustomLabelDetection @asked | Copy-Item -Destination $to.FullName
        (Get-ChildItem $to.FullName).Name | Sort-Object | Should -Be ('carton-03[rework].jpg', 'panel-01.jpg' | Sort-Object)
        (Get-FileHash -LiteralPath (Join-Path $to.FullName 'carton-03[rework].jpg')).Hash | Should -Be (Get-FileHash -LiteralPath $bracketed).Hash
    }

    It 'are readable in a CSV file' {
        $rows = $results | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv
        ($rows | Where-Object Image -EQ 'panel-02.jpg').CustomLabels | Should -BeExactly 'scratch 98.0; dent 93.1; scratch 71.0'
        ($rows | Where-Object Image -EQ 'panel-04.png').CustomLabels | Should -BeExactly ''
    }

    It 'can be asked for label names in strict mode, also where there are none' {
        $unlabelled.Status | Should -Be 'Succeeded'
        & {
            Set-StrictMode -Version Latest
            @($unlabelled.CustomLabels.Name).Count | Should -Be 0
            @($unlabelled.CustomLabels.Confidence).Count | Should -Be 0
            @($results | Where-Object { $_.CustomLabels.Name -contains 'overexposed' }).Image | Sort-Object | Should -Be 'carton-07.jpg', 'panel-08.jpg'
        }
    }
}

Describe 'With -ExpandLabels' {
    It 'each label comes out on its own, in the order of the images and their labels, and says whose it is' {
        $labels = $results | Invoke-RKCustomLabelDetection @asked -ExpandLabels -Tag 7
        $expected = @(foreach ($result in $results) { $result.CustomLabels })
        $labels | ForEach-Object { ConvertTo-Line $_ } | Should -Be ($expected | ForEach-Object { ConvertTo-Line $_ })
        for ($i = 0; $i -lt $labels.Count; $i++) {
            $labels[$i] | Should -BeOfType [CustomLabels.CustomLabel]
            foreach ($name in 'Image', 'LiteralPath', 'ProjectVersionArn', 'PixelBox') { $labels[$i].$name | Should -Be $expected[$i].$name }
            $labels[$i].Tag | Should -Be 7
        }
        $objects = 's3://line4/panels/panel-02.jpg' | Invoke-RKCustomLabelDetection @asked -ExpandLabels
        $objects.Bucket | Should -Be 'line4', 'line4', 'line4'
        $objects.Key | Select-Object -Unique | Should -Be 'panels/panel-02.jpg'
    }

    It 'an image without labels gives none' {
        $unlabelled | Invoke-RKCustomLabelDetection @asked -ExpandLabels | Should -BeNullOrEmpty
    }
}

Describe 'While images still arrive' {
    It 'the first result comes out' {
        $run = @{ Given = 0; Out = 0; OutWhenInputEnded = $null }
        # An input that ends when a result is out: it is asked for the next image until then.
        $endless = {
            while ($run.Out -eq 0 -and $run.Given -lt 1000) { $run.Given++; $results[0] }
            $run.OutWhenInputEnded = $run.Out
        }
        & $endless | Invoke-RKCustomLabelDetection @asked | ForEach-Object { $run.Out++ }
        $run.OutWhenInputEnded | Should -BeGreaterThan 0
        $run.Out | Should -Be $run.Given
    }
}

Describe 'The AWS CLI' {
    It 'is answered the same for <Key>' -ForEach @(
        @{ Key = 'panels/panel-02.jpg' }
        @{ Key = 'panels/panel-06.jpg' }
        @{ Key = 'cartons/carton-03[rework].jpg' }
    ) {
        if (-not (Get-Command aws -ErrorAction Ignore)) { Set-ItResult -Skipped -Because 'the AWS CLI (aws) is not on the PATH'; return }
        try {
            $env:AWS_ACCESS_KEY_ID = 'AKIDEXAMPLE'
            $env:AWS_SECRET_ACCESS_KEY = 'secret'
            $env:AWS_PAGER = ''
            $json = aws rekognition detect-custom-labels --project-version-arn $asked.ProjectVersionArn --image-bytes "fileb://$(Join-Path $images $Key)" `
                --min-confidence 0 --endpoint-url $asked.EndpointUrl --region us-east-1 --output json
            $LASTEXITCODE | Should -Be 0
        }
        finally { Remove-Item Env:AWS_ACCESS_KEY_ID, Env:AWS_SECRET_ACCESS_KEY, Env:AWS_PAGER -ErrorAction Ignore }
        $labels = @(($json | Out-String | ConvertFrom-Json).CustomLabels)
        $labels.Count | Should -BeGreaterThan 2
        $labels | ForEach-Object { ConvertTo-Line $_ } | Should -Be ($ofKey[$Key].CustomLabels | ForEach-Object { ConvertTo-Line $_ })
        foreach ($label in $labels) { $label.PSObject.Properties.Name | Should -BeIn 'Name', 'Confidence', 'Geometry' }
    }
}
