# The pages in docs/help, with the parameters that several cmdlets have in common: those are in help/shared, and a page says by a link, on a line of its own, that it has them.

# The text of a page, whole. A parameter that the page describes itself is not taken from the shared text.
function Get-HelpPage([string] $Path) {
    $page = [IO.File]::ReadAllText($Path).Replace("`r`n", "`n")
    $link = [regex]::Match($page, '(?m)^[^\n]*\]\((?<file>shared/[\w-]+\.md)\)[^\n]*\n\n')
    if (-not $link.Success) { return $page }

    $shared = [IO.File]::ReadAllText((Join-Path (Split-Path $Path) $link.Groups['file'].Value)).Replace("`r`n", "`n")
    $page = $page.Remove($link.Index, $link.Length)
    # From a parameter's heading to the next one.
    $pattern = '(?ms)^### -(?<name>\w+)\n.*?(?=^### |^## |\z)'
    $own = @([regex]::Matches($page, $pattern))
    $first, $last = $own[0].Index, ($own[-1].Index + $own[-1].Length)
    $sections = [Collections.Generic.SortedDictionary[string, string]]::new([StringComparer]::OrdinalIgnoreCase)
    foreach ($section in @([regex]::Matches($shared, $pattern)) + $own) { $sections[$section.Groups['name'].Value] = $section.Value.TrimEnd("`n") + "`n`n" }
    $page.Substring(0, $first) + -join $sections.Values + $page.Substring($last)
}
