# Every rule at every severity, and the grammar of Windows PowerShell 5.1: the tests hold every script and manifest to this.
@{
    Rules = @{
        PSUseCompatibleSyntax = @{
            Enable         = $true
            TargetVersions = @('5.1', '7.4')
        }
    }
}
