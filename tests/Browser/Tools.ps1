# Finds what opens pages: Node 20 with the packages of package.json, and Chromium. None of it is fetched by a build.

# Why pages can't be opened here; nothing where they can.
function Get-BrowserReason {
    if (-not (Get-Command node -CommandType Application -ErrorAction Ignore)) { return 'it needs Node (node)' }
    $modules = if ($env:CUSTOMLABELS_NODE_MODULES) { $env:CUSTOMLABELS_NODE_MODULES } else { Join-Path $PSScriptRoot 'node_modules' }
    foreach ($package in 'playwright-core', 'axe-core') {
        if (-not (Test-Path (Join-Path $modules $package))) { return "it needs the package $package of npm: npm install in tests/Browser, or CUSTOMLABELS_NODE_MODULES" }
    }
    if (-not $env:CUSTOMLABELS_CHROMIUM -and -not (Get-Command chromium, chromium-browser, google-chrome -CommandType Application -ErrorAction Ignore)) { return 'it needs Chromium on the PATH, or CUSTOMLABELS_CHROMIUM' }
}
