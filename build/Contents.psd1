# The assemblies of the module: which folder they lie in, and what builds them. Those below a folder of their own are loaded apart from the session's.
@{
    Contents = @(
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
}
