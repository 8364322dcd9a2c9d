# What the examples of the help expect of their reader: the samples as line4 in the current folder, a model, a profile, and Get-S3Object.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'The tests use them.')]
param()

# As AWS.Tools.S3 has it: an object for each key of the bucket, folders included.
function Get-S3Object {
    param([string] $BucketName, [string] $KeyPrefix)
    [pscustomobject]@{ BucketName = $BucketName; Key = $KeyPrefix; Size = [long]0; ETag = '"d41d8cd98f00b204e9800998ecf8427e"' }
    foreach ($file in Get-ChildItem (Join-Path $samples "images/$KeyPrefix") -File | Sort-Object Name) {
        [pscustomobject]@{ BucketName = $BucketName; Key = $KeyPrefix + $file.Name; Size = $file.Length; ETag = '"0"' }
    }
}

# Runs a script in such a folder, which is new and removed afterwards, with $ErrorActionPreference as the tests have it: an error fails. Gives what it prints.
function Invoke-InExampleFolder {
    param([scriptblock] $Script)
    $folder = New-TestFolder
    $set = @{ AWS_ACCESS_KEY_ID = 'any'; AWS_SECRET_ACCESS_KEY = 'any'; AWS_CONFIG_FILE = Join-Path $folder '.config' }
    $before = @{}
    $endpoint = Start-RKLocalEndpoint (Join-Path $samples 'manifest.jsonl') (Join-Path $samples 'images') -AllowUnsigned
    $set.AWS_ENDPOINT_URL_REKOGNITION = $endpoint.EndpointUrl
    $arn = $endpoint.ProjectVersionArn
    Push-Location $folder
    try {
        Copy-Item (Join-Path $samples 'images') line4 -Recurse
        Copy-Item (Join-Path $samples 'manifest.jsonl') .
        Set-Content $set.AWS_CONFIG_FILE '[profile line4]', 'aws_access_key_id = any', 'aws_secret_access_key = any'
        foreach ($name in $set.Keys) {
            $before[$name] = [Environment]::GetEnvironmentVariable($name)
            [Environment]::SetEnvironmentVariable($name, $set[$name])
        }
        & $Script | Out-String -Width 120
    }
    finally {
        Pop-Location
        foreach ($name in $before.Keys) { [Environment]::SetEnvironmentVariable($name, $before[$name]) }
        Stop-RKLocalEndpoint
        Remove-Item -LiteralPath $folder -Recurse -Force
    }
}

# Printed lines without what a terminal doesn't show.
function ConvertTo-PrintedText([string] $Text) {
    ($Text.Trim("`r", "`n") -split '\r?\n' | ForEach-Object TrimEnd) -join "`n"
}
