# Paths as PowerShell's users write them, and everything a path can name that is no image.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester runs the blocks of a file in one scope.')]
param()

BeforeAll {
    . $PSScriptRoot/Support.ps1
    $sample = Start-SampleEndpoint
    $asked = @{ ProjectVersionArn = $sample.Endpoint.ProjectVersionArn } + $sample.Connection
    $detection = 'CustomLabels.Commands.InvokeRKCustomLabelDetectionCommand'

    $folder = New-TestFolder
    Push-Location -LiteralPath $folder
    $panel = Join-Path $samples 'images/panels/panel-01.jpg'
    $null = New-Item -ItemType Directory (Join-Path $folder 'sub.jpg')
    foreach ($name in 'a1.jpg', 'a[1].jpg', 'b.jpg') { [IO.File]::Copy($panel, (Join-Path $folder $name)) }
    $null = New-PSDrive -Name pics -PSProvider FileSystem -Root $folder

    # The outcome of one command: names of images, errors and verbose lines.
    function Invoke-Detection([hashtable] $With = @{}, [object[]] $Piped) {
        $output = if ($Piped) { $Piped | Invoke-RKCustomLabelDetection @asked @With -Verbose -ErrorAction SilentlyContinue -ErrorVariable failures 4>&1 }
        else { Invoke-RKCustomLabelDetection @asked @With -Verbose -ErrorAction SilentlyContinue -ErrorVariable failures 4>&1 }
        $lines, $results = @($output).Where({ $_ -is [Management.Automation.VerboseRecord] }, 'Split')
        [pscustomobject]@{ Name = @($results | ForEach-Object { Split-Path -Leaf $_.LiteralPath }); Result = $results; Failure = $failures; Line = $lines.Message -match '^(Skipped|Nothing)' }
    }
}

AfterAll {
    Pop-Location
    Remove-PSDrive pics
    Stop-RKLocalEndpoint
    Remove-Item -LiteralPath $folder -Recurse -Force
}

Describe 'A path' {
    It '<Parameter> <Value> names <Names>' -ForEach @(
        @{ Parameter = 'Path'; Value = 'b.jpg'; Names = 'b.jpg' }
        @{ Parameter = 'Path'; Value = './b.jpg'; Names = 'b.jpg' }
        @{ Parameter = 'Path'; Value = 'pics:/b.jpg'; Names = 'b.jpg' }
        @{ Parameter = 'Path'; Value = 'pics:/a?.jpg'; Names = 'a1.jpg' }
        @{ Parameter = 'Path'; Value = 'a[1].jpg'; Names = 'a1.jpg' }
        @{ Parameter = 'Path'; Value = 'a`[1`].jpg'; Names = 'a[1].jpg' }
        @{ Parameter = 'Path'; Value = 'pics:/a`[1`].jpg'; Names = 'a[1].jpg' }
        @{ Parameter = 'Path'; Value = 'b*.jpg'; Names = 'b.jpg' }
        @{ Parameter = 'Path'; Value = '[ab]*.jpg'; Names = 'a1.jpg', 'a[1].jpg', 'b.jpg' }
        @{ Parameter = 'Path'; Value = 'b.jpg', 'a?.jpg'; Names = 'b.jpg', 'a1.jpg' }
        @{ Parameter = 'LiteralPath'; Value = 'a[1].jpg'; Names = 'a[1].jpg' }
        @{ Parameter = 'LiteralPath'; Value = 'pics:/a[1].jpg'; Names = 'a[1].jpg' }
        @{ Parameter = 'LiteralPath'; Value = 'b.jpg', 'a1.jpg'; Names = 'b.jpg', 'a1.jpg' }
    ) {
        # The process has a directory of its own, which is not the session's location.
        [Environment]::CurrentDirectory | Should -Not -Be $folder
        $run = Invoke-Detection @{ $Parameter = $Value }
        $run.Name | Sort-Object | Should -Be ($Names | Sort-Object)
        $run.Failure | Should -BeNullOrEmpty
        foreach ($result in $run.Result) { Split-Path $result.LiteralPath | Should -Be $folder }
    }

    It 'of files on a drive binds as Get-ChildItem writes it' {
        (Invoke-Detection -Piped (Get-ChildItem pics:/a*.jpg)).Name | Sort-Object | Should -Be ('a1.jpg', 'a[1].jpg' | Sort-Object)
    }

    It 'with a wildcard that matches nothing is no error and a verbose line' {
        $run = Invoke-Detection @{ Path = '*.none' }
        $run.Result | Should -BeNullOrEmpty
        $run.Failure | Should -BeNullOrEmpty
        $run.Line | Should -BeLike "*'*.none'*"
    }

    It 'with a wildcard that also matches a folder passes over it' {
        $run = Invoke-Detection @{ Path = '[bs]*.jpg' }
        $run.Name | Should -Be 'b.jpg'
        $run.Failure | Should -BeNullOrEmpty
        $run.Line | Should -BeLike "Skipped*sub.jpg*"
    }

    It 'that <Problem> is the error <Id>' -ForEach @(
        @{ Problem = 'names a folder'; With = @{ Path = 'sub.jpg' }; Id = 'ImageIsFolder'; Category = 'InvalidType' }
        @{ Problem = 'literally names a folder'; With = @{ LiteralPath = 'sub.jpg' }; Id = 'ImageIsFolder'; Category = 'InvalidType' }
        @{ Problem = 'names nothing'; With = @{ Path = 'none.jpg' }; Id = 'ImageNotFound'; Category = 'ObjectNotFound' }
        @{ Problem = 'is a wildcard taken literally'; With = @{ LiteralPath = '*.jpg' }; Id = 'ImageNotFound'; Category = 'ObjectNotFound' }
        @{ Problem = 'is a wildcard in a folder that is not there'; With = @{ Path = 'none/*.jpg' }; Id = 'ImageNotFound'; Category = 'ObjectNotFound' }
        @{ Problem = 'goes through a file'; With = @{ Path = 'b.jpg/c.jpg' }; Id = 'ImageNotFound'; Category = 'ObjectNotFound' }
        @{ Problem = 'is empty'; With = @{ Path = '' }; Id = 'ImageNotFound'; Category = 'ObjectNotFound' }
        @{ Problem = 'names a variable of the environment'; With = @{ Path = 'env:PATH' }; Id = 'ImageUnreadable'; Category = 'ReadError' }
        @{ Problem = 'literally names one'; With = @{ LiteralPath = 'env:PATH' }; Id = 'ImageUnreadable'; Category = 'ReadError' }
        @{ Problem = 'is on a drive that is not there'; With = @{ Path = 'nodrive:/b.jpg' }; Id = 'ImageUnreadable'; Category = 'ReadError' }
        @{ Problem = 'is an S3 URI without a key'; With = @{ Path = 's3://line4' }; Id = 'S3UriInvalid'; Category = 'InvalidArgument' }
    ) {
        $received = $sample.Endpoint.Counters.Received
        $failure = (Invoke-Detection $With).Failure
        $failure.FullyQualifiedErrorId | Should -Be "$Id,$detection"
        $failure.CategoryInfo.Category | Should -Be $Category
        $failure.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        $asGiven = @($With.Values)[0]
        if ($asGiven) { $failure.TargetObject | Should -BeLike "*$([WildcardPattern]::Escape($asGiven).Replace('/', '?'))" }
        $sample.Endpoint.Counters.Received | Should -Be $received
    }

    It 'of a folder that came along in a listing is passed over with a verbose line' {
        $run = Invoke-Detection -Piped (Get-ChildItem -Filter '*b*.jpg' | Sort-Object Name)
        $run.Name | Should -Be 'b.jpg'
        $run.Failure | Should -BeNullOrEmpty
        $run.Line | Should -BeLike "Skipped*sub.jpg*"
    }
}
