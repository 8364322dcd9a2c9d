# Puts native libraries into a module folder, from the packages that they come from.

# What the system loads of an ELF file. Behind that lie tables of symbols for debuggers, a fifth of each file, which nothing here reads: the table of sections, whose
# place the head says, is all that names them (System V ABI, "Object Files").
function Get-LoadedPart([byte[]] $File) {
    $programs, $size, $count = [BitConverter]::ToInt64($File, 32), [BitConverter]::ToUInt16($File, 54), [BitConverter]::ToUInt16($File, 56)
    $end = 0
    for ($i = 0; $i -lt $count; $i++) {
        $program = $programs + $i * $size
        $end = [Math]::Max($end, [BitConverter]::ToInt64($File, $program + 8) + [BitConverter]::ToInt64($File, $program + 32))
    }
    $part = [byte[]]::new($end)
    [array]::Copy($File, $part, $end)
    # e_shoff; e_shnum and e_shstrndx.
    [array]::Clear($part, 40, 8)
    [array]::Clear($part, 60, 4)
    , $part
}

# Those of some runtime identifiers. Contents is build/Contents.psd1.
function Copy-Native([hashtable] $Contents, [string] $Module, [string] $PackageRoot, [string[]] $Runtime) {
    $lock = Join-Path $PSScriptRoot '../src/CustomLabels.Imaging/packages.lock.json'
    foreach ($native in $Contents.Natives) {
        $source = "$PackageRoot/$($native.Package.ToLowerInvariant())/$((Get-LockedPackage $lock $native.Package).Version)/runtimes"
        foreach ($one in $native.Runtimes | Where-Object { $Runtime -contains $_ }) {
            $folder = Join-Path $Module $Contents.NativeFolders[$one]
            $null = New-Item -ItemType Directory -Force $folder
            $file = [IO.File]::ReadAllBytes("$source/$one/native/$($native.File)")
            # Not of Windows and macOS: there the files are signed.
            if ($native.File -like '*.so') { $file = Get-LoadedPart $file }
            [IO.File]::WriteAllBytes((Join-Path $folder $native.File), $file)
        }
    }
}
