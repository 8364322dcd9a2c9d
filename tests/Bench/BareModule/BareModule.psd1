@{
    ModuleVersion   = '1.0'
    GUID            = '0d7e2c2b-3e3d-4f0e-9c55-6f5f0f2f6a11'
    RootModule      = 'BareModule.dll'
    CmdletsToExport = 'Get-Nothing'
}
