# What the first image costs a new process, in what doesn't depend on the machine: assemblies that are loaded, and methods that .NET compiles as they run.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeDiscovery {
    $core = Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'out/CustomLabels/core'
    $folder = if ($PSEdition -eq 'Core') { "net$([Environment]::Version.Major).0-$([Runtime.InteropServices.RuntimeInformation]::RuntimeIdentifier)" }
    # Not where the build had no compiler, nor where it compiles nothing for this PowerShell.
    $isCompiled = $folder -and (Test-Path (Join-Path $core $folder))
}

BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/Child.ps1
    $local = Start-SampleEndpoint
    $folder = New-TestFolder

    # The module as it is without what is compiled beforehand.
    Copy-Item (Join-Path $repository 'out/CustomLabels') (Join-Path $folder 'CustomLabels') -Recurse
    Get-ChildItem (Join-Path $folder 'CustomLabels/core') -Directory -Filter 'net*' | Remove-Item -Recurse

    # What tells one build of an assembly from another; compiling it keeps that.
    if ($PSEdition -eq 'Core') { Add-Type -AssemblyName System.Reflection.Metadata }
    function Get-ModuleVersionId([string] $Path) {
        $file = [IO.File]::OpenRead($Path)
        try {
            $reader = [Reflection.Metadata.PEReaderExtensions]::GetMetadataReader([Reflection.PortableExecutable.PEReader]::new($file))
            $reader.GetGuid($reader.GetModuleDefinition().Mvid)
        }
        finally { $file.Dispose() }
    }

    # The first detection of a process: what it loaded, and what .NET compiled for it.
    function Use-NewProcess([string] $Manifest) {
        Invoke-Child @"
            Import-Module '$Manifest'
            `$with = @{ LiteralPath = '$samples/images/panels/panel-01.jpg'; ProjectVersionArn = '$($local.Endpoint.ProjectVersionArn)'; EndpointUrl = '$($local.Endpoint.EndpointUrl)'; AccessKey = 'AKIDEXAMPLE'; SecretKey = 'secret' }
            `$before = [AppDomain]::CurrentDomain.GetAssemblies()
            `$count = if (`$PSEdition -eq 'Core') { [Runtime.JitInfo]::GetCompiledMethodCount() }
            `$result = Invoke-RKCustomLabelDetection @with
            `$count = if (`$PSEdition -eq 'Core') { [Runtime.JitInfo]::GetCompiledMethodCount() - `$count }
            `$assemblies = [AppDomain]::CurrentDomain.GetAssemblies()
            @{
                Status = "`$(`$result.Status)"; Compiled = `$count
                Own = @(`$assemblies.Location -match 'CustomLabels' -replace '.*?[\\/]CustomLabels[\\/]', '' -replace '\\', '/'); New = @((`$assemblies | Where-Object { `$_ -notin `$before }).GetName().Name)
            } | ConvertTo-Json -Compress
"@ | ConvertFrom-Json
    }

    # The better of two: now and then PowerShell has something to do besides, such as looking at a module that is new to it.
    $found, $plain = (Join-Path $repository 'out/CustomLabels/CustomLabels.psd1'), (Join-Path $folder 'CustomLabels/CustomLabels.psd1') | ForEach-Object {
        $manifest = $_
        1..2 | ForEach-Object { Use-NewProcess $manifest } | Sort-Object Compiled | Select-Object -First 1
    }
}

AfterAll {
    Stop-RKLocalEndpoint
    Remove-Item -Recurse -Force $folder
}

Describe 'The first image of a process, with keys' {
    It 'is answered' {
        $found.Status, $plain.Status | Should -Be 'Succeeded', 'Succeeded'
    }

    It 'loads what signs and sends, and nothing that other ways to connect need' -Skip:($PSEdition -ne 'Core') {
        $plain.Own | Sort-Object | Should -Be @(
            'core/aws/AWSSDK.Core.dll', 'core/aws/CustomLabels.Aws.dll', 'core/CustomLabels.Core.dll', 'core/CustomLabels.dll', 'core/CustomLabels.Loader.dll', 'core/CustomLabels.Local.dll' | Sort-Object)
    }

    It 'loads nothing of .NET that is costly and not needed for it' {
        $costly = '^System\.(Linq\.Expressions|Text\.RegularExpressions|Reflection\..*|Collections\.Immutable|Private\.Xml.*|Xml\..*|Runtime\.Serialization\..*|Diagnostics\.(Process|StackTrace)|Net\.(Requests|NetworkInformation|Mail|Quic))$'

        $found.New + $plain.New -match $costly | Should -BeNullOrEmpty
    }

    It 'has .NET compile at most 1,800 methods, PowerShell''s own included, where nothing is compiled beforehand' -Skip:($PSEdition -ne 'Core') {
        $plain.Compiled | Should -BeLessOrEqual 1800
    }
}

Describe 'What is compiled beforehand' {
    It 'is loaded in place of the same assemblies' -Skip:(-not $isCompiled) -ForEach @{ Folder = $folder } {
        $found.Own | Sort-Object | Should -Be @('core/CustomLabels.Loader.dll', 'core/aws/AWSSDK.Core.dll', 'core/aws/CustomLabels.Aws.dll', "core/$Folder/CustomLabels.Core.dll", "core/$Folder/CustomLabels.dll", 'core/CustomLabels.Local.dll' | Sort-Object)
    }

    It 'saves .NET at least 500 methods to compile' -Skip:(-not $isCompiled) {
        $plain.Compiled - $found.Compiled | Should -BeGreaterOrEqual 500
    }

    It 'is what a first call runs, and the same assemblies' -Skip:(-not $isCompiled) {
        $core = Join-Path $repository 'out/CustomLabels/core'
        foreach ($compiled in Get-ChildItem $core -Directory -Filter 'net*') {
            foreach ($name in 'CustomLabels.dll', 'CustomLabels.Core.dll') {
                (Get-ModuleVersionId (Join-Path $compiled.FullName $name)) | Should -Be (Get-ModuleVersionId (Join-Path $core $name)) -Because "$compiled $name"
            }
        }
    }
}
