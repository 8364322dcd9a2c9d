# The assemblies of the module: which folder they lie in, and what builds them. Those below a folder of their own are loaded apart from the session's.
@{
    Contents = @(
        @{
            # Chooses what is loaded of the rest.
            Folder    = 'core'
            Project   = 'CustomLabels.Loader'
            Framework = 'net8.0'
            Ours      = @('CustomLabels.Loader')
            Others    = @()
        }
        @{
            Folder    = 'core'
            Project   = 'CustomLabels'
            Framework = 'net8.0'
            Ours      = @('CustomLabels', 'CustomLabels.Core', 'CustomLabels.Local')
            Others    = @()
        }
        @{
            Folder    = 'core/aws'
            Project   = 'CustomLabels.Aws'
            Framework = 'net8.0'
            Ours      = @('CustomLabels.Aws')
            Others    = @('AWSSDK.Core', 'AWSSDK.SecurityToken', 'AWSSDK.SSO', 'AWSSDK.SSOOIDC', 'YamlDotNet')
            # The package has room for one of each alone.
            Compiled  = $false
        }
        @{
            Folder    = 'core/imaging'
            Project   = 'CustomLabels.Imaging'
            Framework = 'net8.0'
            Ours      = @('CustomLabels.Imaging')
            Others    = @('HarfBuzzSharp', 'SkiaSharp', 'SkiaSharp.HarfBuzz')
            # As above, and few first calls draw.
            Compiled  = $false
        }
        @{
            Folder    = 'desktop'
            Project   = 'CustomLabels'
            Framework = 'net472'
            Ours      = @('CustomLabels', 'CustomLabels.Core', 'CustomLabels.Local')
            Others    = @()
        }
        @{
            # .NET 8 has these.
            Folder    = 'desktop'
            Project   = 'CustomLabels.Aws'
            Framework = 'net472'
            Ours      = @()
            Others    = @(
                'Microsoft.Bcl.AsyncInterfaces', 'System.Buffers', 'System.Memory', 'System.Numerics.Vectors', 'System.Runtime.CompilerServices.Unsafe'
                'System.Text.Encodings.Web', 'System.Text.Json', 'System.Threading.Tasks.Extensions', 'System.ValueTuple'
            )
        }
        @{
            Folder    = 'desktop/aws'
            Project   = 'CustomLabels.Aws'
            Framework = 'net472'
            Ours      = @('CustomLabels.Aws')
            Others    = @('AWSSDK.Core', 'AWSSDK.SecurityToken', 'AWSSDK.SSO', 'AWSSDK.SSOOIDC', 'YamlDotNet')
        }
        @{
            Folder    = 'desktop/imaging'
            Project   = 'CustomLabels.Imaging'
            Framework = 'net472'
            Ours      = @('CustomLabels.Imaging')
            Others    = @('HarfBuzzSharp', 'SkiaSharp', 'SkiaSharp.HarfBuzz')
        }
    )

    # Native libraries: the packages that they come from, by the names of .NET's runtime identifiers. All of them are in the package; a build for this machine has
    # its own alone.
    Natives = @(
        @{ Package = 'SkiaSharp.NativeAssets.Win32'; File = 'libSkiaSharp.dll'; Runtimes = @('win-x64', 'win-arm64') }
        @{ Package = 'HarfBuzzSharp.NativeAssets.Win32'; File = 'libHarfBuzzSharp.dll'; Runtimes = @('win-x64', 'win-arm64') }
        @{ Package = 'SkiaSharp.NativeAssets.Linux.NoDependencies'; File = 'libSkiaSharp.so'; Runtimes = @('linux-x64', 'linux-arm64', 'linux-musl-x64') }
        @{ Package = 'HarfBuzzSharp.NativeAssets.Linux'; File = 'libHarfBuzzSharp.so'; Runtimes = @('linux-x64', 'linux-arm64', 'linux-musl-x64') }
        @{ Package = 'SkiaSharp.NativeAssets.macOS'; File = 'libSkiaSharp.dylib'; Runtimes = @('osx') }
        @{ Package = 'HarfBuzzSharp.NativeAssets.macOS'; File = 'libHarfBuzzSharp.dylib'; Runtimes = @('osx') }
    )

    # What becomes a part of an assembly of ours: of each package the licence of that part, and the property of the project that has its version.
    Embedded = @(
        @{ Package = 'Avalonia.Fonts.Inter'; License = 'OFL-1.1'; Version = 'InterVersion' }
    )

    # Where native libraries lie, as src/CustomLabels/Loading/NativeFile.cs looks for them. What is for Windows serves both editions.
    NativeFolders = @{
        'win-x64'        = 'desktop/imaging/x64'
        'win-arm64'      = 'desktop/imaging/arm64'
        'linux-x64'      = 'core/imaging/runtimes/linux-x64/native'
        'linux-arm64'    = 'core/imaging/runtimes/linux-arm64/native'
        'linux-musl-x64' = 'core/imaging/runtimes/linux-musl-x64/native'
        'osx'            = 'core/imaging/runtimes/osx/native'
    }

    # The folders below core that hold all of it but the loader once more, compiled to machine code: for the .NET of PowerShell 7.6 on these systems, as
    # ModuleLoader names them. Elsewhere .NET compiles what is in core as it runs.
    Compiled = @(
        @{ Folder = 'core/net10.0-linux-x64'; Runtime = 'linux-x64' }
        @{ Folder = 'core/net10.0-win-x64'; Runtime = 'win-x64' }
    )
}
