<#
.SYNOPSIS
    Shows that the package depends on the sources alone: builds the last commit in two new folders, and compares the packages.
.DESCRIPTION
    Prints both hashes. Exit code: 0 when they are the same, 1 when not, 2 when a build failed.
.EXAMPLE
    ./build/reproduce.ps1
#>
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingWriteHost', '', Justification = 'What it says is for people; the result is the exit code.')]
[CmdletBinding()]
param()

$ErrorActionPreference = 'Stop'
$repository = Split-Path $PSScriptRoot
$shell = Join-Path $PSHOME $(if ($PSVersionTable.PSEdition -eq 'Core') { 'pwsh' } else { 'powershell' })
$scratch = Join-Path ([IO.Path]::GetTempPath()) "customlabels-$([guid]::NewGuid().ToString('N'))"
try {
    # The same one for both, also where somebody commits in the meantime.
    $commit = git -C $repository rev-parse HEAD
    # Folders of different lengths and depths, so that a path that is left anywhere shows.
    $hashes = foreach ($name in 'one', 'another/and deeper') {
        $folder = Join-Path $scratch $name
        git clone --quiet $repository $folder
        if ($LASTEXITCODE) { throw "git clone ended with $LASTEXITCODE." }
        git -C $folder checkout --quiet --detach $commit
        if ($LASTEXITCODE) { throw "git checkout ended with $LASTEXITCODE." }
        & $shell -NoProfile -NonInteractive -File (Join-Path $folder 'build.ps1') Package | Out-Host
        if ($LASTEXITCODE) { throw "The build in $folder ended with $LASTEXITCODE." }
        (Get-FileHash (Join-Path $folder 'out/package/*.nupkg')).Hash
    }
    $hashes | ForEach-Object { Write-Host "SHA-256 $_" }
    if (@($hashes | Sort-Object -Unique).Count -ne 1) {
        Write-Host 'The packages differ.'
        exit 1
    }
}
catch {
    Write-Host "Set-up failed: $_"
    exit 2
}
finally { Remove-Item -Recurse -Force $scratch -ErrorAction Ignore }
