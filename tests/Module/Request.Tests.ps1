# What is asked of the model beside the image: numbers, tags, and commands that name no image at all.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester runs the blocks of a file in one scope.')]
param()

BeforeAll {
    . $PSScriptRoot/Support.ps1
    $sample = Start-SampleEndpoint
    $connection = $sample.Connection
    $arn = $sample.Endpoint.ProjectVersionArn
    # Two labels: 88.0 and 42.0. The endpoint's assumed threshold is 50.
    $image = Join-Path $samples 'images/panels/panel-03.jpg'
    $detection = 'CustomLabels.Commands.InvokeRKCustomLabelDetectionCommand'
}

AfterAll { Stop-RKLocalEndpoint }

Describe 'A number' {
    It 'given as <Name> <Value> is sent as <Sent>' -ForEach @(
        @{ Name = 'MinConfidence'; Value = '70.5'; Sent = 70.5 }
        @{ Name = 'MinConfidence'; Value = 0; Sent = 0 }
        @{ Name = 'MinConfidence'; Value = 100; Sent = 100 }
        @{ Name = 'MinConfidence'; Value = [float]70.1; Sent = 70.1 }
        @{ Name = 'MinConfidence'; Value = [decimal]70.1; Sent = 70.1 }
        @{ Name = 'MinConfidence'; Value = [uint16]70; Sent = 70 }
        @{ Name = 'MinConfidence'; Value = ''; Sent = $null }
        @{ Name = 'MinConfidence'; Value = ' '; Sent = $null }
        @{ Name = 'MinConfidence'; Value = $null; Sent = $null }
        @{ Name = 'MaxResults'; Value = 0; Sent = 0 }
        @{ Name = 'MaxResults'; Value = '1'; Sent = 1 }
        @{ Name = 'MaxResults'; Value = ''; Sent = $null }
        @{ Name = 'MaxResults'; Value = $null; Sent = $null }
    ) {
        $number = @{ $Name = $Value }
        (Invoke-RKCustomLabelDetection $image -ProjectVersionArn $arn @number @connection).$Name | Should -Be $Sent
        $row = [pscustomobject]@{ LiteralPath = $image; $Name = $Value }
        ($row | Invoke-RKCustomLabelDetection -ProjectVersionArn $arn @connection).$Name | Should -Be $Sent
    }

    It 'given as <Name> <Value> is refused' -ForEach @(
        @{ Name = 'MinConfidence'; Value = 100.1 }
        @{ Name = 'MinConfidence'; Value = -1 }
        @{ Name = 'MinConfidence'; Value = [double]::NaN }
        @{ Name = 'MinConfidence'; Value = 'NaN' }
        @{ Name = 'MinConfidence'; Value = '7,5' }
        @{ Name = 'MinConfidence'; Value = '70 %' }
        @{ Name = 'MaxResults'; Value = 1.5 }
        @{ Name = 'MaxResults'; Value = '1.5' }
        @{ Name = 'MaxResults'; Value = -1 }
        @{ Name = 'MaxResults'; Value = '1,000' }
        @{ Name = 'MaxResults'; Value = 2147483648 }
    ) {
        $number = @{ $Name = $Value }
        { Invoke-RKCustomLabelDetection $image -ProjectVersionArn $arn @number @connection } |
            Should -Throw -ErrorId "ParameterArgumentTransformationError,$detection"
        # A row is one image: the next one is not lost with it.
        $rows = [pscustomobject]@{ LiteralPath = $image; $Name = $Value }, [pscustomobject]@{ LiteralPath = $image; $Name = 1 }
        $result = $rows | Invoke-RKCustomLabelDetection -ProjectVersionArn $arn @connection -ErrorAction SilentlyContinue -ErrorVariable failures
        $result.$Name | Should -Be 1
        $failures.FullyQualifiedErrorId | Should -Be "ParameterArgumentTransformationError,$detection"
    }

    It 'out of range is told the range: <Name> <Value>' -ForEach @(
        @{ Name = 'MinConfidence'; Value = 101; Range = 'a number from 0 to 100,' }
        @{ Name = 'MaxResults'; Value = 3000000000; Range = 'a whole number from 0 to 2147483647,' }
        @{ Name = 'MaxRequestsPerSecond'; Value = 0; Range = 'a number of 0.001 or more,' }
        @{ Name = 'Size'; Value = 1e30; Range = 'a whole number from 0 to 9007199254740992,' }
    ) {
        $number = @{ $Name = $Value }
        if ($Name -eq 'Size') { $number += @{ Bucket = 'line4'; Key = 'panels/panel-03.jpg' } } else { $number.LiteralPath = $image }
        { Invoke-RKCustomLabelDetection -ProjectVersionArn $arn @number @connection } |
            Should -Throw "*is out of range. Allowed: $Range*" -ErrorId "ParameterArgumentTransformationError,$detection"
    }

    It 'is the same number where the decimal separator is a comma' {
        $culture = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = 'de-DE'
            (Invoke-RKCustomLabelDetection $image -ProjectVersionArn $arn -MinConfidence '70.5' @connection).MinConfidence | Should -Be 70.5
            $row = "LiteralPath,MinConfidence`n$image,70.5" | ConvertFrom-Csv
            ($row | Invoke-RKCustomLabelDetection -ProjectVersionArn $arn @connection).MinConfidence | Should -Be 70.5
            { Invoke-RKCustomLabelDetection $image -ProjectVersionArn $arn -MinConfidence '70,5' @connection } | Should -Throw -ErrorId 'ParameterArgumentTransformationError,*'
        }
        finally { [cultureinfo]::CurrentCulture = $culture }
    }

    It 'decides what the service answers: MinConfidence <MinConfidence>, MaxResults <MaxResults> gives <Count> labels' -ForEach @(
        @{ MinConfidence = ''; MaxResults = ''; Count = 1 }
        @{ MinConfidence = '0'; MaxResults = ''; Count = 2 }
        @{ MinConfidence = '0'; MaxResults = '1'; Count = 1 }
        @{ MinConfidence = '0'; MaxResults = '0'; Count = 0 }
        @{ MinConfidence = '88'; MaxResults = ''; Count = 1 }
        @{ MinConfidence = '88.1'; MaxResults = ''; Count = 0 }
    ) {
        $row = "LiteralPath,MinConfidence,MaxResults`n$image,$MinConfidence,$MaxResults" | ConvertFrom-Csv
        ($row | Invoke-RKCustomLabelDetection -ProjectVersionArn $arn @connection).CustomLabels.Count | Should -Be $Count
    }
}

Describe 'A tag' {
    BeforeAll {
        $order = @{ Number = 4711 }
    }

    It 'comes back on the result and on each label as the object that it was' {
        $result = Invoke-RKCustomLabelDetection $image -ProjectVersionArn $arn -MinConfidence 0 -Tag $order @connection
        [object]::ReferenceEquals($result.Tag, $order) | Should -BeTrue
        $result.CustomLabels.Count | Should -Be 2
        foreach ($label in $result.CustomLabels) { [object]::ReferenceEquals($label.Tag, $order) | Should -BeTrue }
    }

    It 'comes back on the error of an image that <Reason>' -ForEach @(
        @{ Reason = 'is missing'; Row = @{ LiteralPath = 'no such file.jpg' } }
        @{ Reason = 'has no path'; Row = @{ LiteralPath = ' ' } }
        @{ Reason = 'is on no disk'; Row = @{ LiteralPath = 'env:PATH' } }
        @{ Reason = 'is an impossible S3 object'; Row = @{ Bucket = 'x'; Key = 'y' } }
        @{ Reason = 'the service refuses'; Row = @{ Bucket = 'line4'; Key = 'no such key.jpg' } }
        @{ Reason = 'has a bad model'; Row = @{ LiteralPath = 'x.jpg'; ProjectVersionArn = 'arn:bad' } }
    ) {
        $piped = [pscustomobject]@{ ProjectVersionArn = $arn; Tag = $order }
        foreach ($name in $Row.Keys) { Add-Member -InputObject $piped -NotePropertyName $name -NotePropertyValue $Row.$name -Force }
        $piped | Invoke-RKCustomLabelDetection @connection -ErrorAction SilentlyContinue -ErrorVariable failures | Should -BeNullOrEmpty
        $failures.Count | Should -Be 1
        [object]::ReferenceEquals($failures[0].Exception.Result.Tag, $order) | Should -BeTrue

        $failed = $piped | Invoke-RKCustomLabelDetection @connection -IncludeFailed
        $failed.Status | Should -Be 'Failed'
        $failed.Error.Id | Should -Be ($failures[0].FullyQualifiedErrorId -split ',')[0]
        [object]::ReferenceEquals($failed.Tag, $order) | Should -BeTrue
    }
}

Describe 'An S3 object' {
    It 'keeps its entity tag on the result' {
        $object = [pscustomobject]@{ BucketName = 'line4'; Key = 'panels/panel-03.jpg'; ETag = '"e1"'; Size = 12 }
        ($object | Invoke-RKCustomLabelDetection -ProjectVersionArn $arn @connection).ETag | Should -Be '"e1"'
    }

    It 'without a <Missing> is one error' -ForEach @(
        @{ Missing = 'key'; Given = @{ Bucket = 'line4' } }
        @{ Missing = 'bucket'; Given = @{ Key = 'panels/panel-03.jpg' } }
    ) {
        Invoke-RKCustomLabelDetection @Given -ProjectVersionArn $arn @connection -ErrorAction SilentlyContinue -ErrorVariable failures | Should -BeNullOrEmpty
        $failures.FullyQualifiedErrorId | Should -Be "S3UriInvalid,$detection"
        $failures.CategoryInfo.Category | Should -Be 'InvalidArgument'
    }
}

Describe 'A command without an image' {
    It 'is the terminating error ImageMissing' {
        { Invoke-RKCustomLabelDetection -ProjectVersionArn $arn @connection -ErrorAction SilentlyContinue } | Should -Throw -ErrorId "ImageMissing,$detection"
        { Test-RKImage -ErrorAction SilentlyContinue } | Should -Throw -ErrorId 'ImageMissing,CustomLabels.Commands.TestRKImageCommand'
    }

    It 'does nothing for an empty pipeline' {
        @() | Invoke-RKCustomLabelDetection -ProjectVersionArn $arn @connection | Should -BeNullOrEmpty
        @() | Invoke-RKCustomLabelDetection | Should -BeNullOrEmpty
        @() | Test-RKImage | Should -BeNullOrEmpty
    }

    It 'loses one image and not the run for a null in the pipeline' {
        $results = $null, $image | Invoke-RKCustomLabelDetection -ProjectVersionArn $arn @connection -ErrorAction SilentlyContinue -ErrorVariable failures
        $results.LiteralPath | Should -Be $image
        $failures.FullyQualifiedErrorId | Should -Be "ImageMissing,$detection"
        $null, $image | Test-RKImage -Quiet | Should -Be $false, $true
    }
}
