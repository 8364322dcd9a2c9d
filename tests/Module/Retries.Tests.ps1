# One bad image never ends a run, passing faults are retried, and -IncludeFailed puts failures in their place.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/Scripted.ps1

    $missing = Join-Path $samples 'no-such.jpg'
    function Get-FaultStep([string] $Kind) {
        switch ($Kind) {
            'status 500' { Get-ErrorStep InternalServerError 500 }
            'status 503, a page of HTML' { [CustomLabels.Testing.Step]::Answer(503, '<html>busy</html>') }
            'half an answer' { [CustomLabels.Testing.Step]::Truncated() }
            'an answer that is not JSON' { [CustomLabels.Testing.Step]::Answer(200, '<html>hello</html>') }
            'a reset' { [CustomLabels.Testing.Step]::Reset() }
        }
    }
}

Describe 'A run' {
    AfterEach { $scripted.Server.Dispose() }

    It 'goes on after a bad image: good, bad, good are two results and one error, in order' {
        $scripted = Open-ScriptedServer (Get-AnswerStep 'first'), (Get-AnswerStep 'second')
        $connection = $scripted.Connection

        $all = @($panel, $missing, $panel | Invoke-RKCustomLabelDetection @connection -ErrorAction Continue 2>&1)

        $all.Count | Should -Be 3
        $all[0].CustomLabels.Name | Should -Be 'first'
        $all[1].FullyQualifiedErrorId | Should -BeLike 'ImageNotFound,*'
        $all[2].CustomLabels.Name | Should -Be 'second'
    }

    It 'with -IncludeFailed gives a failure in its place and no error record, whatever $ErrorActionPreference is' {
        $scripted = Open-ScriptedServer (Get-AnswerStep 'first'), (Get-ErrorStep ImageTooLargeException), (Get-AnswerStep 'last')
        $connection = $scripted.Connection
        $ErrorActionPreference = 'Stop'
        $global:Error.Clear()

        $results = @($panel, $panel, $missing, $panel | Invoke-RKCustomLabelDetection @connection -IncludeFailed)

        $results.Status | Should -Be 'Succeeded', 'Failed', 'Failed', 'Succeeded'
        $results[1].Error.Id | Should -Be 'ImageTooLarge'
        $results[1].Error.Code | Should -BeExactly 'ImageTooLargeException'
        $results[2].Error.Id | Should -Be 'ImageNotFound'
        $results[1, 2].LiteralPath | Should -Be $panel, $missing
        $results[0, 3].CustomLabels.Name | Should -Be 'first', 'last'
        $global:Error.Count | Should -Be 0
    }

    It 'ends at what concerns every image, also with -IncludeFailed' {
        $scripted = Open-ScriptedServer (Get-AnswerStep), (Get-ErrorStep AccessDeniedException)

        $outcome = Get-Outcome ($scripted.Connection + @{ LiteralPath = $panel, $panel, $panel; IncludeFailed = $true })

        $outcome.Results.Status | Should -Be 'Succeeded'
        $outcome.Ending.FullyQualifiedErrorId | Should -BeLike 'AccessDenied,*'
    }

    It 'with -ErrorAction Stop ends at the first bad image and asks for no other' {
        $scripted = Open-ScriptedServer (Get-AnswerStep)
        $connection = $scripted.Connection

        { $panel, $missing, $panel | Invoke-RKCustomLabelDetection @connection -ErrorAction Stop } | Should -Throw -ErrorId 'ImageNotFound,*'

        $scripted.Server.Received | Should -Be 1
    }

    It 'with ten thousand missing images gives ten thousand errors' {
        $scripted = Open-ScriptedServer (Get-AnswerStep)
        $connection = $scripted.Connection
        $count = 0

        1..10000 | ForEach-Object { "none$_.jpg" } | Invoke-RKCustomLabelDetection @connection -ErrorAction Continue 2>&1 |
            ForEach-Object { if ($_.FullyQualifiedErrorId -like 'ImageNotFound,*') { $count++ } }

        $count | Should -Be 10000
        $scripted.Server.Received | Should -Be 0
    }
}

Describe 'A passing fault' {
    AfterEach { $scripted.Server.Dispose() }

    It 'is retried, and Attempts tells: <Kind>' -ForEach @(
        @{ Kind = 'status 500' }
        @{ Kind = 'status 503, a page of HTML' }
        @{ Kind = 'half an answer' }
        @{ Kind = 'an answer that is not JSON' }
        @{ Kind = 'a reset' }
    ) {
        $scripted = Open-ScriptedServer (Get-FaultStep $Kind), (Get-AnswerStep)
        $connection = $scripted.Connection

        $result = Invoke-RKCustomLabelDetection $panel @connection -MaxAttempts 2

        $result.Attempts | Should -Be 2
        $result.CustomLabels.Name | Should -Be 'scratch'
        $scripted.Server.Received | Should -Be 2
    }

    It 'fails its image alone when -MaxAttempts is used up: <Kind>' -ForEach @(
        @{ Kind = 'status 500' }
        @{ Kind = 'status 503, a page of HTML' }
        @{ Kind = 'half an answer' }
        @{ Kind = 'an answer that is not JSON' }
        @{ Kind = 'a reset' }
    ) {
        $fault = Get-FaultStep $Kind
        $scripted = Open-ScriptedServer (Get-AnswerStep), $fault, $fault, (Get-AnswerStep)

        $outcome = Get-Outcome ($scripted.Connection + @{ LiteralPath = $panel, $panel, $panel; MaxAttempts = 2 })

        $outcome.Ending | Should -BeNullOrEmpty
        $outcome.Results.Count | Should -Be 2
        $outcome.Written.Count | Should -Be 1
        $outcome.Written[0].FullyQualifiedErrorId | Should -BeExactly 'RetriesExhausted,CustomLabels.Commands.InvokeRKCustomLabelDetectionCommand'
        $outcome.Written[0].CategoryInfo.Category | Should -Be 'ConnectionError'
        $outcome.Written[0].TargetObject | Should -BeExactly $panel
        $outcome.Written[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        $outcome.Written[0].Exception.Result.Attempts | Should -Be 2
        $scripted.Server.Received | Should -Be 4
    }

    It 'ends the run with EndpointUnreachable where nothing was ever answered: <Kind>' -ForEach @(
        @{ Kind = 'a reset' }
        @{ Kind = 'half an answer' }
        @{ Kind = 'a closed port' }
    ) {
        $scripted = Open-ScriptedServer (Get-FaultStep $Kind)
        if ($Kind -eq 'a closed port') { $scripted.Server.Dispose() }

        $outcome = Get-Outcome ($scripted.Connection + @{ LiteralPath = $panel, $panel; MaxAttempts = 1 })

        $outcome.Ending.FullyQualifiedErrorId | Should -BeExactly 'EndpointUnreachable,CustomLabels.Commands.InvokeRKCustomLabelDetectionCommand'
        $outcome.Ending.CategoryInfo.Category | Should -Be 'ConnectionError'
        $outcome.Ending.TargetObject | Should -BeExactly $panel
        $outcome.Ending.ToString() | Should -BeLike "*$($scripted.Connection.EndpointUrl.Authority)*"
        $outcome.Results.Count | Should -Be 0
    }
}

Describe 'A throttled request' {
    AfterEach { $scripted.Server.Dispose() }

    It 'is sent again and is no attempt: <Status> <Code>' -ForEach @(
        @{ Code = 'ThrottlingException'; Status = 400 }
        @{ Code = 'ProvisionedThroughputExceededException'; Status = 400 }
        @{ Code = 'BrandNewException'; Status = 429 }
    ) {
        $throttle = Get-ErrorStep $Code $Status
        $scripted = Open-ScriptedServer $throttle, $throttle, (Get-AnswerStep)
        $connection = $scripted.Connection

        $result = Invoke-RKCustomLabelDetection $panel @connection -MaxAttempts 1

        $result.Attempts | Should -Be 1
        $result.CustomLabels.Name | Should -Be 'scratch'
        $scripted.Server.Received | Should -Be 3
    }
}
