# Every command of the README, run in its order, by somebody who has just built the module.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester runs the blocks of a file in one scope.')]
param()

BeforeDiscovery {
    . $PSScriptRoot/Guide.ps1
    $blocks = @(Get-GuideBlock (Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'README.md'))
    # Tables are rendered otherwise in Windows PowerShell.
    $isTooOld = $PSVersionTable.PSVersion.Major -lt 7
}

BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/Guide.ps1
    . $PSScriptRoot/ExampleFolder.ps1
    . $PSScriptRoot/Child.ps1
    . $PSScriptRoot/Wine.ps1
    $blocks = @(Get-GuideBlock (Join-Path $repository 'README.md'))
    $modulePath = $env:PSModulePath
    $printed = @{}
    # Where the reader's modules are is theirs; the rest is what New-Item and the build leave.
    $null = Invoke-InExampleFolder -HasAccount $true {
        $env:PSModulePath = (Join-Path $PWD 'modules') + [IO.Path]::PathSeparator + $modulePath
        $links = foreach ($name in 'samples', 'out') {
            # Wine has no junctions: a copy does as well.
            if (Test-Wine) { Copy-Item (Join-Path $repository $name) $name -Recurse }
            else { New-Item -ItemType $(if ($IsWindows) { 'Junction' } else { 'SymbolicLink' }) -Path $name -Target (Join-Path $repository $name) }
        }
        try {
            for ($i = 0; $i -lt $blocks.Count; $i++) {
                # The reader puts the ARN of a model of their own here; this one becomes a model of the account.
                if ($blocks[$i].Script -match "'(?<arn>arn:aws:[^']+)'") {
                    $env:AWS_ENDPOINT_URL_REKOGNITION = (Start-RKLocalEndpoint -Model @{ ProjectVersionArn = $Matches.arn; Manifest = 'samples/manifest.jsonl'; ImageRoot = 'samples/images' }).EndpointUrl
                }
                $printed[$i] = . ([scriptblock]::Create($blocks[$i].Script)) | Out-String -Width 120
            }
            $printed.Found = Invoke-Child "(Get-Command Invoke-RKCustomLabelDetection).Module.ModuleBase"
        }
        finally { $links | ForEach-Object { $_.Delete() } }
    }
    $text = Get-Content -LiteralPath (Join-Path $repository 'README.md') -Raw -Encoding UTF8
}

AfterAll {
    $env:PSModulePath = $modulePath
}

Describe 'The README, block <Index>' -ForEach $blocks -Skip:$isTooOld {
    # Skipped on Windows PowerShell, which renders tables otherwise.
    It 'runs, and prints what it says: <Line>' {
        $printed.ContainsKey($Index) | Should -BeTrue
        if ($Prints) { ConvertTo-PrintedText $printed[$Index] | Should -BeExactly $Prints }
    }
}

Describe 'The README' {
    It 'installs the module where a new session finds it' -Skip:$isTooOld {
        # Skipped on Windows PowerShell, which renders tables otherwise.
        $printed.Found | Should -Match 'modules[\\/]CustomLabels$'
    }

    It 'names tasks that the build has' {
        $said = & (Join-Path $PSHOME $(if ($PSEdition -eq 'Core') { 'pwsh' } else { 'powershell' })) -NoProfile -NonInteractive -File (Join-Path $repository 'build.ps1') Bogus
        $LASTEXITCODE | Should -Be 2
        $tasks = ("$said" -replace '(?s).*Allowed: (.*)\..*', '$1') -split ', '
        $named = [regex]::Matches($text, '\./build\.(?:sh|ps1) ([A-Z]\w+)')
        $named.Count | Should -BeGreaterThan 2
        foreach ($task in $named) { $task.Groups[1].Value | Should -BeIn $tasks }
    }

    It 'leads to the help of every cmdlet and to every guide' {
        foreach ($page in Get-ChildItem (Join-Path $repository 'docs/help'), (Join-Path $repository 'docs/guides'), (Join-Path $repository 'docs/reference') -Filter *.md) {
            $text | Should -Match ([regex]::Escape("$($page.Directory.Name)/$($page.Name))"))
        }
        foreach ($command in Get-Command -Module CustomLabels) { Join-Path $repository "docs/help/$($command.Name).md" | Should -Exist }
    }
}
