# The software bill of materials, in CycloneDX 1.6: what of others is in the module, by the lock files that it was built from. No times and no serial
# number in it, so that the same sources give the same file.

# The packages of the lock files that have one of these names, with version, hash and dependencies, in order.
function Get-LockedPackage {
    param([string[]] $LockFile, [string[]] $Name)
    $packages = @{}
    foreach ($file in $LockFile) {
        foreach ($framework in (Get-Content -Raw $file | ConvertFrom-Json).dependencies.PSObject.Properties) {
            foreach ($entry in $framework.Value.PSObject.Properties | Where-Object { $Name -contains $_.Name -and $_.Value.PSObject.Properties['resolved'] }) {
                $known = $packages[$entry.Name]
                if ($known -and $known.Version -ne $entry.Value.resolved) { throw "$($entry.Name) is $($known.Version) in one lock file and $($entry.Value.resolved) in another." }
                $needs = if ($entry.Value.PSObject.Properties['dependencies']) { $entry.Value.dependencies.PSObject.Properties.Name }
                $packages[$entry.Name] = @{
                    Name    = $entry.Name
                    Version = $entry.Value.resolved
                    Hash    = [BitConverter]::ToString([Convert]::FromBase64String($entry.Value.contentHash)).Replace('-', '').ToLowerInvariant()
                    Needs   = @(@($needs) + @(if ($known) { $known.Needs }) | Where-Object { $Name -contains $_ } | Sort-Object -Unique)
                }
            }
        }
    }
    foreach ($one in $Name) { if (-not $packages[$one]) { throw "$one ships, and is in no lock file." } }
    $packages.Values | Sort-Object { $_.Name }
}

# The licence that a restored package declares, as an SPDX expression.
function Get-PackageLicense {
    param([string] $PackageRoot, [hashtable] $Package)
    $id = $Package.Name.ToLowerInvariant()
    $metadata = ([xml](Get-Content -Raw "$PackageRoot/$id/$($Package.Version)/$id.nuspec")).package.metadata
    $license = $metadata.SelectSingleNode('*[local-name()="license" and @type="expression"]')
    if ($license) { return $license.InnerText }
    # Before NuGet had expressions, .NET named the file in its repository.
    if ($metadata.licenseUrl -eq 'https://github.com/dotnet/corefx/blob/master/LICENSE.TXT') { return 'MIT' }
    throw "$($Package.Name) $($Package.Version) declares no licence that is known here."
}

function Get-Sbom {
    param([string] $Version, [string[]] $LockFile, [string[]] $Name, [string] $PackageRoot, [hashtable[]] $Embedded)
    # In no lock file, because nothing references them; beside a restored package lies its hash.
    $parts = foreach ($part in $Embedded) {
        $id = $part.Name.ToLowerInvariant()
        $hash = [Convert]::FromBase64String((Get-Content -Raw "$PackageRoot/$id/$($part.Version)/$id.$($part.Version).nupkg.sha512"))
        @{ Name = $part.Name; Version = $part.Version; License = $part.License; Hash = [BitConverter]::ToString($hash).Replace('-', '').ToLowerInvariant(); Needs = @() }
    }
    $packages = @(@(Get-LockedPackage $LockFile $Name) + @($parts) | Sort-Object { $_.Name })
    $url = @{}
    foreach ($package in $packages) { $url[$package.Name] = "pkg:nuget/$($package.Name)@$($package.Version)" }
    $self = "pkg:nuget/CustomLabels@$Version"
    [ordered]@{
        bomFormat    = 'CycloneDX'
        specVersion  = '1.6'
        version      = 1
        metadata     = [ordered]@{
            component = [ordered]@{ type = 'library'; 'bom-ref' = $self; name = 'CustomLabels'; version = $Version; licenses = @(@{ license = @{ id = 'Apache-2.0' } }); purl = $self }
        }
        components   = @($packages | ForEach-Object {
                [ordered]@{
                    type      = 'library'
                    'bom-ref' = $url[$_.Name]
                    name      = $_.Name
                    version   = $_.Version
                    hashes    = @([ordered]@{ alg = 'SHA-512'; content = $_.Hash })
                    licenses  = @(@{ license = @{ id = $(if ($_['License']) { $_.License } else { Get-PackageLicense $PackageRoot $_ }) } })
                    purl      = $url[$_.Name]
                }
            })
        dependencies = @(
            [ordered]@{ ref = $self; dependsOn = @($packages | ForEach-Object { $url[$_.Name] }) }
            $packages | ForEach-Object { [ordered]@{ ref = $url[$_.Name]; dependsOn = @($_.Needs | ForEach-Object { $url[$_] }) } }
        )
    }
}
