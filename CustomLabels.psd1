@{
    # The one place that holds the version, with Prerelease below; the build passes it to every assembly.
    ModuleVersion        = '0.1.0'
    GUID                 = '5b0c0c3e-6f43-4c55-9a6b-2d2f1c1f7c3a'
    Author               = 'CustomLabels contributors'
    CompanyName          = 'CustomLabels contributors'
    Copyright            = 'Copyright CustomLabels contributors. Apache License 2.0.'
    Description          = 'Amazon Rekognition Custom Labels for PowerShell: pipe file paths or S3 objects in, get typed detections out. Includes a local endpoint to try, test and automate without an AWS account.'

    PowerShellVersion    = if ($PSEdition -eq 'Core') { '7.4' } else { '5.1' }
    CompatiblePSEditions = 'Core', 'Desktop'
    DotNetFrameworkVersion = '4.7.2'

    # PowerShell 7 and Windows PowerShell each have a build of their own; a manifest may ask for the edition. In PowerShell 7 the loader comes first: it chooses
    # between the assemblies in core and those that are compiled for this .NET and processor in a folder below it.
    RootModule           = if ($PSEdition -eq 'Core') { $null } else { 'desktop/CustomLabels.dll' }
    NestedModules        = if ($PSEdition -eq 'Core') { 'core/CustomLabels.Loader.dll', 'core/CustomLabels.dll' } else { $null }
    # Loaded at once, so that [CustomLabels.DetectionResult] is a type before the first result; by the loader in PowerShell 7.
    RequiredAssemblies   = if ($PSEdition -eq 'Core') { $null } else { 'desktop/CustomLabels.Core.dll', 'desktop/CustomLabels.Local.dll' }
    FormatsToProcess     = 'CustomLabels.Format.ps1xml'

    # Named one by one: wildcards would keep PowerShell from loading the module when one of them is typed.
    CmdletsToExport      = @(
        'Compare-RKEvaluation'
        'ConvertTo-RKCliOutput'
        'Export-RKAnnotation'
        'Export-RKDetectionImage'
        'Export-RKDetectionReport'
        'Get-RKLocalEndpoint'
        'Get-RKModel'
        'Get-RKModelGuard'
        'Get-RKModelLease'
        'Get-RKProject'
        'Import-RKAnnotation'
        'Import-RKJournal'
        'Invoke-RKCustomLabelDetection'
        'Measure-RKDetection'
        'Measure-RKModelUsage'
        'Register-RKModelGuard'
        'Remove-RKModelLease'
        'Start-RKLocalEndpoint'
        'Start-RKModel'
        'Stop-RKLocalEndpoint'
        'Stop-RKModel'
        'Test-RKImage'
        'Test-RKManifest'
        'Unregister-RKModelGuard'
        'Use-RKModel'
        'Wait-RKModel'
    )
    FunctionsToExport    = @()
    AliasesToExport      = @()
    VariablesToExport    = @()

    PrivateData          = @{
        PSData = @{
            Tags       = 'AWS', 'Amazon', 'Rekognition', 'CustomLabels', 'MachineLearning', 'ComputerVision', 'Image', 'PSEdition_Core', 'PSEdition_Desktop', 'Windows', 'Linux', 'MacOS'
            ProjectUri = ''
            # A label such as preview1 makes the package 0.1.0-preview1.
            Prerelease = ''
        }
    }
}
