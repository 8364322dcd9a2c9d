# What people see: tables of 80 columns, lists with everything, and nothing from outside that steers the terminal.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeDiscovery {
    $types = 'DetectionResult', 'CustomLabel', 'ImageTestResult', 'LocalEndpoint', 'Model', 'Project', 'ImageAnnotation', 'ManifestTestResult', 'ManifestTestFinding', 'ManifestLabelCount' | ForEach-Object { @{ Type = $_ } }
    # Every table of the format file, so that none is forgotten: one without objects in $long fails. 79 is what a terminal of 80 columns shows.
    $format = [xml](Get-Content -Raw (Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'out/CustomLabels/CustomLabels.Format.ps1xml'))
    $tables = foreach ($view in $format.Configuration.ViewDefinitions.View | Where-Object { $_['TableControl'] }) {
        $headers = @($view.TableControl.TableHeaders.TableColumnHeader)
        foreach ($width in 79, 80) { @{ Type = $view.Name -replace '^CustomLabels\.'; Width = $width; Labels = @($headers.Label); Wraps = [bool]$view.SelectSingleNode('.//Wrap') } }
    }
}

BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/Scripted.ps1

    $escape = [char]27
    # A session that writes colours, or doesn't; Windows PowerShell has none.
    function Set-Rendering {
        [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'The tests put it back.')]
        param([string] $Rendering)
        if ($PSEdition -eq 'Core') { $PSStyle.OutputRendering = $Rendering }
    }
    function Get-Table($Object, [int] $Width = 100) { @(($Object | Format-Table | Out-String -Width $Width) -split '\r?\n' | Where-Object { $_ }) }
    function Get-List($Object) { @(($Object | Format-List | Out-String -Width 79) -split '\r?\n' | Where-Object { $_ }) }

    $rendering = if ($PSEdition -eq 'Core') { $PSStyle.OutputRendering }
    Set-Rendering PlainText

    $sample = Start-SampleEndpoint
    $reach = $sample.Connection
    $connection = $sample.Connection + @{ ProjectVersionArn = $sample.Endpoint.ProjectVersionArn }
    $images = Get-ChildItem (Join-Path $samples 'images') -Recurse -File
    $folder = New-TestFolder
    $tiny = Join-Path $folder 'an-image-with-a-long-name-and-few-pixels.png'
    # The head of a PNG of 32 x 32 pixels is all that is looked at.
    [IO.File]::WriteAllBytes($tiny, [Convert]::FromBase64String('iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAYAAABzenr0AAAAAElEQVQ='))
    $results = $images.FullName + (Join-Path $folder 'no-such-image-and-a-long-name-besides.jpeg') | Invoke-RKCustomLabelDetection @connection -IncludeFailed -MinConfidence 0 -Tag 7
    $badManifest = Join-Path $folder 'bad.manifest'
    [IO.File]::WriteAllText($badManifest, "{`n" + '{"source-ref":"s3://b/a.jpg","a-metadata":1}' + "`n" + "{`"$escape[2Jgone`":1}`n")
    $objects = @{
        DetectionResult = $results
        CustomLabel     = $results.CustomLabels | ForEach-Object { $_ }
        ImageTestResult = $images.FullName + $tiny | Test-RKImage
        LocalEndpoint   = $sample.Endpoint
        Model           = Get-RKModel @reach
        Project         = @(Get-RKProject @reach) * 2
        ImageAnnotation = Import-RKAnnotation (Join-Path $samples 'manifest.jsonl')
        ManifestTestResult = Test-RKManifest (Join-Path $samples 'manifest.jsonl'), $badManifest
        ManifestTestFinding = (Test-RKManifest $badManifest).Findings | ForEach-Object { $_ }
        ManifestLabelCount = (Test-RKManifest (Join-Path $samples 'manifest.jsonl')).Labels | ForEach-Object { $_ }
    }

    # Names that would steer the terminal.
    $hostile = "$escape[2Jgone`r`nRow 2"
    $scripted = Open-ScriptedServer ([CustomLabels.Testing.Step]::Answer(200, '{"CustomLabels":[{"Name":"\u001b[2Jgone\r\nRow 2","Confidence":98.5}]}'))
    $scriptedConnection = $scripted.Connection
    $scriptedConnection.Remove('ProjectVersionArn')
    $hostileResults = [pscustomobject]@{ Bucket = 'line4'; Key = "$hostile.jpg"; VersionId = $hostile; ETag = $hostile; ProjectVersionArn = $arn },
        [pscustomobject]@{ LiteralPath = "$hostile.jpg"; ProjectVersionArn = $hostile } |
        Invoke-RKCustomLabelDetection @scriptedConnection -IncludeFailed

    # The longest values that are to be expected: AWS's own bounds of names, units and images, pictures of many pixels, counters of a week's load.
    $longName = 'one-of-the-panels-of-the-third-line' * 7
    $many = (1..8 | ForEach-Object { "{`"Name`":`"$_-$longName`",`"Confidence`":100,`"Geometry`":{`"BoundingBox`":{`"Left`":0.75,`"Top`":0.75,`"Width`":0.25,`"Height`":0.25}}}" }) -join ','
    $scriptedLong = Open-ScriptedServer ([CustomLabels.Testing.Step]::Answer(200, "{`"CustomLabels`":[$many]}")), (Get-ErrorStep ImageTooLargeException), ([CustomLabels.Testing.Step]::Answer(200, '{"CustomLabels":[]}'))
    $panorama = Join-Path $folder "$(-join $longName[0..90]).png"
    # A PNG's head of 16382 x 10922 pixels, in a file that is over the 4 MB.
    $bytes = [IO.File]::ReadAllBytes($tiny) + [byte[]]::new(4500000)
    [byte[]](0, 0, 0x3F, 0xFE, 0, 0, 0x2A, 0xAA) | ForEach-Object { $i = 16 } { $bytes[$i++] = $_ }
    [IO.File]::WriteAllBytes($panorama, $bytes)
    $largest = Join-Path $folder 'largest.png'
    [byte[]](0, 0, 0x10, 0, 0, 0, 0x10, 0) | ForEach-Object { $i = 16 } { $bytes[$i++] = $_ }
    [IO.File]::WriteAllBytes($largest, $bytes[0..99])
    $longConnection = $scriptedLong.Connection
    $longResults = @($largest, $panorama, (Join-Path $folder 'no-such-image.png'), $panorama | Invoke-RKCustomLabelDetection @longConnection -IncludeFailed)
    $counters = [CustomLabels.LocalEndpointCounters]::new(99999999, 99999990, 999999, 9)
    $long = @{
        DetectionResult = $longResults
        CustomLabel     = $longResults[0].CustomLabels | ForEach-Object { $_ }
        ImageTestResult = $tiny, $largest, $panorama | Test-RKImage
        ImageLimit      = ($tiny, $panorama | Test-RKImage).Limits | ForEach-Object { $_ }
        LocalEndpoint   = [pscustomobject]@{ PSTypeName = 'CustomLabels.LocalEndpoint'; EndpointUrl = 'http://127.0.0.1:65535'; Models = @(1..100); ImageCount = 250000; Counters = $counters; IsRunning = $false }
        Model           = 'TRAINING_IN_PROGRESS', 'COPYING_IN_PROGRESS' | ForEach-Object {
            [pscustomobject]@{ PSTypeName = 'CustomLabels.Model'; Name = "$longName/$longName"; Status = $_; MinInferenceUnits = 10; MaxInferenceUnits = 100; HourlyCost = [decimal]1234.5; F1Score = 0.98765 }
        }
        ModelLease      = [pscustomobject]@{
            PSTypeName = 'CustomLabels.ModelLease'; Name = "$longName/$longName"; Kind = 'Timed'; State = 'Prepared'; StopAt = [datetime]'2026-11-30'; ProcessId = [int]::MaxValue
        }
        ModelGuard      = [pscustomobject]@{
            PSTypeName = 'CustomLabels.ModelGuard'; Kind = 'ScheduledTask'; Interval = [timespan]'1:00:00'; LastPass = [datetime]'2026-11-30'; Leases = 123456
            Stopped = "$longName/v1", "$longName/v2"; Errors = "ModelNotStoppable: $longName", $longName
        }
        ModelUsage      = 'CloudWatch', 'CloudWatch, Leases, Journal' | ForEach-Object {
            [pscustomobject]@{ PSTypeName = 'CustomLabels.ModelUsage'; Name = "$longName/$longName"; StartTime = [datetime]'2026-11-30'; Hours = 9855.123; UnitHours = 123456.789; Cost = [decimal]12345.6789; Source = $_ }
        }
        Project         = [pscustomobject]@{ PSTypeName = 'CustomLabels.Project'; Name = $longName; Status = 'DELETING'; CreationTimestamp = [datetime]'2026-11-30'; Datasets = [CustomLabels.ProjectDataset[]]@(@{ DatasetType = 'TRAIN' }, @{ DatasetType = 'TEST' }) }
        ProjectDataset  = [pscustomobject]@{ PSTypeName = 'CustomLabels.ProjectDataset'; DatasetType = 'TRAIN'; Status = 'CREATE_IN_PROGRESS'; StatusMessage = $longName }
        ImageAnnotation = [CustomLabels.ImageAnnotation]@{ Image = "$longName.jpeg"; ImageWidth = 65535; ImageHeight = 65535; Labels = [CustomLabels.LabelAnnotationCollection]::new([CustomLabels.LabelAnnotation[]]@(@{ Name = $longName; Confidence = 100 })) }
        LabelAnnotation = [CustomLabels.LabelAnnotation]@{ Name = $longName; Confidence = 100; PixelBox = [CustomLabels.PixelBox]::new(65535, 65535, 65535, 65535) }
        AnnotationExport = [CustomLabels.AnnotationExport]::new("/$longName/$longName.manifest", 'GroundTruth', 250000, 12500000, 250000, [CustomLabels.AnnotationChangeCount[]]@())
        AnnotationChange = [CustomLabels.AnnotationChange]::new('AnnotationWithoutImage', $longName, 1, "$longName.jpeg", $longName)
        ManifestTestResult = [CustomLabels.ManifestTestResult]@{
            LiteralPath = "/$longName/$longName.manifest"; Verdict = 'WouldBeRefused'; Training = [CustomLabels.ManifestStatistics]::new('m', 'OBJECT_LOCALIZATION', 500000, 500000, 0, 0, 250, 12500000, 12500000)
            Counts = [CustomLabels.ManifestRuleCount[]]@([CustomLabels.ManifestRuleCount]::new('UsableLabelOverlapTooSmall', 'ERROR_INSUFFICIENT_USABLE_LABEL_OVERLAP', 'Terminal', 12500000, 40))
        }
        ManifestTestFinding = [CustomLabels.ManifestTestFinding]::new('AttributeAnnotationsMissing', 'WARNING_NO_ATTRIBUTE_ANNOTATIONS', 'Terminal', "/$longName.manifest", 250000, $longName, $longName)
        ManifestRuleCount = [CustomLabels.ManifestRuleCount]::new('UsableLabelOverlapTooSmall', 'ERROR_INSUFFICIENT_IMAGES_PER_LABEL_FOR_AUTOSPLIT', 'Terminal', 1250000, 40)
        ManifestLabelCount = [CustomLabels.ManifestLabelCount]::new($longName, 250000, 12500000, 250000, 12500000)
        DetectionEvaluation = [CustomLabels.DetectionEvaluation]@{ Group = $longName; Images = 1250000; Ap = 0.12345; Ap50 = 0.12345; MacroAverage = [CustomLabels.EvaluationAverage]::new(0.12345, 0.12345, 0.12345) }
        LabelEvaluation = [CustomLabels.LabelEvaluation]@{ Name = $longName; Truth = 125000; TruePositives = 125000; FalsePositives = 125000; FalseNegatives = 125000; Precision = 0.12345; Recall = 0.12345; F1 = 0.12345; BestThreshold = 100 }
        ImageEvaluation = [CustomLabels.ImageEvaluation]@{ Image = "$longName.jpeg"; Group = $longName; TruePositives = 125000; FalsePositives = 125000; FalseNegatives = 125000 }
        ConfusionCell   = [CustomLabels.ConfusionCell]::new($longName, $longName, 12500000)
        DetectionOutcome = [CustomLabels.DetectionOutcome]::new('FalseNegative', $longName, 100, $null, 0.12345)
        EvaluationComparison = [CustomLabels.EvaluationComparison]@{ Metric = 'Precision'; Verdict = 'CannotTell'; Reference = 0.12345; Difference = 0.12345; Change = -0.12345; Interval = [CustomLabels.ConfidenceInterval]::new(-0.12345, 0.12345); Images = 250000 }
        LocalModelState = 'TRAINING_IN_PROGRESS', 'RUNNING' | ForEach-Object {
            [pscustomobject]@{
                PSTypeName = 'CustomLabels.LocalModelState'; ProjectName = $longName; VersionName = $longName; Status = $_
                MinInferenceUnits = 10; MaxInferenceUnits = 10; InferenceUnits = 10; InferenceHours = 12345.678; ImageCount = 250000
            }
        }
    }
}

AfterAll {
    Set-Rendering $rendering
    $sample.Endpoint | Stop-RKLocalEndpoint
    $scripted.Server.Dispose()
    $scriptedLong.Server.Dispose()
    Remove-Item -Recurse -Force $folder
}

Describe 'The table of <Type> in <Width> columns' -ForEach $tables {
    It 'is tried with the longest values' {
        $long.ContainsKey($Type) | Should -BeTrue
        $long[$Type] | ForEach-Object { $_.PSObject.TypeNames | Should -Contain "CustomLabels.$Type" }
    }

    It 'has each header in one line and in full, a row for each object, and no line that is wider' {
        $lines = Get-Table $long[$Type] $Width

        -split $lines[0] | Should -Be $Labels
        $lines[1] | Should -Match '^[- ]+$'
        $lines | Where-Object { $_.Length -gt $Width } | Should -BeNullOrEmpty
        if (-not $Wraps) { $lines.Count | Should -Be (2 + @($long[$Type]).Count) }
    }
}

Describe 'The longest values' {
    It 'of <Type> are whole in 79 columns: <Value>' -ForEach @(
        @{ Type = 'DetectionResult'; Row = 0; Value = ' 4096x4096      8 ' }
        @{ Type = 'DetectionResult'; Row = 1; Value = ' 16382x10922      - ImageTooLarge: ' }
        @{ Type = 'DetectionResult'; Row = 2; Value = ' - ImageNotFound: ' }
        @{ Type = 'CustomLabel'; Row = 0; Value = ' 100.0 ' }
        @{ Type = 'CustomLabel'; Row = 0; Value = ' 3072,3072 1024x1024' }
        @{ Type = 'ImageTestResult'; Row = 2; Value = ' 16382x10922   4500??? ' }
        @{ Type = 'LocalEndpoint'; Row = 0; Value = 'http://127.0.0.1:65535    100 250000 99999999 99999990 999999 ' }
        @{ Type = 'Model'; Row = 0; Value = ' TRAINING_IN_PROGRESS 10 to 100    1234.50   0.988' }
        @{ Type = 'Model'; Row = 1; Value = ' COPYING_IN_PROGRESS ' }
        @{ Type = 'ModelUsage'; Row = 0; Value = ' 2026-11-30 00:00Z  9855.12 123456.79 12345.68 CloudWatch' }
        @{ Type = 'Project'; Row = 0; Value = ' DELETING TRAIN?, TEST? 2026-11-30 00:00:00Z' }
        @{ Type = 'ProjectDataset'; Row = 0; Value = 'TRAIN       CREATE_IN_PROGRESS ' }
        @{ Type = 'ImageAnnotation'; Row = 0; Value = '.jpeg 65535x65535 ' }
        @{ Type = 'LabelAnnotation'; Row = 0; Value = ' 100.0 65535,65535 65535x65535' }
        @{ Type = 'AnnotationExport'; Row = 0; Value = '.manifest GroundTruth 250000 12500000 250000' }
        @{ Type = 'ManifestTestResult'; Row = 0; Value = '.manifest False   WouldBeRefused 500000 500000 12500000 ' }
        @{ Type = 'ManifestTestFinding'; Row = 0; Value = 'anifest 250000 Terminal AttributeAnnotationsMissing ' }
        @{ Type = 'ManifestRuleCount'; Row = 0; Value = 'Terminal 1250000 UsableLabelOverlapTooSmall ' }
        @{ Type = 'ManifestLabelCount'; Row = 0; Value = ' 250000 12500000        250000     12500000' }
        @{ Type = 'LocalModelState'; Row = 0; Value = ' TRAINING_IN_PROGRESS 10 (10 to 10) 12345.678 250000' }
    ) {
        (Get-Table $long[$Type] 79)[2 + $Row] | Should -BeLike "*$Value*"
    }

    It 'of a limit go on in the next line' {
        $text = ((Get-Table $long.ImageLimit 79) -replace '^ +' -join ' ') -replace ' +', ' '
        $long.ImageLimit | ForEach-Object { $text | Should -BeLike "*$($_.Name) $($_.Found) $($_.Within) $($_.Allowed)*" }
    }
}

Describe 'The table of <Type>' -ForEach $types {
    It 'and the list fit 80 columns and have no escape characters where the session is in plain text' {
        $lines = (Get-Table $objects[$Type] 79) + (Get-List $objects[$Type])

        $lines.Count | Should -BeGreaterThan 10
        $lines | Where-Object { $_.Length -gt 79 -or $_.Contains($escape) } | Should -BeNullOrEmpty
    }

    It 'is what is shown by itself, and the list has every property that has a value' {
        ($objects[$Type] | Out-String -Width 100) | Should -BeExactly ($objects[$Type] | Format-Table | Out-String -Width 100)
        foreach ($object in $objects[$Type]) {
            $list = Get-List $object
            # An enum or text that prints as nothing, and a collection of nothing, are shown as nothing.
            $object.PSObject.Properties | Where-Object { "$($_.Value)" } |
                Where-Object { -not ($list -match "^$($_.Name) +: \S") } | ForEach-Object Name | Should -BeNullOrEmpty
        }
    }
}

Describe 'A row' {
    It 'of a result has the image, its size, how many labels and which' {
        Get-Table ($results | Where-Object Image -EQ 'panel-02.jpg') | Select-Object -Last 1 |
            Should -BeExactly 'panel-02.jpg                    1024x768      3 scratch 98.0; dent 93.1; scratch 71.0'
        Get-Table ($results | Where-Object Image -EQ 'panel-04.png') | Select-Object -Last 1 |
            Should -BeExactly 'panel-04.png                     640x480      0 (no label)'
    }

    It 'of a failed result has the error' {
        Get-Table $results[-1] | Select-Object -Last 1 | Should -BeLike 'no-such-*-besides.jpeg * - ImageNotFound: There is no file*'
        Get-List $results[-1] | Where-Object { $_ -like 'Error *' } | Should -BeLike '*: ImageNotFound: There is no file*'
    }

    It 'of a label has its box' {
        Get-Table ($results | Where-Object Image -EQ 'panel-02.jpg').CustomLabels[0] | Select-Object -Last 1 |
            Should -BeExactly 'panel-02.jpg                       98.0 scratch             171,198 273x86'
    }

    It 'of a check has the limits that the image is outside of' {
        Get-Table $objects.ImageTestResult[-1] | Select-Object -Last 1 | Should -BeLike 'an-image-*-pixels.png Png * 32x32 * False * Width 32*'
    }

    It 'of an endpoint has its counters' {
        $counters = $sample.Endpoint.Counters

        -split (Get-Table $sample.Endpoint)[-1] |
            Should -Be $sample.Endpoint.EndpointUrl, 1, 24, $counters.Received, $counters.Answered, $counters.Failed, $counters.InFlight, 'True'
    }

    It 'with a long name keeps its ends and its extension: <Name>' -ForEach @(
        @{ Name = 'one-of-the-panels-of-the-third-line.jpeg' }
        @{ Name = ('x' * 200) + '.png' }
        @{ Name = ([string][char]0x65E5) * 40 + '.jpg' }
        @{ Name = [char]::ConvertFromUtf32(0x1F600) * 40 + '.jpg' }
        @{ Name = 'no-extension-but-long-nevertheless-and-on' }
    ) {
        $result = [pscustomobject]@{ Bucket = 'line4'; Key = $Name } | Invoke-RKCustomLabelDetection @connection -IncludeFailed

        $cell = (Get-Table $result)[-1] -replace ' .*'
        $cell | Should -BeLike "s3://line4/*$([char]0x2026)*$(if ($Name.Contains('.')) { [IO.Path]::GetExtension($Name) } else { 'on' })"
        $cell.Length | Should -BeLessOrEqual 30
        [Text.Encoding]::UTF8.GetString([Text.Encoding]::UTF8.GetBytes($cell)) | Should -BeExactly $cell -Because 'no character is cut in half'
    }
}

Describe 'Text from outside' {
    It 'is shown escaped in the <View> of <Which>' -ForEach @(
        @{ View = 'table'; Which = 'a result' }
        @{ View = 'list'; Which = 'a result' }
        @{ View = 'table'; Which = 'a failed result' }
        @{ View = 'list'; Which = 'a failed result' }
        @{ View = 'table'; Which = 'a label' }
        @{ View = 'list'; Which = 'a label' }
    ) {
        $object = switch ($Which) {
            'a result' { $hostileResults[0] }
            'a failed result' { $hostileResults[1] }
            'a label' { $hostileResults[0].CustomLabels[0] }
        }

        $lines = if ($View -eq 'table') { Get-Table $object } else { Get-List $object }

        if ($View -eq 'table') { $lines.Count | Should -Be 3 }
        $lines | Where-Object { $_.Contains($escape) -or $_ -match '^\s*Row 2' } | Should -BeNullOrEmpty
        ($lines -join '') | Should -BeLike '*\u001B*'
    }
}

Describe 'Colour' -Skip:($PSEdition -eq 'Desktop') {
    # Skipped on Windows PowerShell, which has no $PSStyle.
    BeforeAll { Set-Rendering Ansi }
    AfterAll { Set-Rendering PlainText }

    It 'marks failed results, and no others' {
        $lines = Get-Table $results

        $lines | Where-Object { $_.Contains("$($PSStyle.Formatting.Error)ImageNotFound") } | Should -HaveCount 1
        $lines | Select-Object -Skip 2 | Where-Object { $_.Contains($PSStyle.Formatting.Error) } | Should -HaveCount 1
    }

    It 'marks images outside a limit, and ends with the cell' {
        $line = (Get-Table $objects.ImageTestResult[-1])[-1]

        $line | Should -BeLike "*$([WildcardPattern]::Escape($PSStyle.Formatting.Error))Width*"
        $line | Should -BeLike "*$([WildcardPattern]::Escape($PSStyle.Reset))"
    }

    It 'takes no room: each line still fits 80 columns' {
        (Get-Table $results 79) + (Get-Table $objects.ImageTestResult 79) | ForEach-Object { $_ -replace "$escape\[[0-9;]*m" } | Where-Object { $_.Length -gt 79 } | Should -BeNullOrEmpty
    }
}
