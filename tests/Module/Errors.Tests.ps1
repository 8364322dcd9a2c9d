# What a user sees of errors about images, answers, the model and the command: id, category, target, and whether the run ends. Errors after retries,
# about credentials, connections, journals and the local endpoint are in the files that are named so.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/Scripted.ps1

    $folder = New-TestFolder
    function Out-TestFile([string] $Name, [byte[]] $Content) {
        $path = Join-Path $folder $Name
        [IO.File]::WriteAllBytes($path, $Content)
        $path
    }
    $pngHead = [IO.File]::ReadAllBytes((Join-Path $samples 'images/panels/panel-04.png'))[0..19]
    $big = [byte[]]::new(5242881)
    [Array]::Copy([IO.File]::ReadAllBytes($panel), $big, 1000)
    $bad = @{
        None   = Join-Path $folder 'none.jpg'
        Folder = $folder
        Empty  = Out-TestFile 'empty.jpg' @()
        Text   = Out-TestFile 'text.jpg' ([Text.Encoding]::ASCII.GetBytes('not a picture at all'))
        Cut    = Out-TestFile 'cut.png' $pngHead
        Big    = Out-TestFile 'big.jpg' $big
        Env    = 'Env:PATH'
        S3     = 's3://bucket-without-key'
    }
    function Assert-Record($Record, [string] $Id, [string] $Category, $Target) {
        $Record.FullyQualifiedErrorId | Should -BeExactly "$Id,CustomLabels.Commands.InvokeRKCustomLabelDetectionCommand"
        $Record.CategoryInfo.Category | Should -Be $Category
        $Record.TargetObject | Should -BeExactly $Target
        $Record.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        $Record.Exception | Should -BeOfType CustomLabels.CustomLabelsException
    }
}

AfterAll { Remove-Item -Recurse -Force $folder }

Describe 'An image that is bad before it is sent' {
    BeforeAll { $scripted = Open-ScriptedServer (Get-AnswerStep) }
    AfterAll { $scripted.Server.Dispose() }

    It 'gives <Id> for <Which> and does not end the run' -ForEach @(
        @{ Which = 'None'; Id = 'ImageNotFound'; Category = 'ObjectNotFound' }
        @{ Which = 'Folder'; Id = 'ImageIsFolder'; Category = 'InvalidType' }
        @{ Which = 'Empty'; Id = 'ImageEmpty'; Category = 'InvalidData' }
        @{ Which = 'Text'; Id = 'ImageFormat'; Category = 'InvalidData' }
        @{ Which = 'Cut'; Id = 'ImageTruncated'; Category = 'InvalidData' }
        @{ Which = 'Big'; Id = 'ImageTooLarge'; Category = 'LimitsExceeded' }
        @{ Which = 'Env'; Id = 'ImageUnreadable'; Category = 'ReadError' }
        @{ Which = 'S3'; Id = 'S3UriInvalid'; Category = 'InvalidArgument' }
    ) {
        $before = $scripted.Server.Received
        $connection = $scripted.Connection

        $outcome = Get-Outcome ($connection + @{ LiteralPath = $panel, $bad[$Which], $panel })

        $outcome.Ending | Should -BeNullOrEmpty
        $outcome.Results.Count | Should -Be 2
        $outcome.Written.Count | Should -Be 1
        Assert-Record $outcome.Written[0] -Id $Id -Category $Category -Target $bad[$Which]
        $scripted.Server.Received - $before | Should -Be 2
    }

    It 'says in the message what was found and what is allowed: <Which>' -ForEach @(
        @{ Which = 'Big'; Named = '5,242,881', '5,242,880' }
        @{ Which = 'Text'; Named = 'PNG', 'JPEG' }
    ) {
        $message = (Get-Outcome ($scripted.Connection + @{ LiteralPath = $bad[$Which] })).Written[0].ToString()

        $Named | ForEach-Object { $message | Should -BeLike "*$_*" }
    }

    It 'comes with its Tag' {
        $rows = [pscustomobject]@{ LiteralPath = $bad.None; Tag = 'serial 7' }

        (Get-Outcome $scripted.Connection $rows).Written[0].Exception.Result.Tag | Should -Be 'serial 7'
    }
}

Describe 'What the service refuses' {
    AfterEach { $scripted.Server.Dispose() }

    It 'is <Id> and the run goes on when it is about one image: <Code>' -ForEach @(
        @{ Code = 'ImageTooLargeException'; Id = 'ImageTooLarge'; Category = 'LimitsExceeded' }
        @{ Code = 'InvalidImageFormatException'; Id = 'ImageFormat'; Category = 'InvalidData' }
        @{ Code = 'InvalidS3ObjectException'; Id = 'S3ObjectInvalid'; Category = 'ObjectNotFound' }
        @{ Code = 'InvalidParameterException'; Id = 'RequestInvalid'; Category = 'InvalidArgument' }
    ) {
        $scripted = Open-ScriptedServer (Get-AnswerStep), (Get-ErrorStep $Code), (Get-AnswerStep)

        $outcome = Get-Outcome ($scripted.Connection + @{ Path = $panel, 's3://bucket/key.jpg', $panel })

        $outcome.Ending | Should -BeNullOrEmpty
        $outcome.Results.Count | Should -Be 2
        Assert-Record $outcome.Written[0] -Id $Id -Category $Category -Target 's3://bucket/key.jpg'
        $outcome.Written[0].Exception.Error.Code | Should -BeExactly $Code
    }

    It 'is <Id> and ends the run after the results already received: <Status> <Code>' -ForEach @(
        @{ Code = 'AccessDeniedException'; Status = 400; Id = 'AccessDenied'; Category = 'PermissionDenied' }
        @{ Code = 'UnrecognizedClientException'; Status = 400; Id = 'AccessDenied'; Category = 'PermissionDenied' }
        @{ Code = 'InvalidSignatureException'; Status = 400; Id = 'AccessDenied'; Category = 'PermissionDenied' }
        @{ Code = 'ExpiredTokenException'; Status = 400; Id = 'CredentialsExpired'; Category = 'AuthenticationError' }
        @{ Code = 'LimitExceededException'; Status = 400; Id = 'LimitExceeded'; Category = 'LimitsExceeded' }
        @{ Code = 'ResourceNotFoundException'; Status = 400; Id = 'ModelNotFound'; Category = 'ObjectNotFound' }
        @{ Code = 'ResourceNotReadyException'; Status = 400; Id = 'ModelNotRunning'; Category = 'ResourceUnavailable' }
        @{ Code = 'BrandNewException'; Status = 418; Id = 'RequestInvalid'; Category = 'InvalidArgument' }
    ) {
        $scripted = Open-ScriptedServer (Get-AnswerStep 'first'), (Get-ErrorStep $Code $Status), (Get-AnswerStep)

        $outcome = Get-Outcome ($scripted.Connection + @{ LiteralPath = $panel, $panel, $panel })

        Assert-Record $outcome.Ending -Id $Id -Category $Category -Target $panel
        $outcome.Written.Count | Should -Be 0
        $outcome.Results.CustomLabels.Name | Should -Be 'first'
        $scripted.Server.Received | Should -Be 2
    }

    It 'is <Id> of that image alone when something on the way refuses its request: <Status>' -ForEach @(
        @{ Status = 413; Id = 'ImageTooLarge'; Category = 'LimitsExceeded' }
        @{ Status = 414; Id = 'RequestInvalid'; Category = 'InvalidArgument' }
        @{ Status = 431; Id = 'RequestInvalid'; Category = 'InvalidArgument' }
        @{ Status = 494; Id = 'RequestInvalid'; Category = 'InvalidArgument' }
    ) {
        # As nginx says it, and to the first image already.
        $page = [CustomLabels.Testing.Step]::Answer($Status, "<html>`r`n<head><title>$Status</title></head>`r`n<body><center>nginx</center></body></html>", 'Content-Type: text/html')
        $scripted = Open-ScriptedServer $page, (Get-AnswerStep), $page, (Get-AnswerStep)

        $outcome = Get-Outcome ($scripted.Connection + @{ LiteralPath = $panel, $panel, $panel, $panel })

        $outcome.Ending | Should -BeNullOrEmpty
        $outcome.Results.Count | Should -Be 2
        $outcome.Written.Count | Should -Be 2
        Assert-Record $outcome.Written[0] -Id $Id -Category $Category -Target $panel
        $outcome.Written[0].ToString() | Should -BeLike "*HTTP $Status*nginx*"
        $scripted.Server.Received | Should -Be 4
        if ($Status -eq 413) { $outcome.Written[0].ToString() | Should -BeLike "*'$panel' has $((Get-Item $panel).Length.ToString('N0', [cultureinfo]::InvariantCulture)) bytes*" }
    }

    It 'is of that image alone when a page comes in place of an answer, and the service answers others: <Status>' -ForEach @(@{ Status = 400 }, @{ Status = 403 }) {
        $scripted = Open-ScriptedServer (Get-AnswerStep), ([CustomLabels.Testing.Step]::Answer($Status, '<html><body>Blocked by policy</body></html>')), (Get-AnswerStep)

        $outcome = Get-Outcome ($scripted.Connection + @{ LiteralPath = $panel, $panel, $panel })

        $outcome.Ending | Should -BeNullOrEmpty
        $outcome.Results.Count | Should -Be 2
        Assert-Record $outcome.Written[0] -Id RequestInvalid -Category InvalidArgument -Target $panel
        $outcome.Written[0].ToString() | Should -BeLike '*Blocked by policy*'
    }

    It 'is <Id> when a page of HTML says so: <Status>' -ForEach @(
        @{ Status = 403; Id = 'AccessDenied'; Category = 'PermissionDenied' }
        @{ Status = 404; Id = 'RequestInvalid'; Category = 'InvalidArgument' }
        @{ Status = 302; Id = 'RequestInvalid'; Category = 'InvalidArgument' }
    ) {
        $page = [CustomLabels.Testing.Step]::Answer($Status, '<html><body>proxy says no</body></html>', 'Content-Type: text/html')
        $scripted = Open-ScriptedServer $page

        $outcome = Get-Outcome ($scripted.Connection + @{ LiteralPath = $panel })

        Assert-Record $outcome.Ending -Id $Id -Category $Category -Target $panel
        $outcome.Ending.ToString() | Should -BeLike "*HTTP $Status*proxy says no*"
    }

    It 'is ThrottleTimeout when it throttles for longer than is waited' {
        $scripted = Open-ScriptedServer (Get-ErrorStep 'ThrottlingException')

        $outcome = Get-Outcome ($scripted.Connection + @{ LiteralPath = $panel; ThrottleTimeout = 0.01 })

        $outcome.Ending | Should -BeNullOrEmpty
        Assert-Record $outcome.Written[0] -Id 'ThrottleTimeout' -Category 'OperationTimeout' -Target $panel
        $scripted.Server.Dispose()
    }
}

Describe 'What is wrong with the command itself' {
    BeforeAll { $scripted = Open-ScriptedServer (Get-AnswerStep) }
    AfterAll { $scripted.Server.Dispose() }

    It 'ends it with <Id>, before any request' -ForEach @(
        @{ Id = 'ImageMissing'; With = @{}; Without = 'none'; Target = $null }
        @{ Id = 'BytesUnrolled'; With = @{ ImageBytes = [byte[]]7 }; Without = 'none'; Target = $null }
        @{ Id = 'ProjectVersionArnMissing'; With = @{ Path = 'a.jpg' }; Without = 'ProjectVersionArn'; Target = $null }
        @{ Id = 'ProjectVersionArnInvalid'; With = @{ Path = 'a.jpg'; ProjectVersionArn = 'my model' }; Without = 'ProjectVersionArn'; Target = 'my model' }
        @{ Id = 'RegionMismatch'; With = @{ Path = 'a.jpg'; Region = 'eu-west-1' }; Without = 'none'; Target = 'arn' }
        @{ Id = 'RequestInvalid'; With = @{ Path = 'a.jpg' }; Without = 'SecretKey'; Target = 'arn' }
        @{ Id = 'RequestInvalid'; With = @{ Path = 'a.jpg'; CABundle = 'env:PATH' }; Without = 'none'; Target = 'arn' }
        @{ Id = 'RequestInvalid'; With = @{ Path = 'a.jpg'; ProfileLocation = 'nodrive:/x' }; Without = 'none'; Target = 'arn' }
    ) {
        $given = $scripted.Connection + @{}
        $given.Remove($Without)

        $outcome = Get-Outcome ($given + $With)

        Assert-Record $outcome.Ending -Id $Id -Category 'InvalidArgument' -Target $(if ($Target -eq 'arn') { $arn } else { $Target })
        $outcome.Written.Count | Should -Be 0
        $outcome.Results.Count | Should -Be 0
        $scripted.Server.Received | Should -Be 0
    }

    It 'gives BytesUnrolled where bytes come out of the pipeline one by one' {
        $outcome = Get-Outcome $scripted.Connection ([IO.File]::ReadAllBytes($panel))

        Assert-Record $outcome.Ending -Id 'BytesUnrolled' -Category 'InvalidArgument' -Target $null
    }
}

Describe 'A bad model of a row' {
    AfterEach { $scripted.Server.Dispose() }

    It 'is one error, and its later rows are skipped: <Case>' -ForEach @(
        @{ Case = 'not found'; Code = 'ResourceNotFoundException'; Id = 'ModelNotFound'; Category = 'ObjectNotFound' }
        @{ Case = 'not running'; Code = 'ResourceNotReadyException'; Id = 'ModelNotRunning'; Category = 'ResourceUnavailable' }
    ) {
        $scripted = Open-ScriptedServer (Get-ErrorStep $Code), (Get-AnswerStep)
        $scripted.Connection.Remove('ProjectVersionArn')
        $rows = "$arn", "${arn}1", "$arn", "${arn}1" | ForEach-Object { [pscustomobject]@{ LiteralPath = $panel; ProjectVersionArn = $_ } }

        $outcome = Get-Outcome $scripted.Connection $rows

        $outcome.Ending | Should -BeNullOrEmpty
        $outcome.Results.ProjectVersionArn | Should -Be "${arn}1", "${arn}1"
        $outcome.Written.Count | Should -Be 1
        Assert-Record $outcome.Written[0] -Id $Id -Category $Category -Target $panel
        $scripted.Server.Received | Should -Be 3
    }

    It 'is one error and no request where its ARN is <Id>' -ForEach @(
        @{ Id = 'ProjectVersionArnInvalid'; Text = 'my model' }
        @{ Id = 'ProjectVersionArnMissing'; Text = '' }
        @{ Id = 'RegionMismatch'; Text = 'arn:aws:rekognition:eu-west-1:123456789012:project/lines/version/v1/1590000000000' }
    ) {
        $scripted = Open-ScriptedServer (Get-AnswerStep)
        $scripted.Connection.Remove('ProjectVersionArn')
        $rows = $Text, $arn, $Text | ForEach-Object { [pscustomobject]@{ LiteralPath = $panel; ProjectVersionArn = $_ } }

        $outcome = Get-Outcome ($scripted.Connection + @{ Region = 'us-east-1' }) $rows

        $outcome.Ending | Should -BeNullOrEmpty
        $outcome.Results.ProjectVersionArn | Should -Be $arn
        $outcome.Written.Count | Should -Be 1
        Assert-Record $outcome.Written[0] -Id $Id -Category 'InvalidArgument' -Target $panel
        $scripted.Server.Received | Should -Be 1
    }
}
