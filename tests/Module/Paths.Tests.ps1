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
    foreach ($name in 'a1.jpg', 'a[1].jpg', 'b.jpg', 'c[1].jpg', 'te[st.jpg') { [IO.File]::Copy($panel, (Join-Path $folder $name)) }
    $null = New-Item -ItemType Directory (Join-Path $folder 'd[1].jpg'), (Join-Path $folder 'only/folders') -Force
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

Describe 'A pattern' {
    BeforeAll {
        $null = New-Item -ItemType Directory (Join-Path $folder 'line[1]/[x]'), (Join-Path $folder 'line1') -Force
        foreach ($name in 'line[1]/right.jpg', 'line[1]/[x]/deep.jpg', 'line1/wrong.jpg') { [IO.File]::Copy($panel, (Join-Path $folder $name)) }
    }

    It '<Value> looks in the folder of that name, brackets or not' -ForEach @(
        @{ Value = 'line[1]/*.jpg'; Names = 'right.jpg' }
        @{ Value = 'line[1]/[x]/*.jpg'; Names = 'deep.jpg' }
        @{ Value = 'line[1]/*/*.jpg'; Names = 'deep.jpg' }
        @{ Value = 'pics:/line[1]/r*.jpg'; Names = 'right.jpg' }
    ) {
        (Invoke-Detection @{ Path = $Value }).Name | Should -Be $Names
        (Invoke-Detection @{ Path = (Join-Path $folder $Value.Replace('pics:/', '')) }).Name | Should -Be $Names
    }
}

Describe 'A name with a backslash' -Skip:([IO.Path]::DirectorySeparatorChar -eq '\') {
    # Skipped on Windows, where a backslash is no part of a name.
    BeforeAll {
        $null = New-Item -ItemType Directory (Join-Path $folder 'zz')
        $odd = "$folder/zz\slash.jpg"
        foreach ($path in $odd, "$folder/zz/slash.jpg") { [IO.File]::Copy($panel, $path) }
    }

    It 'is the file of that name, also when a result is piped on' {
        $result = (Invoke-Detection @{ LiteralPath = $odd }).Result

        $result.LiteralPath | Should -BeExactly $odd
        ($result | Test-RKImage).LiteralPath | Should -BeExactly $odd
    }
}

Describe 'A result without a path' {
    It 'is said to be one by Test-RKImage' {
        $result = Invoke-RKCustomLabelDetection @asked 's3://line4/panels/panel-02.jpg'

        $result | Test-RKImage -ErrorAction SilentlyContinue -ErrorVariable failures | Should -BeNullOrEmpty
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'ImageMissing,*'
        "$failures" | Should -BeLike '*has no path*'
    }
}

Describe 'A path' {
    It '<Parameter> <Value> names <Names>' -ForEach @(
        @{ Parameter = 'Path'; Value = 'b.jpg'; Names = 'b.jpg' }
        @{ Parameter = 'Path'; Value = './b.jpg'; Names = 'b.jpg' }
        @{ Parameter = 'Path'; Value = 'pics:/b.jpg'; Names = 'b.jpg' }
        @{ Parameter = 'Path'; Value = 'pics:/a?.jpg'; Names = 'a1.jpg' }
        # The name of a file is that file, whatever else it would match as a pattern.
        @{ Parameter = 'Path'; Value = 'a[1].jpg'; Names = 'a[1].jpg' }
        @{ Parameter = 'Path'; Value = 'c[1].jpg'; Names = 'c[1].jpg' }
        @{ Parameter = 'Path'; Value = 'te[st.jpg'; Names = 'te[st.jpg' }
        @{ Parameter = 'Path'; Value = 'pics:/c[1].jpg'; Names = 'c[1].jpg' }
        @{ Parameter = 'Path'; Value = './a[1].jpg', 'a1.jpg'; Names = 'a[1].jpg', 'a1.jpg' }
        @{ Parameter = 'Path'; Value = 'a[12].jpg'; Names = 'a1.jpg' }
        @{ Parameter = 'Path'; Value = 'a`[1`].jpg'; Names = 'a[1].jpg' }
        @{ Parameter = 'Path'; Value = 'pics:/a`[1`].jpg'; Names = 'a[1].jpg' }
        @{ Parameter = 'Path'; Value = 'b*.jpg'; Names = 'b.jpg' }
        @{ Parameter = 'Path'; Value = 'te`[st.jpg'; Names = 'te[st.jpg' }
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

    It 'in the pipeline is the file of that name: each is asked about once' {
        $received = $sample.Endpoint.Counters.Received
        (Invoke-Detection -Piped 'a[1].jpg', 'a1.jpg', 'c[1].jpg').Name | Should -Be 'a[1].jpg', 'a1.jpg', 'c[1].jpg'
        $sample.Endpoint.Counters.Received - $received | Should -Be 3
    }

    It 'in the pipeline that is the name of a folder is passed over, and not a pattern' {
        $run = Invoke-Detection -Piped 'd[1].jpg', 'b.jpg'
        $run.Name | Should -Be 'b.jpg'
        $run.Failure | Should -BeNullOrEmpty
        $run.Line | Should -BeLike 'Skipped*d`[1`].jpg*'
    }

    It '<Value>, which names nothing, is said by its own words, with what to do' -ForEach @(
        @{ Value = '*.none'; Message = "No file has the name '``*.none' or matches it." }
        @{ Value = 'none/*.jpg'; Message = "No file has the name 'none/``*.jpg' or matches it." }
        @{ Value = 'only/*'; Message = "No file has the name 'only/``*' or matches it." }
        @{ Value = 'x[st.jpg'; Message = "There is no file 'x``[st.jpg', and as a pattern with wildcards it is broken*" }
        @{ Value = 'x[].jpg'; Message = "There is no file 'x``[``].jpg', and as a pattern with wildcards it is broken*" }
    ) {
        $failure = (Invoke-Detection @{ Path = $Value }).Failure
        $failure.FullyQualifiedErrorId | Should -Be "ImageNotFound,$detection"
        "$failure" | Should -BeLike $Message
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*-LiteralPath*'
        $failure.TargetObject | Should -BeExactly $Value
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
        @{ Problem = 'is a wildcard that matches nothing'; With = @{ Path = '*.none' }; Id = 'ImageNotFound'; Category = 'ObjectNotFound' }
        @{ Problem = 'names a folder with brackets'; With = @{ Path = 'd[1].jpg' }; Id = 'ImageIsFolder'; Category = 'InvalidType' }
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

Describe 'Test-RKImage -Quiet' {
    It 'says False of <Bad>' -ForEach @(
        @{ Bad = 'a file that is not there'; Test = { Test-RKImage none.jpg -Quiet } }
        @{ Bad = 'a pattern that matches nothing'; Test = { Test-RKImage *.none -Quiet } }
        @{ Bad = 'a pattern that is broken'; Test = { Test-RKImage 'x[st.jpg' -Quiet } }
        @{ Bad = 'a pattern in a folder that is not there'; Test = { Test-RKImage none/*.jpg -Quiet } }
        @{ Bad = 'a pattern that matches only folders'; Test = { Test-RKImage only/* -Quiet } }
        @{ Bad = 'a folder'; Test = { Test-RKImage sub.jpg -Quiet } }
        @{ Bad = 'a folder in the pipeline'; Test = { Get-Item sub.jpg | Test-RKImage -Quiet } }
        @{ Bad = 'a folder in the pipeline, as text'; Test = { 'sub.jpg' | Test-RKImage -Quiet } }
        @{ Bad = 'a drive of another kind'; Test = { Test-RKImage env:PATH -Quiet } }
        @{ Bad = 'a drive that is not there'; Test = { Test-RKImage nodrive:/a.jpg -Quiet } }
        @{ Bad = 'an S3 object'; Test = { Test-RKImage s3://line4/panels/panel-01.jpg -Quiet } }
        @{ Bad = 'the ARN of one'; Test = { Test-RKImage arn:aws:s3:::line4/panels/panel-01.jpg -Quiet } }
        @{ Bad = 'a web address'; Test = { Test-RKImage https://host.example/a.jpg?b -Quiet } }
        @{ Bad = 'text of eight million characters'; Test = { Test-RKImage ('x' * 8MB) -Quiet } }
        @{ Bad = 'an empty path'; Test = { Test-RKImage '' -Quiet } }
        @{ Bad = 'an empty literal path'; Test = { Test-RKImage -LiteralPath '' -Quiet } }
        @{ Bad = 'an empty cell of a row'; Test = { [pscustomobject]@{ LiteralPath = '' } | Test-RKImage -Quiet } }
        @{ Bad = 'a path that is null'; Test = { Test-RKImage $null -Quiet } }
        @{ Bad = 'a literal path that is null'; Test = { Test-RKImage -LiteralPath $null -Quiet } }
        @{ Bad = 'no paths'; Test = { Test-RKImage @() -Quiet } }
        @{ Bad = 'null in the pipeline'; Test = { $null | Test-RKImage -Quiet } }
        @{ Bad = 'bytes that are null'; Test = { Test-RKImage -ImageBytes $null -Quiet } }
        @{ Bad = 'no bytes'; Test = { Test-RKImage -ImageBytes ([byte[]]@()) -Quiet } }
        @{ Bad = 'one byte'; Test = { Test-RKImage -ImageBytes ([byte[]](137)) -Quiet -WarningAction SilentlyContinue } }
        @{ Bad = 'an array that came apart in the pipeline'; Test = { [byte[]](137, 80, 78) | Test-RKImage -Quiet -WarningAction SilentlyContinue } }
        @{ Bad = 'a stream that is null'; Test = { Test-RKImage -ImageStream $null -Quiet } }
        @{ Bad = 'a closed stream'; Test = { $stream = [IO.MemoryStream]::new(); $stream.Dispose(); Test-RKImage -ImageStream $stream -Quiet } }
    ) {
        $said = @(& $Test)
        $said.Count | Should -Be 1
        $said[0] | Should -BeOfType ([bool])
        $said[0] | Should -BeFalse
    }

    It 'says True of what is fit, and one for each of many' {
        'b.jpg', 'none.jpg', 'c[1].jpg' | Test-RKImage -Quiet | Should -Be $true, $false, $true
    }

    It 'says how an array that came apart is piped whole' {
        $null = [byte[]](137, 80) | Test-RKImage -Quiet -WarningVariable warnings -WarningAction SilentlyContinue
        $warnings.Count | Should -Be 1
        "$warnings" | Should -BeLike '*,$bytes |*'
    }

    It 'is a bad command without any image' {
        { Test-RKImage -Quiet } | Should -Throw -ErrorId 'ImageMissing,*'
    }
}
