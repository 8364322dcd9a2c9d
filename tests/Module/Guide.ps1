# Reads out of a guide what a test can run: cells of tables that are code, and blocks with what they print.

# The rows of the table under a heading, by the letters of its columns. A cell that is code comes without its backticks, and is named in the row's Code.
function Get-GuideTable {
    param([string] $Path, [string] $Heading)
    $lines = @(Get-Content -LiteralPath $Path -Encoding UTF8)
    $start = [array]::IndexOf($lines, "## $Heading")
    if ($start -lt 0) { throw "No heading '$Heading' in $Path." }
    $section = $lines[($start + 1)..($lines.Count - 1)]
    $table = foreach ($line in $section) {
        if ($line.StartsWith('## ')) { break }
        if ($line.StartsWith('|')) { , @(($line -replace '^\|\s*|\s*\|$') -split '\s*(?<!\\)\|\s*') }
    }
    $columns = @($table[0] -replace '\W')
    foreach ($cells in $table[2..($table.Count - 1)]) {
        if ($cells.Count -ne $columns.Count) { throw "A row of '$Heading' has $($cells.Count) cells, not $($columns.Count): $cells" }
        $row = @{ Code = @() }
        for ($i = 0; $i -lt $columns.Count; $i++) {
            $cell = $cells[$i].Replace('\|', '|')
            if ($cell -match '^(`+)(.+)\1$') { $row.Code += $columns[$i]; $cell = $Matches[2] }
            $row[$columns[$i]] = $cell
        }
        $row
    }
}

# The blocks of PowerShell in the order of the page: Index, Script, and Prints, the block of text that follows at once; none is empty.
function Get-GuideBlock {
    param([string] $Path)
    $text = (Get-Content -LiteralPath $Path -Encoding UTF8 -Raw).Replace("`r`n", "`n")
    $index = 0
    foreach ($block in [regex]::Matches($text, '(?ms)^```powershell\n(?<script>.*?)^```\n(?:\n?```text\n(?<prints>.*?)^```$)?')) {
        @{ Index = $index++; Script = $block.Groups['script'].Value.TrimEnd(); Prints = $block.Groups['prints'].Value.TrimEnd(); Line = $block.Groups['script'].Value.Split("`n")[0] }
    }
}

# The scripts of an about topic that use the module: blocks indented as code is, after an empty line.
function Get-TopicExample {
    param([string] $Path)
    $text = (Get-Content -LiteralPath $Path -Encoding UTF8 -Raw).Replace("`r`n", "`n")
    foreach ($block in [regex]::Matches($text, '(?m)(?<=^[ ]*\n)(?: {8}.*\n)+')) {
        $script = ($block.Value -replace '(?m)^ {8}').TrimEnd()
        if ($script -match '\A(?:\$\w+ = )?[A-Z]\w+-\w' -and $script -match '-RK\w') { @{ Script = $script; Line = $script.Split("`n")[0] } }
    }
}
