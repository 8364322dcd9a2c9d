# Input that this module and the AWS CLI both take, and the skeletons to fill in.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester runs the blocks of a file in one scope.')]
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingWriteHost', '', Justification = 'Why tests are skipped is for people.')]
param()

BeforeDiscovery {
    . $PSScriptRoot/AwsCli.ps1
    $aws = Find-AwsCli
    if (-not $aws) { Write-Host 'Skipped what needs the AWS CLI version 2: none is on the PATH.' }
}

BeforeAll { . $PSScriptRoot/CliInput.ps1 }

AfterAll {
    Pop-Location
    Stop-RKLocalEndpoint
    Remove-Item -LiteralPath $folder -Recurse -Force
}

Describe 'The AWS CLI and this module' -Skip:(-not $aws) {
    # Skipped where no AWS CLI version 2 is on the PATH.
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
        # Skipped where no AWS CLI version 2 is on the PATH.
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
