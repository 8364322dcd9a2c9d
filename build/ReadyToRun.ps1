# Compiles the assemblies of a built module to machine code, so that .NET need not do it each time a session begins: docs/decisions/ready-to-run.md.

[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingWriteHost', '', Justification = 'What it says is for people; the result is the exit code.')]
param()

# Restores the compiler. Where it can't be had, that is said, and the answer is false.
function Restore-Compiler {
    $log = & dotnet restore (Join-Path $PSScriptRoot 'ReadyToRun/ReadyToRun.csproj') -v quiet 2>&1
    if ($LASTEXITCODE -eq 0) { return $true }
    Write-Host "Not compiled to machine code: the compiler's packages (crossgen2) can't be restored. $(@($log -match 'error')[0])".Trim()
    $false
}

# Makes the folders of Compiled in build/Contents.psd1. The compiler is a package; where it can't be had the module is whole without them, and that is said.
function Add-CompiledAssembly([string] $Module, [hashtable] $Contents) {
    if (-not (Restore-Compiler)) { return }
    $project = Join-Path $PSScriptRoot 'ReadyToRun/ReadyToRun.csproj'
    $core = Join-Path $Module 'core'
    foreach ($compiled in $Contents.Compiled) {
        $published = Join-Path $PSScriptRoot "ReadyToRun/bin/$($compiled.Runtime)"
        if (Test-Path $published) { Remove-Item -Recurse -Force $published }
        Invoke-Dotnet publish $project -c Release -r $compiled.Runtime --no-restore -v quiet -nologo "-p:ModuleCore=$core" -o $published
        foreach ($part in $Contents.Contents | Where-Object { $_.Framework -eq 'net8.0' -and $_.Project -ne 'CustomLabels.Loader' -and $_['Compiled'] -ne $false }) {
            $folder = Join-Path $Module ($part.Folder -replace '^core', $compiled.Folder)
            $null = New-Item -ItemType Directory -Force $folder
            foreach ($name in $part.Ours + $part.Others) {
                # What comes out as it went in isn't compiled, and is found where it is.
                $made = Join-Path $published "$name.dll"
                if ((Get-FileHash $made).Hash -ne (Get-FileHash (Join-Path $Module "$($part.Folder)/$name.dll")).Hash) { Copy-Item $made $folder }
            }
        }
    }
}

# The PowerShell that tests and benchmarks start. That of the installers, which users have, is compiled to machine code; the .NET tool that build.sh installs is not, and
# each of the hundreds of sessions that the tests begin would compile it anew, which is two fifths of their time. So a copy of it is compiled, once.
function Get-CompiledShell {
    $tools = [IO.Path]::GetFullPath((Join-Path $out 'tools'))
    $isTool = [IO.Path]::GetFullPath($PSHOME).StartsWith($tools + [IO.Path]::DirectorySeparatorChar, [StringComparison]::Ordinal)
    if (-not $isTool -or [Runtime.InteropServices.RuntimeInformation]::RuntimeIdentifier -ne 'linux-x64') { return $shell }
    $folder = Join-Path $tools "compiled-$($PSVersionTable.PSVersion)"
    $compiled = Join-Path $folder 'pwsh'
    if (Test-Path $compiled) { return $compiled }
    if (-not (Restore-Compiler)) { return $shell }
    $packages = & dotnet msbuild (Join-Path $root 'src/CustomLabels.Aws') -getProperty:NuGetPackageRoot -p:TargetFramework=net8.0
    $compiler = Get-ChildItem (Join-Path $packages 'microsoft.netcore.app.crossgen2.linux-x64/*/tools/crossgen2') | Sort-Object LastWriteTime | Select-Object -Last 1
    $framework = [Runtime.InteropServices.RuntimeEnvironment]::GetRuntimeDirectory().TrimEnd('/')
    $partial = "$folder.partial"
    if (Test-Path $partial) { Remove-Item -Recurse -Force $partial }
    Copy-Item $PSHOME $partial -Recurse
    foreach ($name in 'System.Management.Automation', 'Microsoft.PowerShell.ConsoleHost', 'Microsoft.PowerShell.Commands.Utility', 'Microsoft.PowerShell.Commands.Management', 'Microsoft.PowerShell.Security', 'Newtonsoft.Json') {
        & $compiler (Join-Path $PSHOME "$name.dll") -o (Join-Path $partial "$name.dll") --targetos linux --targetarch x64 -O "-r:$framework/*.dll" "-r:$PSHOME/*.dll" | Out-Host
        if ($LASTEXITCODE -ne 0) {
            Write-Host "$name of PowerShell can't be compiled to machine code: the one that is there is used."
            return $shell
        }
    }
    # One test is of another account, which has to run it; the tool's files are its owner's alone.
    & chmod -R a+rX $partial
    Move-Item $partial $folder
    $compiled
}
