# Makes the module's help (MAML) of the pages in docs/help: what `build.ps1 Docs` runs. PlatyPS reads the pages and writes the help; what Get-Help would
# show badly is mended here: examples whose code is not marked as code, defaults that are left out, Markdown that a terminal shows as it is written.
#Requires -Modules Microsoft.PowerShell.PlatyPS
param([string] $Destination = (Join-Path (Split-Path $PSScriptRoot) 'src/module/en-US/CustomLabels.dll-Help.xml'))

Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'
$maml = 'http://schemas.microsoft.com/maml/2004/10'
$command = 'http://schemas.microsoft.com/maml/dev/command/2004/10'
$dev = 'http://schemas.microsoft.com/maml/dev/2004/10'

. (Join-Path $PSScriptRoot 'pages.ps1')

# Text without marks, a paragraph on one line: the terminal's width breaks it. Lists and what is fenced keep their lines.
function ConvertTo-Paragraph([string] $Markdown) {
    foreach ($block in [regex]::Split($Markdown.Replace("`r`n", "`n").Trim(), '\n{2,}(?=(?:[^`]|`(?!``)|```[^`]*```)*\z)')) {
        if ($block -match '(?s)^```\w*\n(?<code>.*?)\n?```$') { $Matches['code']; continue }
        if ($block -notmatch '(?m)^- ') { $block = $block -replace '\s*\n\s*', ' ' }
        $block -replace '\[([^\]]+)\]\([^)]*\)', '$1' -replace '(?<!`)`([^`]+)`(?!`)', '$1'
    }
}

function Write-Paragraph($Element, [string[]] $Paragraph) {
    $Element.RemoveAll()
    foreach ($text in $Paragraph) { $Element.AppendChild($document.CreateElement('maml', 'para', $maml)).InnerText = $text }
}

$folder = Join-Path ([IO.Path]::GetTempPath()) "customlabels-$([guid]::NewGuid().ToString('N'))"
try {
    $null = New-Item -ItemType Directory $folder
    # PlatyPS reads files.
    $pages = @(foreach ($page in Get-ChildItem (Join-Path $PSScriptRoot 'help') -Filter *.md | Sort-Object Name) {
            $whole = Join-Path $folder $page.Name
            [IO.File]::WriteAllText($whole, (Get-HelpPage $page.FullName))
            Import-MarkdownCommandHelp -LiteralPath $whole
        })
    $written = $pages | Export-MamlCommandHelp -OutputFolder $folder
    $document = [xml](Get-Content -LiteralPath $written.FullName -Raw -Encoding UTF8)
}
finally { Remove-Item -LiteralPath $folder -Recurse -Force -ErrorAction Ignore }

$names = [Xml.XmlNamespaceManager]::new($document.NameTable)
@{ maml = $maml; command = $command; dev = $dev }.GetEnumerator() | ForEach-Object { $names.AddNamespace($_.Key, $_.Value) }
foreach ($page in $pages) {
    $help = $document.SelectSingleNode("//command:command[command:details/command:name='$($page.Title)']", $names)
    foreach ($text in $help.SelectNodes('.//maml:description | .//maml:alert', $names)) {
        Write-Paragraph $text @(ConvertTo-Paragraph (@($text.SelectNodes('maml:para', $names) | ForEach-Object InnerText) -join "`n`n"))
    }

    $examples = $help.SelectNodes('command:examples/command:example', $names)
    for ($i = 0; $i -lt $examples.Count; $i++) {
        $code, $remarks = @(ConvertTo-Paragraph $page.Examples[$i].Remarks)
        $examples[$i].SelectSingleNode('maml:introduction', $names).RemoveAll()
        $examples[$i].SelectSingleNode('dev:code', $names).InnerText = $code
        # The empty one is the line between two examples.
        Write-Paragraph $examples[$i].SelectSingleNode('dev:remarks', $names) (@($remarks) + '')
    }

    foreach ($parameter in $page.Parameters) {
        $described = $help.SelectSingleNode("command:parameters/command:parameter[maml:name='$($parameter.Name)']", $names)
        $described.AppendChild($document.CreateElement('dev', 'defaultValue', $dev)).InnerText = $parameter.DefaultValue
    }

    # A link leads to what Get-Help shows, or to a file that ships. There is no address yet.
    foreach ($link in $help.SelectNodes('command:relatedLinks/maml:navigationLink', $names)) {
        $text, $target = $link.SelectSingleNode('maml:linkText', $names), $link.SelectSingleNode('maml:uri', $names)
        if ($text.InnerText -eq 'Online Version' -and -not $target.InnerText) { $null = $link.ParentNode.RemoveChild($link); continue }
        if ($target.InnerText -match '^\.\./((?:guides|reference)/.+)') { $text.InnerText += ": docs/$($Matches[1]) in the module's folder" }
        $target.InnerText = ''
    }
}

$settings = [Xml.XmlWriterSettings]@{ Indent = $true; NewLineChars = "`n"; Encoding = [Text.UTF8Encoding]::new($false) }
$writer = [Xml.XmlWriter]::Create($Destination, $settings)
try { $document.Save($writer) }
finally { $writer.Dispose() }
