# Which parameter set each kind of input chooses, whatever else is given. PowerShell's binder decides that anew for every combination,
# and a wrong choice is silent: the file a[1].jpg bound to -Path is the wildcard that names a1.jpg.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester runs the blocks of a file in one scope.')]
param()

BeforeDiscovery {
    $options = @(
        @{ Option = 'nothing else'; Given = @{} }
        @{ Option = '-MinConfidence'; Given = @{ MinConfidence = 60 } }
        @{ Option = '-MaxResults'; Given = @{ MaxResults = 1 } }
        @{ Option = '-Tag'; Given = @{ Tag = 'T' } }
        @{ Option = '-Region'; Given = @{ Region = 'us-east-1' } }
        @{ Option = '-ExpandLabels'; Given = @{ ExpandLabels = $true } }
        # Its image must never take the place of a piped one.
        @{ Option = '-CliInputJson'; Given = @{ CliInputJson = '{"Image": {"S3Object": {"Bucket": "line4", "Name": "none.jpg"}}}' } }
        @{ Option = '-CliInputYaml'; Given = @{ CliInputYaml = 'Image: {S3Object: {Bucket: line4, Name: none.jpg}}' } }
        @{ Option = '-CliBinaryFormat'; Given = @{ CliBinaryFormat = 'RawInBase64Out' } }
        @{ Option = 'everything else'; Given = @{ MinConfidence = 60; MaxResults = 1; Tag = 'T'; Region = 'us-east-1'; ExpandLabels = $true; CliInputJson = '{}'; CliBinaryFormat = 'base64' } }
    )

    # What comes out: the source that a result, a label or an error names, 'skipped', or the id of an error.
    $bracketed = 'file a[1].jpg'
    $panel = 's3 line4/panels/panel-01.jpg'
    $pipelines = @(
        @{ Shape = 'a FileInfo with brackets in its name'; Make = { Get-Item -LiteralPath 'a[1].jpg' }; Expected = $bracketed }
        @{ Shape = 'the FileInfos of a folder'; Make = { Get-ChildItem -File -Filter '*.jpg' | Sort-Object Name -Descending }; Expected = 'file a1.jpg', $bracketed }
        @{ Shape = 'a DirectoryInfo'; Make = { Get-Item . }; Expected = 'skipped' }
        @{ Shape = 'a string'; Make = { 'b.png' }; Expected = 'file b.png'; IsText = $true; Alone = 'ProjectVersionArnMissing' }
        @{ Shape = 'a string with a wildcard'; Make = { 'a?.jpg' }; Expected = 'file a1.jpg'; IsText = $true; Alone = 'ProjectVersionArnMissing' }
        @{ Shape = 'an array of strings as one object'; Make = { , ('b.png', 'a1.jpg') }; Expected = 'file b.png', 'file a1.jpg'; IsText = $true; Alone = 'ProjectVersionArnMissing' }
        @{ Shape = 'an s3:// string'; Make = { 's3://line4/panels/panel-01.jpg' }; Expected = $panel; IsText = $true; Alone = 'ProjectVersionArnMissing' }
        @{ Shape = 'an S3 object'; Make = { [pscustomobject]@{ BucketName = 'line4'; Key = 'panels/panel-01.jpg'; ETag = '"e1"'; Size = [long]12; LastModified = [datetime]'2026-01-01'; StorageClass = 'STANDARD' } }; Expected = $panel }
        @{ Shape = 'an empty S3 object that is a folder'; Make = { [pscustomobject]@{ BucketName = 'line4'; Key = 'panels/'; ETag = '"e1"'; Size = [long]0 } }; Expected = 'skipped' }
        @{ Shape = 'an S3 version'; Make = { [pscustomobject]@{ BucketName = 'line4'; Key = 'panels/panel-01.jpg'; VersionId = 'v1'; IsLatest = $true; IsDeleteMarker = $false; ETag = '"e1"'; Size = [long]12 } }; Expected = "$panel v1" }
        @{ Shape = 'an S3 delete marker'; Make = { [pscustomobject]@{ BucketName = 'line4'; Key = 'panels/panel-01.jpg'; VersionId = 'v1'; IsLatest = $true; IsDeleteMarker = $true; ETag = $null; Size = $null } }; Expected = 'skipped' }
        @{ Shape = 'a CSV row of a file'; Make = { "LiteralPath,ProjectVersionArn,MinConfidence,MaxResults,Tag`na[1].jpg,$arn,55.5,2,7" | ConvertFrom-Csv }; Expected = $bracketed }
        @{ Shape = 'a CSV row with empty cells'; Make = { "LiteralPath,Bucket,Key,VersionId,ETag,Size,ProjectVersionArn,MinConfidence,MaxResults,Tag`na[1].jpg,,,,,,,,," | ConvertFrom-Csv }; Expected = $bracketed }
        @{ Shape = 'a CSV row of an S3 object'; Make = { "Bucket,Key`nline4,panels/panel-01.jpg" | ConvertFrom-Csv }; Expected = $panel }
        @{ Shape = 'a CSV row of an S3 object with empty cells'; Make = { "LiteralPath,Bucket,Key,VersionId,ETag,Size,MinConfidence`n,line4,panels/panel-01.jpg,,,," | ConvertFrom-Csv }; Expected = $panel }
        @{ Shape = 'our own results out of a CSV file'; Make = { Import-Csv results.csv }; Expected = $bracketed, $panel }
        @{ Shape = 'bytes behind a comma'; Make = { , [IO.File]::ReadAllBytes($png) }; Expected = 'image bytes #1' }
        @{ Shape = 'bytes taken apart by the pipeline'; Make = { [byte[]](137, 80, 78) }; Expected = 'BytesUnrolled'; IsText = $true; Alone = 'BytesUnrolled' }
        @{ Shape = 'a MemoryStream'; Make = { [IO.MemoryStream]::new([IO.File]::ReadAllBytes($png)) }; Expected = 'image stream #1' }
        @{ Shape = 'a FileStream'; Make = { $stream.Position = 0; $stream }; Expected = 'image b.png' }
        @{ Shape = 'our own result for a file'; Make = { $results[0] }; Expected = $bracketed }
        @{ Shape = 'our own result for an S3 object'; Make = { $results[1] }; Expected = $panel }
        # Its image is gone: nothing may be sent in its place.
        @{ Shape = 'our own result for bytes'; Make = { $resultOfBytes }; Expected = 'ImageUnreadable' }
    )
    $commands = @(
        @{ Shape = '-Path'; Image = { @{ Path = 'a?.jpg' } }; Expected = 'file a1.jpg' }
        @{ Shape = '-LiteralPath'; Image = { @{ LiteralPath = 'a[1].jpg', 'b.png' } }; Expected = $bracketed, 'file b.png' }
        @{ Shape = '-Bucket and -Key'; Image = { @{ Bucket = 'line4'; Key = 'panels/panel-01.jpg' } }; Expected = $panel }
        @{ Shape = '-ImageBytes'; Image = { @{ ImageBytes = [IO.File]::ReadAllBytes($png) } }; Expected = 'image bytes #1' }
        @{ Shape = '-ImageStream'; Image = { @{ ImageStream = [IO.MemoryStream]::new([IO.File]::ReadAllBytes($png)) } }; Expected = 'image stream #1' }
    )
}

BeforeAll {
    . $PSScriptRoot/Support.ps1
    $sample = Start-SampleEndpoint
    $connection = $sample.Connection
    $arn = $sample.Endpoint.ProjectVersionArn

    $folder = New-TestFolder
    Push-Location -LiteralPath $folder
    $png = Join-Path $folder 'b.png'
    [IO.File]::Copy((Join-Path $samples 'images/panels/panel-01.jpg'), (Join-Path $folder 'a1.jpg'))
    [IO.File]::Copy((Join-Path $samples 'images/panels/panel-02.jpg'), (Join-Path $folder 'a[1].jpg'))
    [IO.File]::Copy((Join-Path $samples 'images/boards/board-02.png'), $png)
    $stream = [IO.File]::OpenRead($png)

    $results = @(
        Invoke-RKCustomLabelDetection -LiteralPath 'a[1].jpg' -ProjectVersionArn $arn -Tag 'row' @connection
        Invoke-RKCustomLabelDetection -Bucket line4 -Key panels/panel-01.jpg -ETag '"e1"' -ProjectVersionArn $arn @connection
    )
    $resultOfBytes = Invoke-RKCustomLabelDetection -ImageBytes ([IO.File]::ReadAllBytes($png)) -ProjectVersionArn $arn @connection
    $results | Export-Csv results.csv -NoTypeInformation

    # What a result, a label or an error says its image was.
    function Get-Source($Output) {
        $result = $Output
        # Of what is said, only that an image was passed over.
        if ($Output -is [Management.Automation.VerboseRecord]) { return $(if ($Output.Message -like 'Skipped*') { 'skipped' }) }
        if ($Output -is [Management.Automation.ErrorRecord]) {
            $result = $Output.Exception.Result
            if (-not $result.Bucket) { return ($Output.FullyQualifiedErrorId -split ',')[0] }
        }
        if ($result.LiteralPath) { return "file $(Split-Path -Leaf $result.LiteralPath)" }
        if ($result.Bucket) { return "s3 $($result.Bucket)/$($result.Key) $($result.VersionId)".TrimEnd() }
        "image $($result.Image)"
    }

    function Get-Outcome([scriptblock] $Command) {
        $output = try { & $Command 4>&1 2>&1 } catch { $_ }
        # With -ExpandLabels an image comes out once for each of its labels.
        $sources = foreach ($item in $output) { Get-Source $item }
        [pscustomobject]@{ Source = @($sources | Select-Object -Unique); Output = @($output) }
    }

    # What was asked comes back on each result, on its error, and the tag on each label too.
    function Assert-Asked($Output, $Given) {
        foreach ($item in $Output) {
            if ($item -is [Management.Automation.VerboseRecord]) { continue }
            $result = if ($item -is [Management.Automation.ErrorRecord]) { $item.Exception.Result } else { $item }
            if (-not $result) { continue }
            foreach ($name in 'MinConfidence', 'MaxResults', 'Tag') {
                if ($Given.ContainsKey($name) -and $result.PSObject.Properties[$name]) { $result.$name | Should -Be $Given.$name }
            }
            if ($item -isnot [Management.Automation.ErrorRecord]) { $item -is [CustomLabels.CustomLabel] | Should -Be $Given.ContainsKey('ExpandLabels') }
        }
    }
}

AfterAll {
    $stream.Dispose()
    Pop-Location
    Stop-RKLocalEndpoint
    Remove-Item -LiteralPath $folder -Recurse -Force
}

Describe 'Piping <Shape>' -ForEach $pipelines {
    It 'is understood with the model given and <Option>' -ForEach $options {
        $outcome = Get-Outcome { & $Make | Invoke-RKCustomLabelDetection -ProjectVersionArn $arn @Given @connection -ErrorAction Continue -Verbose }
        $outcome.Source | Should -Be $Expected
        Assert-Asked $outcome.Output $Given
    }

    It 'is understood with the model on the object, where it can carry one, and <Option>' -ForEach $options {
        $images = [Collections.ArrayList]@()
        & $Make | ForEach-Object {
            if (-not $IsText) { Add-Member -InputObject $_ -NotePropertyName ProjectVersionArn -NotePropertyValue $arn -Force }
            $null = $images.Add($_)
        }
        $outcome = Get-Outcome { $images | Invoke-RKCustomLabelDetection @Given @connection -ErrorAction Continue -Verbose }
        $outcome.Source | Should -Be $(if ($IsText) { $Alone } else { $Expected })
        Assert-Asked $outcome.Output $Given
    }
}

Describe 'Giving <Shape>' -ForEach $commands {
    It 'is understood with <Option>' -ForEach $options {
        $image = & $Image
        $outcome = Get-Outcome { Invoke-RKCustomLabelDetection @image -ProjectVersionArn $arn @Given @connection -ErrorAction Continue -Verbose }
        $outcome.Source | Should -Be $Expected
        Assert-Asked $outcome.Output $Given
    }
}
