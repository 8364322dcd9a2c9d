# The kill test at a small size; Prove has it at a large one.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeAll {
    . $PSScriptRoot/Support.ps1
    $isAble = $IsLinux -and (Get-Command python3 -ErrorAction Ignore) -and (Test-Path (Join-Path $repository 'out/local/CustomLabels.Local.Server'))
    function Invoke-Script([string] $Name, [string[]] $With) {
        & (Join-Path $PSHOME 'pwsh') -NoProfile -NonInteractive -File (Join-Path $repository "tests/Kill/$Name") @With
        $script:code = $LASTEXITCODE
    }
}

Describe 'A use of a model that is ended' {
    # Three of the cells: SIGKILL, Ctrl+C, and SIGTERM after a lost answer.
    It 'in STARTING leaves no model running and no lease' {
        if (-not $isAble) { Set-ItResult -Skipped -Because 'it needs Linux, Python 3 (python3) and the endpoint''s program in out/local'; return }
        $lines = Invoke-Script kill.ps1 '-Runs', '3', '-Only', 'STARTING*'
        $code | Should -Be 0 -Because "$lines"
        $lines[-1] | Should -Match '^3 of 3 runs .* 0 ended before'
        "$lines" | Should -Match 'SIGKILL.*Ctrl\+C.*lost answer, SIGTERM'
    }
}

Describe 'Several uses of a model' {
    It 'start it once and stop it once, after the last block' {
        if (-not $isAble) { Set-ItResult -Skipped -Because 'it needs Linux'; return }
        $lines = Invoke-Script arrivals.ps1 '-Processes', '2', '-Arrivals', '4', '-Seeds', '1'
        $code | Should -Be 0 -Because "$lines"
    }
}
