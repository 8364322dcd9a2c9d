# Measure-RKDetection, Compare-RKEvaluation and -LabelConfidence as a user meets them.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeDiscovery {
    $golden = Join-Path (Split-Path (Split-Path (Split-Path $PSScriptRoot))) 'shared/golden'
    $hasGolden = Test-Path $golden
    $copies = @{ Kind = 'Select-Object'; Copy = { $_ | Select-Object * } }, @{ Kind = 'Clixml'; Copy = { [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($_)) } }
}

BeforeAll {
    . $PSScriptRoot/Support.ps1
    $golden = Join-Path (Split-Path $repository) 'shared/golden'
    $sample = Start-SampleEndpoint
    $connection = $sample.Connection + @{ ProjectVersionArn = $sample.Endpoint.ProjectVersionArn }
    $manifest = Join-Path $samples 'manifest.jsonl'
    $images = Get-ChildItem (Join-Path $samples 'images') -Recurse -File
    $folder = New-TestFolder
    $journal = Join-Path $folder 'test.jsonl'
    $answers = $images | Invoke-RKCustomLabelDetection @connection -MinConfidence 0 -JournalPath $journal
    $truth = Import-RKAnnotation $manifest
    $panel = $images | Where-Object Name -EQ panel-02.jpg

    function Get-ErrorId([scriptblock] $Script) {
        try { $null = & $Script }
        catch { return ($_.FullyQualifiedErrorId -split ',')[0] }
    }
}

AfterAll {
    Stop-RKLocalEndpoint
    Remove-Item -LiteralPath $folder -Recurse -Force
}

Describe 'Measure-RKDetection' {
    It 'gives the figures of pycocotools for a truth and detections in COCO files' -Skip:(-not $hasGolden) {
        $set = Join-Path $golden '01-coco-fakebbox100'
        $file = Join-Path $set 'instances_val2014_100.json'
        $found = Import-RKAnnotation (Join-Path $set 'instances_val2014_fakebbox100_results.json') -ImagesFrom $file 3>$null
        $expected = (Get-Content (Join-Path $set 'expected.json') -Raw | ConvertFrom-Json).stats
        foreach ($given in $file, (Import-RKAnnotation $file 3>$null)) {
            $evaluation = $found | Measure-RKDetection $given
            foreach ($figure in $expected.PSObject.Properties) { $evaluation.($figure.Name) | Should -BeGreaterThan ($figure.Value - 1e-9); $evaluation.($figure.Name) | Should -BeLessThan ($figure.Value + 1e-9) }
        }
    }

    It 'takes results, a journal, and annotations, and says the same of each' {
        $of = @(
            $answers | Measure-RKDetection $manifest
            Measure-RKDetection -GroundTruth $truth -InputObject $answers
            Import-RKJournal $journal | Measure-RKDetection (Get-Item $manifest)
        )
        foreach ($evaluation in $of) { @($evaluation.Images; $evaluation.Ap50; $evaluation.MacroAverage.F1; $evaluation.Unanswered.Count) | Should -Be 24, 1, 1, 0 }
    }

    It 'warns of what was cut, left out, and of single labels' {
        ($images | Invoke-RKCustomLabelDetection @connection | Measure-RKDetection $manifest 3>&1)[0] | Should -BeLike "24 answers were made with the model's own thresholds*-MinConfidence 0.*"
        $some = $images | Select-Object -First 5 | Invoke-RKCustomLabelDetection @connection -LabelConfidence @{ '*' = 0 } | Measure-RKDetection $manifest -WarningVariable warnings 3>$null
        $some.Unanswered.Count | Should -Be 19
        $warnings[0] | Should -BeLike '19 of 24 pictures of the truth have no answer*left out*'
        $warnings[1] | Should -BeLike '*5 were cut by MaxResults or by thresholds of labels*'
        ($answers.CustomLabels | ForEach-Object { $_ } | Measure-RKDetection $manifest 3>&1) -join "`n" | Should -BeLike '*-ExpandLabels*'
    }

    It 'ends with an error where nothing can be measured, or not all with -Strict' {
        Get-ErrorId { $answers | Measure-RKDetection } | Should -Be RequestInvalid
        Get-ErrorId { Measure-RKDetection $manifest } | Should -Be RequestInvalid
        Get-ErrorId { 1 | Measure-RKDetection $manifest } | Should -Be InputUnsupported
        Get-ErrorId { $answers[0] | Measure-RKDetection ($truth | Where-Object Image -NE $truth[-1].Image | Select-Object -Last 1) } | Should -Be NothingToMeasure
        Get-ErrorId { $answers[0] | Measure-RKDetection $manifest -Strict } | Should -Be EvaluationIncomplete
        Get-ErrorId { $answers | Measure-RKDetection $manifest, $manifest } | Should -Be ImageAmbiguous
        Get-ErrorId { $answers + $answers | Measure-RKDetection $manifest } | Should -Be ImageAmbiguous
        Get-ErrorId { $answers | Measure-RKDetection $manifest -LabelConfidence @{ dent = 101 } } | Should -Be RequestInvalid
        @() | Measure-RKDetection $manifest | Should -BeNullOrEmpty
    }

    It 'takes no <Kind> copy, which has lost its labels' -ForEach $copies {
        $copy = $answers[0] | ForEach-Object $Copy
        Get-ErrorId { $copy | Measure-RKDetection $manifest } | Should -Be InputUnsupported
    }

    It 'puts pictures together by a property or a script block' {
        $tagged = $images | ForEach-Object { $_ | Invoke-RKCustomLabelDetection @connection -MinConfidence 0 -Tag $_.Directory.Name }
        $byTag = ($tagged | Measure-RKDetection $manifest -GroupBy Tag).Groups
        $byFolder = ($tagged | Measure-RKDetection $manifest -GroupBy { Split-Path (Split-Path $_.LiteralPath) -Leaf }).Groups
        $byTag.Group | Should -Be boards, cartons, panels
        $byFolder.Group | Should -Be boards, cartons, panels
        $byTag.Images | Should -Be 8, 8, 8
    }

    It 'gives each picture with -PerImage' {
        $each = $answers | Measure-RKDetection $manifest -PerImage -LabelConfidence @{ dent = 95; '*' = 0 }
        $each.Count | Should -Be 24
        $one = $each | Where-Object Image -EQ panels/panel-02.jpg
        $one.TruePositives, $one.FalseNegatives | Should -Be 2, 1
        ($one.Outcomes | Where-Object Kind -EQ FalseNegative).Name | Should -Be dent
        $one.LiteralPath | Should -Be $panel.FullName
    }
}

Describe '-ReportPath' {
    It 'writes a page with curves, matrix and the worst pictures, in which names from outside are text' {
        $page = Join-Path $folder 'report.html'
        $hostile = $truth | ForEach-Object { if ($_.Image -like '*panel-02*') { [CustomLabels.ImageAnnotation]@{ Image = $_.Image; ImageWidth = $_.ImageWidth; ImageHeight = $_.ImageHeight; Labels = [CustomLabels.LabelAnnotationCollection]::new([CustomLabels.LabelAnnotation[]]@(@{ Name = '<script>alert(1)</script>'; BoundingBox = [CustomLabels.BoundingBox]::new(0, 0, 1, 1) })) } } else { $_ } }
        $answers | Measure-RKDetection $hostile -ReportPath $page -WhatIf | Out-Null
        Test-Path $page | Should -BeFalse
        ($answers | Measure-RKDetection $hostile -ReportPath $page).Images | Should -Be 24
        $html = Get-Content $page -Raw -Encoding UTF8
        foreach ($part in 'Content-Security-Policy', 'Precision over recall', '<path class="line"', 'Which label was taken for which', 'panels/panel-02.jpg', '<rect class="missed"', '&lt;script&gt;alert') { $html | Should -Match ([regex]::Escape($part)) }
        $html | Should -Not -Match '<script>alert'
        Get-ErrorId { $answers | Measure-RKDetection $manifest -ReportPath $page } | Should -Be OutputExists
        $answers | Measure-RKDetection $manifest -ReportPath $page -Force | Out-Null
        Get-Content $page -Raw -Encoding UTF8 | Should -Match 'On no picture anything was wrong'
    }
}

Describe '-LabelConfidence' {
    It 'filters by label in one request, which asks with the least of them' {
        $result = $panel | Invoke-RKCustomLabelDetection @connection -LabelConfidence @{ scratch = 75; dent = 99; '*' = 50 }
        $result.CustomLabels.ToString() | Should -Be 'scratch 98.0'
        $result.MinConfidence | Should -Be 50
        ($panel | Invoke-RKCustomLabelDetection @connection -LabelConfidence @{ scratch = 99 } -MinConfidence 60).CustomLabels.Name | Should -Be dent
        # Letter by letter: this is another label.
        ($panel | Invoke-RKCustomLabelDetection @connection -LabelConfidence @{ Scratch = 99; '*' = 0 }).CustomLabels.Count | Should -Be 3
    }

    It 'counts -MaxResults after the filter' {
        ($panel | Invoke-RKCustomLabelDetection @connection -LabelConfidence @{ scratch = 99; '*' = 0 } -MaxResults 1).CustomLabels.Name | Should -Be dent
    }

    It 'takes Thresholds as they are, and another one costs nothing on a journal' {
        $thresholds = ($answers | Measure-RKDetection $manifest).Thresholds
        $received = $sample.Endpoint.Counters.Received
        $kept = $images | Invoke-RKCustomLabelDetection @connection -LabelConfidence $thresholds -MinConfidence 50 -JournalPath $journal
        $kept.FromJournal | Should -Not -Contain $false
        $sample.Endpoint.Counters.Received | Should -Be $received
        ($kept.CustomLabels | ForEach-Object { $_ }).Count | Should -Be ($answers.CustomLabels | ForEach-Object { $_ }).Count
    }

    It 'has to say what holds for labels that it does not name: once, before anything is sent' {
        $received = $sample.Endpoint.Counters.Received
        { $images | Invoke-RKCustomLabelDetection @connection -LabelConfidence @{ scratch = 75 } } | Should -Throw -ErrorId 'RequestInvalid,*'
        $sample.Endpoint.Counters.Received | Should -Be $received
        Get-ErrorId { $panel | Invoke-RKCustomLabelDetection @connection -LabelConfidence @{ scratch = 75 } } | Should -Be RequestInvalid
        Get-ErrorId { $panel | Invoke-RKCustomLabelDetection @connection -LabelConfidence @{ scratch = 'high'; '*' = 0 } } | Should -Be RequestInvalid
    }
}

Describe 'Compare-RKEvaluation' {
    It 'tells better from worse, and says when it cannot tell' {
        $old = $answers | Measure-RKDetection $manifest
        $new = $answers | Measure-RKDetection $manifest -LabelConfidence @{ '*' = 80 }
        $worse = Compare-RKEvaluation $old $new -Metric Recall
        $worse.Verdict, $worse.ExitCode, $worse.Images | Should -Be Worse, 2, 24
        (Compare-RKEvaluation $new $old -Metric Recall).Verdict | Should -Be Better
        $same = $old | Compare-RKEvaluation $old
        $same.Verdict, $same.ExitCode, $same.Metric | Should -Be CannotTell, 0, Ap50
    }

    It 'needs two that were measured in one way and have pictures in common' {
        $old = $answers | Measure-RKDetection $manifest
        Get-ErrorId { Compare-RKEvaluation $old } | Should -Be RequestInvalid
        Get-ErrorId { Compare-RKEvaluation $old ($answers | Measure-RKDetection $manifest -IoU 0.6) } | Should -Be RequestInvalid
        $first = $answers[0] | Measure-RKDetection $manifest 3>$null
        $last = $answers[-1] | Measure-RKDetection $manifest 3>$null
        Get-ErrorId { Compare-RKEvaluation $first $last } | Should -Be NothingToMeasure
        (Compare-RKEvaluation $old $first 3>&1)[0] | Should -BeLike '23 pictures*left out*'
    }
}
