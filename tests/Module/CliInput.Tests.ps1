# Input written for `aws rekognition detect-custom-labels`: where it comes from, what wins over it, and the skeletons.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester runs the blocks of a file in one scope.')]
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingWriteHost', '', Justification = 'Why tests are skipped is for people.')]
param()

BeforeDiscovery {
    # A version 2, wherever it is: version 1 has neither --cli-input-yaml nor --cli-binary-format.
    $folders = @($env:PATH -split [IO.Path]::PathSeparator) + '/usr/bin', '/usr/local/bin'
    $aws = $folders | Where-Object { $_ } | ForEach-Object { Join-Path $_ 'aws' } | Where-Object { Test-Path $_ -PathType Leaf } |
        Where-Object { "$(& $_ --version 2>&1)" -like 'aws-cli/2.*' } | Select-Object -First 1
    if (-not $aws) { Write-Host 'Skipped what needs the AWS CLI version 2: none is on the PATH.' }
}

BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/Child.ps1
    $sample = Start-SampleEndpoint
    $connection = $sample.Connection
    $arn = $sample.Endpoint.ProjectVersionArn
    $panels = Join-Path $samples 'images/panels'
    $image = Join-Path $panels 'panel-01.jpg'
    $detection = 'CustomLabels.Commands.InvokeRKCustomLabelDetectionCommand'
    $folder = New-TestFolder
    Push-Location -LiteralPath $folder

    # Two labels: 88.0 and 42.0.
    $request = [ordered]@{ ProjectVersionArn = $arn; Image = @{ S3Object = @{ Bucket = 'line4'; Name = 'panels/panel-03.jpg' } }; MaxResults = 5; MinConfidence = 0 }
    $json = ConvertTo-Json $request -Depth 5
    $yaml = "ProjectVersionArn: $arn`nImage:`n  S3Object: {Bucket: line4, Name: panels/panel-03.jpg}`nMaxResults: 5`nMinConfidence: 0`n"
    $json | Set-Content 'input.json'
    $yaml | Set-Content 'input.yaml'

    function Get-Detection([hashtable] $Given) { Invoke-RKCustomLabelDetection @Given @connection }

    function ConvertTo-InputText([hashtable] $Member) { ConvertTo-Json $Member -Depth 5 }

    # What the AWS CLI answers; what it says when it fails comes after that.
    function Invoke-AwsCli([string] $Program, [string[]] $Argument) {
        $env:AWS_ACCESS_KEY_ID = $env:AWS_SECRET_ACCESS_KEY = 'any'
        try { & $Program rekognition detect-custom-labels --region us-east-1 --output json --endpoint-url $sample.Endpoint.EndpointUrl @Argument 2>&1 }
        finally { $env:AWS_ACCESS_KEY_ID = $env:AWS_SECRET_ACCESS_KEY = $null }
    }

    function Assert-SameAnswer($Result, $Answer) {
        $labels = (-join $Answer | ConvertFrom-Json).CustomLabels
        $labels.Name | Should -Be $Result.CustomLabels.Name
        $labels.Confidence | Should -Be $Result.CustomLabels.Confidence
    }

    function Assert-WholeRequest($Result) {
        $Result.Image | Should -Be 's3://line4/panels/panel-03.jpg'
        $Result.ProjectVersionArn | Should -Be $arn
        $Result.MinConfidence | Should -Be 0
        $Result.MaxResults | Should -Be 5
        $Result.CustomLabels.Count | Should -Be 2
    }
}

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

Describe 'The AWS CLI and this module' -Skip:(-not $aws) {
    It 'answer the same to a file of <Name>' -ForEach @(
        @{ Aws = $aws; Name = 'JSON'; Option = 'Json'; Text = { $json } }
        @{ Aws = $aws; Name = 'JSON with an image in base64, and members twice'; Option = 'Json'; Text = { $json -replace '("MaxResults")', '"MinConfidence": 99, $1' -replace '"S3Object": \{[^}]*\}', """Bytes"": ""$base64""" } }
        @{ Aws = $aws; Name = 'YAML'; Option = 'Yaml'; Text = { $yaml } }
        @{ Aws = $aws; Name = 'YAML with an image in base64, odd numbers and a merge key'; Option = 'Yaml'; Text = { "ProjectVersionArn: $arn`nImage:`n  Bytes: |`n    $base64`n<<: {MaxResults: 0x1, MinConfidence: 5}`nMinConfidence: 4_0.`n" } }
        @{ Aws = $aws; Name = 'YAML with a binary image'; Option = 'Yaml'; Text = { "ProjectVersionArn: $arn`nImage:`n  Bytes: !!binary $base64`n" } }
    ) {
        $base64 = [Convert]::ToBase64String([IO.File]::ReadAllBytes((Join-Path $panels 'panel-03.jpg')))
        $file = "same.$($Option.ToLowerInvariant())"
        [IO.File]::WriteAllText((Join-Path $folder $file), (& $Text))
        $given = @{ "CliInput$Option" = "file://$file" }
        Assert-SameAnswer (Get-Detection $given) (Invoke-AwsCli $Aws -Argument "--cli-input-$($Option.ToLowerInvariant())", "file://$folder/$file")
    }

    It 'both refuse <Text>' -ForEach @(
        @{ Aws = $aws; Option = 'Json'; Text = '{"Foo": 1}' }
        @{ Aws = $aws; Option = 'Json'; Text = '{"MaxResults": 1.0}' }
        @{ Aws = $aws; Option = 'Json'; Text = '{"MinConfidence": null}' }
        @{ Aws = $aws; Option = 'Json'; Text = '{"MaxResults": 1,}' }
        @{ Aws = $aws; Option = 'Yaml'; Text = '{MaxResults: 1, MaxResults: 1}' }
        @{ Aws = $aws; Option = 'Yaml'; Text = '{MinConfidence: .5e3}' }
    ) {
        $given = @{ "CliInput$Option" = $Text; ProjectVersionArn = $arn; Path = 's3://line4/panels/panel-03.jpg' }
        { Get-Detection $given } | Should -Throw -ErrorId "RequestInvalid,$detection"
        $image = 'S3Object={Bucket=line4,Name=panels/panel-03.jpg}'
        $said = Invoke-AwsCli $Aws -Argument "--cli-input-$($Option.ToLowerInvariant())", $Text, '--project-version-arn', $arn, '--image', $image
        "$said" | Should -Match 'Parameter validation failed|Error parsing parameter'
    }
}

Describe 'A skeleton' {
    It 'of <Name> needs nothing, sends nothing and is one text' -ForEach @(
        @{ Name = 'Input' }, @{ Name = 'input' }, @{ Name = 'YamlInput' }, @{ Name = 'yaml-input' }
    ) {
        $text = @(Invoke-RKCustomLabelDetection -GenerateCliSkeleton $Name)
        $text.Count | Should -Be 1
        $text[0] | Should -BeOfType ([string])
        @(Get-ChildItem $panels | Invoke-RKCustomLabelDetection -GenerateCliSkeleton $Name) | Should -Be $text
    }

    It 'of <Name> comes back as input once its required values are filled in, here and in the AWS CLI' -ForEach @(
        @{ Name = 'Input'; Option = 'CliInputJson'; CliOption = '--cli-input-json'; Aws = $aws }
        @{ Name = 'YamlInput'; Option = 'CliInputYaml'; CliOption = '--cli-input-yaml'; Aws = $aws }
    ) {
        $text = Invoke-RKCustomLabelDetection -GenerateCliSkeleton $Name
        $filled = $text -replace '(ProjectVersionArn"?: )(""|'''')', "`$1""$arn""" -replace '(Bucket"?: )(""|'''')', '$1"line4"' -replace '(Name"?: )(""|'''')', '$1"panels/panel-03.jpg"'
        $given = @{ $Option = $filled }
        $result = Get-Detection $given
        # What is left as it stood hides no label.
        $result.CustomLabels.Name | Should -Be 'dent', 'scratch'
        if (-not $Aws) { Set-ItResult -Skipped -Because 'no AWS CLI version 2 is on the PATH'; return }
        Assert-SameAnswer $result (Invoke-AwsCli $Aws -Argument $CliOption, $filled)
    }

    It 'of Output is the AWS CLI''s sample answer, once, when the command could be sent' {
        $received = (Get-RKLocalEndpoint).Counters.Received
        $text = @(Get-ChildItem $panels -Filter *.jpg | Invoke-RKCustomLabelDetection -GenerateCliSkeleton Output -CliInputYaml input.yaml @connection)
        $text.Count | Should -Be 1
        (ConvertFrom-Json $text[0]).CustomLabels[0].Geometry.Polygon[0].X | Should -Be 0.0
        (Get-RKLocalEndpoint).Counters.Received | Should -Be $received
    }

    It 'of Output is byte for byte the AWS CLI''s' -Skip:(-not $aws) -ForEach @{ Aws = $aws } {
        $text = & $Aws rekognition detect-custom-labels --region us-east-1 --no-sign-request --output json --project-version-arn $arn --image 'S3Object={Bucket=line4,Name=x}' --generate-cli-skeleton output
        Invoke-RKCustomLabelDetection -GenerateCliSkeleton Output -ProjectVersionArn $arn 's3://line4/x' | Should -BeExactly ($text -join "`n")
    }

    It 'of Output fails where the command would: <Id>' -ForEach @(
        @{ Id = 'ImageMissing'; Given = { @{ ProjectVersionArn = $arn } } }
        @{ Id = 'ProjectVersionArnMissing'; Given = { @{ Path = $image } } }
        @{ Id = 'ProjectVersionArnInvalid'; Given = { @{ Path = $image; ProjectVersionArn = 'arn:x' } } }
        @{ Id = 'RegionMismatch'; Given = { @{ Path = $image; ProjectVersionArn = $arn; Region = 'eu-west-1' } } }
        @{ Id = 'RequestInvalid'; Given = { @{ CliInputJson = '{"Foo": 1}' } } }
        @{ Id = 'ImageNotFound'; Given = { @{ Path = 'none.jpg'; ProjectVersionArn = $arn } } }
    ) {
        $given = & $Given
        { Invoke-RKCustomLabelDetection -GenerateCliSkeleton Output @given -ErrorAction Stop } | Should -Throw -ErrorId "$Id,$detection"
    }

    It 'of Output looks at the file that was piped and at no other' {
        Copy-Item $image 'b[1].jpg'
        $null = New-Item -ItemType File 'b1.jpg'
        @(Get-Item -LiteralPath 'b[1].jpg' | Invoke-RKCustomLabelDetection -GenerateCliSkeleton Output -CliInputJson $json -ErrorAction Stop).Count | Should -Be 1
    }

    It 'loads no AWS SDK, also when its input is YAML' {
        $loaded = Invoke-Child @"
            Import-Module '$(Join-Path $repository 'out/CustomLabels/CustomLabels.psd1')'
            `$null = Invoke-RKCustomLabelDetection -GenerateCliSkeleton Input
            `$null = Invoke-RKCustomLabelDetection -GenerateCliSkeleton Output -CliInputYaml '$(Join-Path $folder 'input.yaml')'
            [AppDomain]::CurrentDomain.GetAssemblies().GetName().Name -like 'AWSSDK*'
            'done'
"@
        $loaded | Should -Be 'done'
    }
}
