# Every example of "From the AWS CLI": run by PowerShell, and by the AWS CLI version 2 where it is; their answers are compared.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester runs the blocks of a file in one scope.')]
param()

BeforeDiscovery {
    . $PSScriptRoot/Guide.ps1
    $guide = Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'docs/guides/from-the-aws-cli.md'
    $options = @(Get-GuideTable $guide 'Options')
    $queries = @(Get-GuideTable $guide 'Queries')
    $blocks = @(Get-GuideBlock $guide)
    # The guide says so: Windows PowerShell has no ?? and takes quotes out of a program's arguments.
    . $PSScriptRoot/Wine.ps1
    $isUnable = $PSVersionTable.PSVersion.Major -lt 7 -or (Test-WineFault 'From the AWS CLI' 'Its reader has an authority, and CertificateRequest.CreateSelfSigned throws "Success.".')
}

BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/AwsCli.ps1
    . $PSScriptRoot/Guide.ps1
    $guide = Join-Path $repository 'docs/guides/from-the-aws-cli.md'
    $rows = @(Get-GuideTable $guide 'Options')
    $asked = @(Get-GuideTable $guide 'Queries')

    $cli = Find-AwsCli
    if ($cli) { $env:PATH = (Split-Path $cli) + [IO.Path]::PathSeparator + $env:PATH }
    $env:AWS_PAGER = ''

    # What the guide expects of its reader: the repository as the current folder, a profile and an authority.
    $folder = New-TestFolder
    $links = foreach ($name in 'samples', 'out') {
        New-Item -ItemType $(if ($IsWindows) { 'Junction' } else { 'SymbolicLink' }) -Path (Join-Path $folder $name) -Target (Join-Path $repository $name)
    }
    Push-Location $folder
    $env:AWS_CONFIG_FILE = Join-Path $folder 'config'
    Set-Content $env:AWS_CONFIG_FILE '[profile line4]', 'aws_access_key_id = any', 'aws_secret_access_key = any'
    $ownKey = [Security.Cryptography.ECDsa]::Create()
    $request = [Security.Cryptography.X509Certificates.CertificateRequest]::new('CN=Line 4', $ownKey, [Security.Cryptography.HashAlgorithmName]::SHA256)
    Set-Content ca.pem $request.CreateSelfSigned([datetimeoffset]::Now, [datetimeoffset]::Now.AddDays(1)).ExportCertificatePem()

    # The blocks, in order and in this scope: the rows of the tables use what they set.
    $printed = @(foreach ($example in Get-GuideBlock $guide) {
            if (-not $cli -and $example.Script -match '\baws ') { $null }
            else { . ([scriptblock]::Create($example.Script)) | Out-String -Width 120 }
        })

    # The CLI takes a second to start: all examples of the table at once, and all queries in one list.
    $answers = @{}
    if ($cli) {
        $session = @{ arn = $arn; url = $url; image = $image; detect = $detect }
        $ran = $rows | Where-Object { $_.Code -contains 'AwsCli' } | ForEach-Object -ThrottleLimit 4 -Parallel {
            $row = $_
            ($using:session).GetEnumerator() | ForEach-Object { Set-Variable $_.Key $_.Value }
            $lines = & ([scriptblock]::Create($row.AwsCli)) 2>$null
            @{ Example = $row.AwsCli; Text = $lines -join "`n"; ExitCode = $LASTEXITCODE }
        }
        foreach ($answer in $ran) { $answers[$answer.Example] = $answer }
        $list = '[' + (@($asked.Query | ForEach-Object { "($_)" }) -join ', ') + ']'
        $lines = aws @detect --image-bytes fileb://$image --min-confidence 0 --query $list --output json
        $found = @($lines | ConvertFrom-Json)
        for ($i = 0; $i -lt $found.Count; $i++) { $answers[$asked[$i].Query] = $found[$i] }
    }

    # Any value as JSON that can be compared: members sorted, none that the service would leave out, and of a label what the service says of it.
    $members = @{ DetectionResult = 'CustomLabels'; CustomLabel = 'Confidence', 'Geometry', 'Name' }
    function ConvertTo-Canonical($Value) {
        if ($null -eq $Value) { return 'null' }
        if ($Value -is [string] -or $Value -is [bool]) { return ConvertTo-Json $Value }
        if ($Value -is [ValueType]) { return ([double] $Value).ToString('R', [cultureinfo]::InvariantCulture) }
        if ($Value -is [Collections.IEnumerable]) { return '[' + (@(foreach ($item in $Value) { ConvertTo-Canonical $item }) -join ',') + ']' }
        $names = $members[$Value.GetType().Name]
        if (-not $names) { $names = $Value.PSObject.Properties.Name | Sort-Object }
        $present = $names | Where-Object { $null -ne $Value.$_ -and ($_ -ne 'Polygon' -or $Value.Polygon.Count) }
        '{' + (@($present | ForEach-Object { "`"$_`":$(ConvertTo-Canonical $Value.$_)" }) -join ',') + '}'
    }

    # A pipeline has no list of one and no null: what the CLI answers is seen as what would come out of one.
    function ConvertTo-Stream($Value) {
        if ($Value -is [array]) { ConvertTo-Canonical $Value } else { ConvertTo-Canonical @($Value | Where-Object { $null -ne $_ }) }
    }

    # What an example gives, without its warnings and debug lines.
    function Invoke-Example([string] $Script) {
        & ([scriptblock]::Create($Script)) 3>$null 5>$null
    }
}

AfterAll {
    Pop-Location
    Stop-RKLocalEndpoint
    $links | ForEach-Object { $_.Delete() }
    Remove-Item -LiteralPath $folder -Recurse -Force
}

Describe 'From the AWS CLI, block <Index>' -ForEach $blocks -Skip:$isUnable {
    # Skipped on Windows PowerShell, which has no ?? and takes quotes out of a program's arguments, and on Wine.
    It 'runs, and prints what the guide says: <Line>' {
        if ($null -eq $printed[$Index]) { Set-ItResult -Skipped -Because 'no AWS CLI version 2 (aws) is on the PATH'; return }
        $lines = $printed[$Index].Trim("`r", "`n") -split '\r?\n' | ForEach-Object TrimEnd
        $lines -join "`n" | Should -BeExactly $Prints
    }
}

Describe 'From the AWS CLI, option <Option>' -ForEach $options -Skip:$isUnable {
    # Skipped on Windows PowerShell, which has no ?? and takes quotes out of a program's arguments, and on Wine.
    It '<AwsCli> is <PowerShell>' {
        # A cell with code in it and words around it would look like an example and not be run.
        foreach ($column in 'AwsCli', 'PowerShell') { if ($Code -notcontains $column) { $_.$column | Should -Not -Match '`' } }
        if ($Code -notcontains 'PowerShell') { $Code | Should -Not -Contain 'AwsCli'; return }

        $given = @(Invoke-Example $PowerShell)
        $given.Count | Should -BeGreaterThan 0
        if (-not $cli) { Set-ItResult -Skipped -Because 'no AWS CLI version 2 (aws) is on the PATH'; return }
        $answer = $answers[$_.AwsCli]
        $answer.ExitCode | Should -Be 0
        $answer.Text | Should -Not -BeNullOrEmpty
        $Prints | Should -BeIn 'same data', 'same text', 'its own'
        if ($Prints -eq 'same data') { ConvertTo-Canonical $given | Should -BeExactly (ConvertTo-Stream ($answer.Text | ConvertFrom-Json -NoEnumerate)) }
        if ($Prints -eq 'same text') { ($given -join "`n").TrimEnd() | Should -BeExactly $answer.Text.TrimEnd() }
    }
}

Describe 'From the AWS CLI, query <Query>' -ForEach $queries -Skip:$isUnable {
    # Skipped on Windows PowerShell, which has no ?? and takes quotes out of a program's arguments, and on Wine.
    It 'is <PowerShell> and gives <Gives>' {
        $expected = ConvertTo-Stream ($Gives | ConvertFrom-Json -NoEnumerate)
        ConvertTo-Canonical @(Invoke-Example $PowerShell | Where-Object { $null -ne $_ }) | Should -BeExactly $expected
        if (-not $cli) { Set-ItResult -Skipped -Because 'no AWS CLI version 2 (aws) is on the PATH'; return }
        ConvertTo-Canonical $answers[$_.Query] | Should -BeExactly (ConvertTo-Canonical ($Gives | ConvertFrom-Json -NoEnumerate))
    }
}

Describe 'The PowerShell of the guide' -Skip:$isUnable {
    # Skipped on Windows PowerShell, which has no ?? and takes quotes out of a program's arguments, and on Wine.
    It 'passes PSScriptAnalyzer' {
        if (-not (Get-Module -ListAvailable PSScriptAnalyzer)) { Set-ItResult -Skipped -Because 'PSScriptAnalyzer is not installed'; return }
        # As one script: what one example sets, others use.
        $script = @((Get-GuideBlock $guide).Script; $rows | Where-Object { $_.Code -contains 'PowerShell' } | ForEach-Object { $_.AwsCli; $_.PowerShell }; $asked.PowerShell) -join "`n"
        Invoke-ScriptAnalyzer -ScriptDefinition $script | ForEach-Object { "$($_.RuleName) line $($_.Line): $($_.Message)" } | Should -BeNullOrEmpty
    }
}
