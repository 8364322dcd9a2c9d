# Compiles the assemblies of a built module to machine code, so that .NET need not do it each time a session begins: docs/decisions/ready-to-run.md.

# Makes the folders of Compiled in build/Contents.psd1. The compiler is a package; where it can't be had the module is whole without them, and that is said.
function Add-CompiledAssembly([string] $Module, [hashtable] $Contents) {
    $project = Join-Path $PSScriptRoot 'ReadyToRun/ReadyToRun.csproj'
    $log = & dotnet restore $project -v quiet 2>&1
    if ($LASTEXITCODE -ne 0) {
        Write-Host "Not compiled to machine code: the compiler's packages (crossgen2) can't be restored. $(@($log -match 'error')[0])".Trim()
        return
    }

    $core = Join-Path $Module 'core'
    foreach ($compiled in $Contents.Compiled) {
        $published = Join-Path $PSScriptRoot "ReadyToRun/bin/$($compiled.Runtime)"
        if (Test-Path $published) { Remove-Item -Recurse -Force $published }
        Invoke-Dotnet publish $project -c Release -r $compiled.Runtime --no-restore -v quiet -nologo "-p:ModuleCore=$core" -o $published
        foreach ($part in $Contents.Contents | Where-Object { $_.Framework -eq 'net8.0' -and $_.Project -ne 'CustomLabels.Loader' }) {
            $folder = Join-Path $Module ($part.Folder -replace '^core', $compiled.Folder)
            $null = New-Item -ItemType Directory -Force $folder
            foreach ($name in $part.Ours + $part.Others) { Copy-Item (Join-Path $published "$name.dll") $folder }
        }
    }
}
