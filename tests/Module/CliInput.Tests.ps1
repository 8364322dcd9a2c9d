# Input written for `aws rekognition detect-custom-labels`: where it comes from, what wins over it, and what is wrong with it.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester runs the blocks of a file in one scope.')]
param()

BeforeAll { . $PSScriptRoot/CliInput.ps1 }

AfterAll {
    Pop-Location
    Stop-RKLocalEndpoint
    Remove-Item -LiteralPath $folder -Recurse -Force
}

Describe 'Input for the AWS CLI' {
    It 'is <Name>' -ForEach @(
        @{ Name = 'JSON text'; Given = { @{ CliInputJson = $json } } }
        @{ Name = 'YAML text'; Given = { @{ CliInputYaml = $yaml } } }
        @{ Name = 'JSON as YAML text'; Given = { @{ CliInputYaml = $json } } }
        @{ Name = 'the lines that Get-Content gives'; Given = { @{ CliInputJson = Get-Content input.json } } }
        @{ Name = 'a path in the session''s location'; Given = { @{ CliInputJson = 'input.json' } } }
        @{ Name = 'a relative path of YAML'; Given = { @{ CliInputYaml = './input.yaml' } } }
        @{ Name = 'an absolute path'; Given = { @{ CliInputYaml = Join-Path $folder 'input.yaml' } } }
        @{ Name = 'file:// with a relative path'; Given = { @{ CliInputJson = 'file://input.json' } } }
        @{ Name = 'file:// with an absolute path'; Given = { @{ CliInputYaml = "file://$folder/input.yaml" } } }
    ) {
        Assert-WholeRequest (Get-Detection (& $Given))
    }

    It 'is a path on a drive of the session, with characters that are wildcards elsewhere' {
        $null = New-PSDrive -Name line4 -PSProvider FileSystem -Root $folder
        try {
            $json | Set-Content -LiteralPath 'a[1].json'
            Assert-WholeRequest (Get-Detection @{ CliInputJson = 'line4:\a[1].json' })
            Assert-WholeRequest (Get-Detection @{ CliInputJson = 'file://line4:/a[1].json' })
        }
        finally { Remove-PSDrive line4 }
    }

    It 'is a path from ~' {
        $file = "customlabels-$([guid]::NewGuid().ToString('N')).json"
        $json | Set-Content (Join-Path ~ $file)
        try {
            Assert-WholeRequest (Get-Detection @{ CliInputJson = "~/$file" })
            Assert-WholeRequest (Get-Detection @{ CliInputJson = "file://~/$file" })
        }
        finally { Remove-Item (Join-Path ~ $file) }
    }

    It 'may have a byte order mark' {
        [IO.File]::WriteAllText((Join-Path $folder 'bom.json'), $json, [Text.UTF8Encoding]::new($true))
        [IO.File]::WriteAllText((Join-Path $folder 'bom.yaml'), $yaml, [Text.UTF8Encoding]::new($true))
        Assert-WholeRequest (Get-Detection @{ CliInputJson = 'bom.json' })
        Assert-WholeRequest (Get-Detection @{ CliInputYaml = 'bom.yaml' })
    }

    It 'holds the bytes of one image in base64' {
        $bytes = [Convert]::ToBase64String([IO.File]::ReadAllBytes((Join-Path $panels 'panel-03.jpg')), 'InsertLineBreaks')
        $result = Get-Detection @{ CliInputJson = ConvertTo-InputText @{ ProjectVersionArn = $arn; Image = @{ Bytes = $bytes } } }
        $result.Image | Should -Be 'bytes #1'
        $result.CustomLabels.Name | Should -Be 'dent'
        (Get-Detection @{ CliInputYaml = "Image:`n  Bytes: !!binary |`n    $($bytes -replace "`r`n", "`n    ")`n"; ProjectVersionArn = $arn }).CustomLabels.Name | Should -Be 'dent'
    }

    It 'holds bytes literally with -CliBinaryFormat <Format>' -ForEach @{ Format = 'RawInBase64Out' }, @{ Format = 'raw-in-base64-out' } {
        $text = ConvertTo-InputText @{ ProjectVersionArn = $arn; Image = @{ Bytes = 'iVBORw==' } }
        $failed = Get-Detection @{ CliInputJson = $text; CliBinaryFormat = $Format; IncludeFailed = $true }
        $failed.Error.Id | Should -Be 'ImageFormat'
        (Get-Detection @{ CliInputJson = $text; CliBinaryFormat = 'base64'; IncludeFailed = $true }).Error.Id | Should -Be 'ImageTruncated'
    }
}

Describe 'What is given beside the input' {
    It 'wins when it is a parameter: <Name>' -ForEach @(
        @{ Name = 'MinConfidence'; Value = 60 }
        @{ Name = 'MinConfidence'; Value = $null }
        @{ Name = 'MaxResults'; Value = 1 }
        @{ Name = 'MaxResults'; Value = $null }
    ) {
        $result = Get-Detection @{ CliInputJson = $json; $Name = $Value }
        $result.$Name | Should -Be $Value
        $result.Image | Should -Be 's3://line4/panels/panel-03.jpg'
    }

    It 'wins when it is the model' {
        $text = ConvertTo-InputText @{ ProjectVersionArn = 'arn:bad'; Image = $request.Image }
        (Get-Detection @{ CliInputJson = $text; ProjectVersionArn = $arn }).ProjectVersionArn | Should -Be $arn
        { Get-Detection @{ CliInputJson = $json; ProjectVersionArn = '' } } | Should -Throw -ErrorId "ProjectVersionArnMissing,$detection"
    }

    It 'wins when it is an image, whatever the input says of one: <Name>' -ForEach @(
        @{ Name = '-Path'; Given = { @{ Path = $image } }; Expected = 'panel-01.jpg' }
        @{ Name = '-LiteralPath'; Given = { @{ LiteralPath = $image } }; Expected = 'panel-01.jpg' }
        @{ Name = '-Bucket and -Key'; Given = { @{ Bucket = 'line4'; Key = 'panels/panel-01.jpg' } }; Expected = 's3://line4/panels/panel-01.jpg' }
        @{ Name = '-ImageBytes'; Given = { @{ ImageBytes = [IO.File]::ReadAllBytes($image) } }; Expected = 'bytes #1' }
    ) {
        $parameters = & $Given
        foreach ($held in $request.Image, @{}, @{ Bytes = 'YQ=='; S3Object = @{} }) {
            $result = Get-Detection ($parameters + @{ CliInputJson = ConvertTo-InputText @{ ProjectVersionArn = $arn; MinConfidence = 0; Image = $held } })
            $result.Image | Should -Be $Expected
            $result.MinConfidence | Should -Be 0
        }
    }

    It 'is an error and not the input''s image where it is an empty variable' {
        { Get-Detection @{ CliInputJson = $json; Path = $null } } | Should -Throw -ErrorId "ImageMissing,$detection"
    }

    It 'wins when it comes through the pipeline, and the input fills in the rest' {
        $rows = "LiteralPath,MinConfidence,MaxResults,ProjectVersionArn`n$image,60,,`n$image,,1,$arn" | ConvertFrom-Csv
        $results = $rows | Invoke-RKCustomLabelDetection -CliInputYaml input.yaml @connection
        $results.Image | Should -Be 'panel-01.jpg', 'panel-01.jpg'
        $results.MinConfidence | Should -Be 60, 0
        $results.MaxResults | Should -Be 5, 1
        $results.ProjectVersionArn | Should -Be $arn, $arn
    }

    It 'is a default for files and S3 objects of the pipeline' {
        (Get-ChildItem (Join-Path $panels 'panel-0[12].jpg') | Invoke-RKCustomLabelDetection -CliInputJson input.json @connection).MaxResults | Should -Be 5, 5
        ('s3://line4/panels/panel-01.jpg' | Invoke-RKCustomLabelDetection -CliInputJson input.json @connection).Image | Should -Be 's3://line4/panels/panel-01.jpg'
    }

    It 'is nothing for an empty pipeline: the input''s image is not asked about' {
        $received = (Get-RKLocalEndpoint).Counters.Received
        @() | Invoke-RKCustomLabelDetection -CliInputJson input.json @connection | Should -BeNullOrEmpty
        (Get-RKLocalEndpoint).Counters.Received | Should -Be $received
    }

    It 'ends the run when the input''s model can''t be asked, and not when a row''s own can''t' {
        $gone = $arn -replace '\d+$', '99'
        $text = ConvertTo-InputText @{ ProjectVersionArn = $gone; Image = $request.Image }
        { $image | Invoke-RKCustomLabelDetection -CliInputJson $text @connection -ErrorAction SilentlyContinue } | Should -Throw -ErrorId "ModelNotFound,$detection"
        $rows = [pscustomobject]@{ LiteralPath = $image; ProjectVersionArn = $gone }, [pscustomobject]@{ LiteralPath = $image; ProjectVersionArn = '' }
        $results = $rows | Invoke-RKCustomLabelDetection -CliInputJson $json @connection -ErrorAction SilentlyContinue -ErrorVariable failures
        $results.ProjectVersionArn | Should -Be $arn
        $failures.FullyQualifiedErrorId | Should -Be "ModelNotFound,$detection"
    }
}

Describe 'Input that is wrong' {
    It 'ends the command before anything is sent: <Name>' -ForEach @(
        @{ Name = 'both languages'; Given = { @{ CliInputJson = $json; CliInputYaml = $yaml } }; Id = 'RequestInvalid'; Message = '*both given*' }
        @{ Name = 'an unknown member'; Given = { @{ CliInputJson = '{"Image": {"S3Object": {"Key": "x"}}}' } }; Id = 'RequestInvalid'; Message = '*Image.S3Object.Key is unknown*Bucket, Name, Version*' }
        @{ Name = 'a wrong type'; Given = { @{ CliInputYaml = 'MinConfidence: "50"' } }; Id = 'RequestInvalid'; Message = "*MinConfidence is the text '50'; a number from 0 to 100*" }
        @{ Name = 'no JSON'; Given = { @{ CliInputJson = "{`n`"MaxResults`": 5 x}" } }; Id = 'RequestInvalid'; Message = '*line 2, column 17*' }
        @{ Name = 'no YAML'; Given = { @{ CliInputYaml = "MaxResults: [`n" } }; Id = 'RequestInvalid'; Message = '*line 2, column 1*' }
        @{ Name = 'no file'; Given = { @{ CliInputJson = 'none.json' } }; Id = 'RequestInvalid'; Message = '*taken for a path*begins with {*no such file*' }
        @{ Name = 'no file of that URI'; Given = { @{ CliInputYaml = 'file://none.yaml' } }; Id = 'RequestInvalid'; Message = '*taken for a path*begins with file://*no such file*' }
        @{ Name = 'a URI of nothing'; Given = { @{ CliInputJson = 'file://' } }; Id = 'RequestInvalid'; Message = '*taken for a path*begins with file://*a folder, and a file is needed*' }
        @{ Name = 'another kind of drive'; Given = { @{ CliInputJson = 'env:PATH' } }; Id = 'RequestInvalid'; Message = '*Environment drive*' }
        @{ Name = 'no drive'; Given = { @{ CliInputJson = 'nosuchdrive:\x.json' } }; Id = 'RequestInvalid'; Message = '*nosuchdrive*' }
        @{ Name = 'a bad model'; Given = { @{ CliInputJson = '{"ProjectVersionArn": "arn:x"}'; Path = $image } }; Id = 'ProjectVersionArnInvalid'; Message = "*'arn:x' is not*" }
        @{ Name = 'no model'; Given = { @{ CliInputJson = ConvertTo-InputText @{ Image = $request.Image } } }; Id = 'ProjectVersionArnMissing'; Message = '*' }
        @{ Name = 'no image'; Given = { @{ CliInputJson = ConvertTo-InputText @{ ProjectVersionArn = $arn } } }; Id = 'ImageMissing'; Message = '*' }
        @{ Name = 'an empty image'; Given = { @{ CliInputJson = ConvertTo-InputText @{ ProjectVersionArn = $arn; Image = @{} } } }; Id = 'RequestInvalid'; Message = '*neither Bytes nor S3Object*' }
        @{ Name = 'two images'; Given = { @{ CliInputJson = ConvertTo-InputText @{ ProjectVersionArn = $arn; Image = @{ Bytes = 'YQ=='; S3Object = @{} } } } }; Id = 'RequestInvalid'; Message = '*both Bytes and S3Object*' }
    ) {
        $received = (Get-RKLocalEndpoint).Counters.Received
        foreach ($preference in 'Continue', 'Stop') {
            $ErrorActionPreference = $preference
            $failure = try { Get-Detection (& $Given) } catch { $_ }
            $failure.FullyQualifiedErrorId | Should -Be "$Id,$detection"
            $failure.CategoryInfo.Category | Should -Be 'InvalidArgument'
            $failure.Exception.Message | Should -BeLike $Message
            $failure.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        }
        (Get-RKLocalEndpoint).Counters.Received | Should -Be $received
    }

    It 'is refused early where it would grow without end' {
        $laughs = "a0: &a0 [x, x]`n" + -join (1..100 | ForEach-Object { "a${_}: &a$_ [$((@("*a$($_ - 1)") * 10) -join ', ')]`n" })
        { Get-Detection @{ CliInputYaml = $laughs } } | Should -Throw '*more than 1000 values*' -ErrorId "RequestInvalid,$detection"
    }

    It 'shows keys in no error' {
        $failure = try { Get-Detection @{ CliInputJson = '{' } } catch { $_ }
        $failure.InvocationInfo.BoundParameters.Keys | Should -Not -Contain 'SecretKey'
    }
}
