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
    )

    # The folders below core that hold all of it but the loader once more, compiled to machine code: for the .NET of PowerShell 7.6 on these systems, as
    # ModuleLoader names them. Elsewhere .NET compiles what is in core as it runs.
    Compiled = @(
        @{ Folder = 'core/net10.0-linux-x64'; Runtime = 'linux-x64' }
        @{ Folder = 'core/net10.0-win-x64'; Runtime = 'win-x64' }
    )
}
