# Models as project/version where images are asked about: looked up once a run, and an ARN in everything that comes out.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeAll {
    . $PSScriptRoot/Account.ps1
    $pictures = @(Get-ChildItem (Join-Path $samples 'images') -Recurse -Include *.jpg | Select-Object -First 3)
    $arn = ($endpoint.Models | Where-Object { $_.ProjectName -eq 'logos' }).ProjectVersionArn
    $folder = New-TestFolder
}

AfterAll {
    Stop-RKLocalEndpoint
    Remove-Item -Recurse $folder
}

Describe 'Invoke-RKCustomLabelDetection' {
    It 'looks a name up once, and results have the ARN' {
        $before = (Get-Count DescribeProjects), (Get-Count DescribeProjectVersions)
        $results = $pictures | Invoke-RKCustomLabelDetection -ProjectVersionArn logos/v1 @reach
        $results.ProjectVersionArn | Select-Object -Unique | Should -BeExactly $arn
        $results.Count | Should -Be 3
        ((Get-Count DescribeProjects) - $before[0]), ((Get-Count DescribeProjectVersions) - $before[1]) | Should -Be 1, 1
    }

    It 'looks a name of many rows up once, and one that is not there too' {
        $before = (Get-Count DescribeProjects), (Get-Count DescribeProjectVersions)
        $rows = foreach ($name in 'logos/v1', 'none/v1') { foreach ($i in 1..100) { [pscustomobject]@{ LiteralPath = $pictures[0].FullName; ProjectVersionArn = $name } } }
        $results = $rows | Invoke-RKCustomLabelDetection @reach -ErrorVariable errors -ErrorAction SilentlyContinue
        $results.Count | Should -Be 100
        $results.ProjectVersionArn | Select-Object -Unique | Should -BeExactly $arn
        $errors.FullyQualifiedErrorId | Should -BeExactly 'ModelNotFound,CustomLabels.Commands.InvokeRKCustomLabelDetectionCommand'
        ((Get-Count DescribeProjects) - $before[0]), ((Get-Count DescribeProjectVersions) - $before[1]) | Should -Be 2, 1
    }

    It 'keeps a journal by the ARN: a run by name and one by ARN are the same, failures included' {
        $journal = Join-Path $folder 'names.jsonl'
        $missing = Join-Path $folder 'missing.jpg'
        $first = @($missing) + $pictures.FullName | Invoke-RKCustomLabelDetection -Arn logos/v1 -JournalPath $journal -IncludeFailed @reach
        $first.ProjectVersionArn | Select-Object -Unique | Should -BeExactly $arn
        $before = Get-Count DetectCustomLabels
        $again = @($missing) + $pictures.FullName | Invoke-RKCustomLabelDetection -Arn $arn -JournalPath $journal -SkipFailed -IncludeFailed @reach
        $again.FromJournal | Should -Be $true, $true, $true, $true
        Get-Count DetectCustomLabels | Should -Be $before
        Get-Content $journal -Raw | Should -Not -Match '"logos/v1"'
    }

    It 'ends with <Id> for <Name>' -ForEach @(
        @{ Name = 'logos/none'; Id = 'ModelNotFound' }
        @{ Name = 'none/v1'; Id = 'ModelNotFound' }
        @{ Name = 'logos/*'; Id = 'RequestInvalid' }
        @{ Name = 'logos'; Id = 'ProjectVersionArnInvalid' }
        @{ Name = 'logos/v1/x'; Id = 'ProjectVersionArnInvalid' }
        @{ Name = ''; Id = 'ProjectVersionArnMissing' }
    ) {
        $failure = Get-Failure { Invoke-RKCustomLabelDetection $pictures[0] -ProjectVersionArn $Name @reach }
        $failure.FullyQualifiedErrorId | Should -BeExactly "$Id,CustomLabels.Commands.InvokeRKCustomLabelDetectionCommand"
        if ($Id -eq 'ProjectVersionArnInvalid') { "$failure" | Should -BeLike '*neither the ARN*nor its name (project/version).' }
    }

    It 'ends where there is no region to look in, and where looking is denied says that an ARN needs none' {
        $failure = Get-Failure { Invoke-RKCustomLabelDetection $pictures[0] -Arn logos/v1 -AccessKey a -SecretKey b -EndpointUrl http://127.0.0.1:9 }
        $failure.FullyQualifiedErrorId | Should -BeLike 'RegionMissing,*'
        $denying = Start-RKLocalEndpoint -Model ($model + @{ Project = 'logos'; Version = 'v1' }) -Trouble @{ Kind = 'AccessDeniedException'; Operation = 'DescribeProjects' }
        $failure = Get-Failure { Invoke-RKCustomLabelDetection $pictures[0] -Arn logos/v1 -AccessKey a -SecretKey b -EndpointUrl $denying.EndpointUrl }
        $failure.FullyQualifiedErrorId | Should -BeLike 'AccessDenied,*'
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*rekognition:DescribeProjects*give the ARN*'
    }

    It 'takes no name in input for the AWS CLI, and looks nothing up for a skeleton' {
        $text = '{"ProjectVersionArn":"logos/v1","Image":{"S3Object":{"Bucket":"line4","Name":"a.jpg"}}}'
        (Get-Failure { Invoke-RKCustomLabelDetection -CliInputJson $text @reach }).FullyQualifiedErrorId | Should -BeLike 'ProjectVersionArnInvalid,*'
        $before = $endpoint.Counters.Received
        Invoke-RKCustomLabelDetection $pictures[0] -Arn logos/v1 -GenerateCliSkeleton Output @reach | Should -BeLike '*CustomLabels*'
        $endpoint.Counters.Received | Should -Be $before
    }
}
