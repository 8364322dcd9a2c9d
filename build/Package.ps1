# Makes the package of a module folder in the PowerShell Gallery's shape, by hand and not with PowerShellGet: an archive with the same bytes for the same
# files, on any day and in any folder.

# The version in a manifest, with its prerelease label. Read as text: before the build there is nothing that the manifest could be tested against.
function Get-ModuleVersion {
    param([string] $Manifest)
    $text = Get-Content -Raw $Manifest
    $parts = foreach ($key in 'ModuleVersion', 'Prerelease') { [regex]::Match($text, "(?m)^\s*$key\s*=\s*'([^']*)'").Groups[1].Value }
    ($parts | Where-Object { $_ }) -join '-'
}

# The section of a version in the changelog, without its heading.
function Get-ReleaseNote {
    param([string] $Changelog, [string] $Version)
    $section = [regex]::Match((Get-Content -Raw -Encoding UTF8 $Changelog), "(?ms)^## $([regex]::Escape($Version))\b[^\n]*\n(?<notes>.*?)(?=^## |\z)")
    if (-not $section.Success) { throw "$Changelog has no section for $Version." }
    $section.Groups['notes'].Value.Trim()
}

# The package's manifest: what the module's own says, and the tags by which the Gallery finds modules and commands.
function Get-Nuspec {
    param([Management.Automation.PSModuleInfo] $Info, [string] $Version, [string] $ReleaseNote)
    $commands = @($Info.ExportedCmdlets.Keys | Sort-Object)
    $tags = @($Info.PrivateData.PSData.Tags) + 'PSModule', 'PSIncludes_Cmdlet' + @($commands | ForEach-Object { "PSCmdlet_$_"; "PSCommand_$_" })
    $values = @{}
    @{ Author = $Info.Author; Owner = $Info.CompanyName; Description = $Info.Description; Copyright = $Info.Copyright; Note = $ReleaseNote; Tags = $tags -join ' ' }.GetEnumerator() |
        ForEach-Object { $values[$_.Key] = [Security.SecurityElement]::Escape($_.Value) }
    @"
<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
  <metadata>
    <id>$($Info.Name)</id>
    <version>$Version</version>
    <authors>$($values.Author)</authors>
    <owners>$($values.Owner)</owners>
    <requireLicenseAcceptance>false</requireLicenseAcceptance>
    <license type="file">LICENSE</license>
    <icon>icon.png</icon>
    <description>$($values.Description)</description>
    <releaseNotes>$($values.Note)</releaseNotes>
    <copyright>$($values.Copyright)</copyright>
    <tags>$($values.Tags)</tags>
  </metadata>
</package>

"@.Replace("`r`n", "`n")
}

# The two parts that make an archive a package of the Open Packaging Conventions: what each kind of file is, and which one describes the rest.
function Get-PackagePart {
    param([string] $Id, [string[]] $Path)
    $types = $Path | ForEach-Object { [IO.Path]::GetExtension($_).TrimStart('.') } | Where-Object { $_ } | Sort-Object -Unique |
        ForEach-Object { "  <Default Extension=`"$_`" ContentType=`"application/octet`" />" }
    $plain = $Path | Where-Object { -not [IO.Path]::GetExtension($_) } | ForEach-Object { "  <Override PartName=`"/$_`" ContentType=`"application/octet`" />" }
    @{
        '[Content_Types].xml' = (@(
                '<?xml version="1.0" encoding="utf-8"?>', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                '  <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml" />'
            ) + $types + $plain + '</Types>', '') -join "`n"
        '_rels/.rels'         = @(
            '<?xml version="1.0" encoding="utf-8"?>', '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            "  <Relationship Type=`"http://schemas.microsoft.com/packaging/2010/07/manifest`" Target=`"/$Id.nuspec`" Id=`"manifest`" />", '</Relationships>', ''
        ) -join "`n"
    }
}

# Packs a module folder; returns the package's path.
function New-ModulePackage {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'Writes what the task is there to write.')]
    param([string] $Module, [string] $Changelog, [string] $Destination, [long] $MaxBytes = 45MB)
    Add-Type -AssemblyName System.IO.Compression
    $info = Test-ModuleManifest (Get-ChildItem $Module -Filter *.psd1).FullName
    $version = Get-ModuleVersion $info.Path
    $note = Get-ReleaseNote $Changelog $info.Version

    $files = @{}
    Get-ChildItem $Module -Recurse -File | ForEach-Object { $files[$_.FullName.Substring($Module.Length + 1).Replace('\', '/')] = [IO.File]::ReadAllBytes($_.FullName) }
    $texts = @{ "$($info.Name).nuspec" = Get-Nuspec -Info $info -Version $version -ReleaseNote $note }
    $texts += Get-PackagePart $info.Name (@($files.Keys) + @($texts.Keys))
    foreach ($name in $texts.Keys) { $files[$name] = [Text.UTF8Encoding]::new($false).GetBytes($texts[$name]) }
    $names = [string[]]$files.Keys
    [array]::Sort($names, [StringComparer]::Ordinal)

    $null = New-Item -ItemType Directory -Force $Destination
    $package = Join-Path $Destination "$($info.Name).$version.nupkg"
    $stream = [IO.File]::Create($package)
    # Windows PowerShell has not the name of the other one.
    $level = if ([enum]::GetNames([IO.Compression.CompressionLevel]) -contains 'SmallestSize') { 'SmallestSize' } else { 'Optimal' }
    $archive = [IO.Compression.ZipArchive]::new($stream, [IO.Compression.ZipArchiveMode]::Create)
    try {
        foreach ($name in $names) {
            $entry = $archive.CreateEntry($name, $level)
            $entry.LastWriteTime = [DateTimeOffset]::new(1980, 1, 1, 0, 0, 0, [TimeSpan]::Zero)
            $content = $entry.Open()
            $content.Write($files[$name], 0, $files[$name].Length)
            $content.Dispose()
        }
    }
    finally {
        $archive.Dispose()
        $stream.Dispose()
    }
    # Native libraries are most of it: another one is a decision.
    $length = (Get-Item $package).Length
    if ($length -gt $MaxBytes) { throw [string]::Format([cultureinfo]::InvariantCulture, '{0} has {1:N0} bytes; it should have at most {2:N0} bytes.', $package, $length, $MaxBytes) }
    $package
}
