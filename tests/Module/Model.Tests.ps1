# Which model version is asked: given once for all images or by each row, of the right form, there, and in the right region.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester runs the blocks of a file in one scope.')]
param()

BeforeAll {
    . $PSScriptRoot/Support.ps1
    $sample = Start-SampleEndpoint
    $endpoint = $sample.Endpoint
    $connection = $sample.Connection
    $arn = $endpoint.ProjectVersionArn
    $image = Join-Path $samples 'images/panels/panel-01.jpg'
    $detection = 'CustomLabels.Commands.InvokeRKCustomLabelDetectionCommand'

    function ConvertTo-Row([string] $Model, $Tag) { [pscustomobject]@{ LiteralPath = $image; ProjectVersionArn = $Model; Tag = $Tag } }
}

AfterAll { Stop-RKLocalEndpoint }

Describe 'Without a model version' {
    It 'a command is the terminating error ProjectVersionArnMissing, and nothing is sent' {
        $received = $endpoint.Counters.Received
        { $image | Invoke-RKCustomLabelDetection @connection -ErrorAction SilentlyContinue } | Should -Throw -ErrorId "ProjectVersionArnMissing,$detection"
        { Invoke-RKCustomLabelDetection $image -ProjectVersionArn '' @connection -ErrorAction SilentlyContinue } | Should -Throw -ErrorId "ProjectVersionArnMissing,$detection"
        $endpoint.Counters.Received | Should -Be $received
    }

    It 'an interactive session is not asked for one' {
        # Its standard input stays open: a prompt would wait for it until the guard ends the process.
        $start = [Diagnostics.ProcessStartInfo]::new((Get-Process -Id $PID).Path)
        $module = Join-Path $repository 'out/CustomLabels/CustomLabels.psd1'
        $script = "`$PSModuleAutoLoadingPreference = 'All'; Import-Module '$module'; try { Invoke-RKCustomLabelDetection '$image' } catch { [Console]::Out.Write(`$_.FullyQualifiedErrorId) }; exit"
        $start.Arguments = "-NoProfile -EncodedCommand $([Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($script)))"
        $start.UseShellExecute = $false
        $start.RedirectStandardInput = $true
        $start.RedirectStandardOutput = $true
        $process = [Diagnostics.Process]::Start($start)
        try {
            $output = $process.StandardOutput.ReadToEndAsync()
            $process.WaitForExit(60000) | Should -BeTrue -Because 'it waits for an answer otherwise'
            $output.Result | Should -BeLike "*ProjectVersionArnMissing,$detection*"
        }
        finally {
            if (-not $process.HasExited) { $process.Kill() }
            $process.Dispose()
        }
    }
}

Describe 'A model version that <Problem>' -ForEach @(
    @{ Problem = 'is no ARN'; Model = 'my model'; Id = 'ProjectVersionArnInvalid'; Category = 'InvalidArgument'; Option = @{}; IsSent = $false }
    @{ Problem = 'is a project'; Model = 'arn:aws:rekognition:us-east-1:123456789012:project/local/1'; Id = 'ProjectVersionArnInvalid'; Category = 'InvalidArgument'; Option = @{}; IsSent = $false }
    @{ Problem = 'is not there'; Model = 'arn:aws:rekognition:us-east-1:123456789012:project/other/version/other/1'; Id = 'ModelNotFound'; Category = 'ObjectNotFound'; Option = @{}; IsSent = $true }
    @{ Problem = 'is in another region than -Region'; Model = 'arn:aws:rekognition:eu-west-1:123456789012:project/local/version/local/1767225600000'; Id = 'RegionMismatch'; Category = 'InvalidArgument'; Option = @{ Region = 'us-east-1' }; IsSent = $false }
) {
    It 'ends the command when it was given as a parameter' {
        $failure = { $image, $image | Invoke-RKCustomLabelDetection -ProjectVersionArn $Model @Option @connection -ErrorAction SilentlyContinue } |
            Should -Throw -ErrorId "$Id,$detection" -PassThru
        $failure.CategoryInfo.Category | Should -Be $Category
        $failure.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'is one error among rows of other models, and its later rows are skipped' {
        $rows = (ConvertTo-Row $arn 1), (ConvertTo-Row $Model 2), (ConvertTo-Row $arn 3), (ConvertTo-Row $Model 4), (ConvertTo-Row $Model 5), (ConvertTo-Row $arn 6)
        $output = $rows | Invoke-RKCustomLabelDetection @Option @connection -ErrorAction SilentlyContinue -ErrorVariable failures -Verbose 4>&1
        $skipped, $results = $output.Where({ $_ -is [Management.Automation.VerboseRecord] }, 'Split')
        $results.Tag | Should -Be 1, 3, 6
        $failures.FullyQualifiedErrorId | Should -Be "$Id,$detection"
        $failures.CategoryInfo.Category | Should -Be $Category
        $failures.TargetObject | Should -Be $image
        $failures.Exception.Result.Tag | Should -Be 2
        $skipped.Where({ $_.Message -like "Skipped*panel-01.jpg*$Id*" }).Count | Should -Be 2
    }

    It 'is a failed result for each of its rows with -IncludeFailed' {
        $rows = (ConvertTo-Row $arn 1), (ConvertTo-Row $Model 2), (ConvertTo-Row $Model 3), (ConvertTo-Row $arn 4)
        $results = $rows | Invoke-RKCustomLabelDetection @Option @connection -IncludeFailed
        $results.Tag | Should -Be 1, 2, 3, 4
        $results.Status | Should -Be 'Succeeded', 'Failed', 'Failed', 'Succeeded'
        $results[1, 2].Error.Id | Should -Be $Id, $Id
        $results[1, 2].ProjectVersionArn | Should -Be $Model, $Model
    }

    It 'is sent to the service only when the service could have it' {
        $received = $endpoint.Counters.Received
        ConvertTo-Row $Model 1 | Invoke-RKCustomLabelDetection @Option @connection -IncludeFailed | Should -Not -BeNullOrEmpty
        $endpoint.Counters.Received - $received | Should -Be ([int]$IsSent)
    }
}

Describe 'A region' {
    It 'that is the model''s own is taken' {
        (Invoke-RKCustomLabelDetection $image -ProjectVersionArn $arn -Region us-east-1 @connection).Status | Should -Be 'Succeeded'
    }

    It 'that is not the model''s ends the command before anything is sent, also with -IncludeFailed' {
        $received = $endpoint.Counters.Received
        { Invoke-RKCustomLabelDetection $image -ProjectVersionArn $arn -Region eu-west-1 @connection -IncludeFailed } | Should -Throw -ErrorId "RegionMismatch,$detection"
        $endpoint.Counters.Received | Should -Be $received
    }
}
