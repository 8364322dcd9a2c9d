# What the examples of the help expect of their reader: the samples as line4 in the current folder, new pictures in incoming, a model, a profile, and
# Get-S3Object.
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

# Pictures as they come in: two that are fit, and one of each kind that can't be sent.
function New-Incoming {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'Into a new folder.')]
    param([string] $Path)
    $null = New-Item -ItemType Directory $Path
    Get-ChildItem (Join-Path $samples 'images/panels/panel-0[12].jpg') | Copy-Item -Destination $Path
    $picture = [IO.File]::ReadAllBytes((Join-Path $samples 'images/panels/panel-01.jpg'))
    [IO.File]::WriteAllBytes((Join-Path $Path 'empty.jpg'), @())
    [IO.File]::WriteAllBytes((Join-Path $Path 'cut.jpg'), $picture[0..99])
    [IO.File]::WriteAllText((Join-Path $Path 'text.jpg'), 'Not a picture.')
    $large = [IO.File]::Create((Join-Path $Path 'large.jpg'))
    $large.Write($picture, 0, $picture.Length)
    $large.SetLength(5MB + 1)
    $large.Dispose()
}

# Runs a script in such a folder, which is new and removed afterwards, with $ErrorActionPreference as the tests have it: an error fails. Gives what it prints.
# Who asks $arn, or for models without an endpoint of their own, has an account: here an endpoint, keys and a region in the environment. Any other script has to bring them.
function Invoke-InExampleFolder {
    param([scriptblock] $Script, [bool] $HasAccount = "$Script" -match '\$arn\b|-ProfileName' -or ("$Script" -match '\b(?:Get|Start|Stop|Wait|Measure)-RK(?:Model|ModelUsage|Project)\b' -and "$Script" -notmatch 'Start-RKLocalEndpoint'))
    $folder = New-TestFolder
    $set = @{ AWS_CONFIG_FILE = Join-Path $folder '.config' }
    $before = @{}
    if ($HasAccount) {
        $endpoint = Start-RKLocalEndpoint (Join-Path $samples 'manifest.jsonl') (Join-Path $samples 'images') -AllowUnsigned
        $set += @{ AWS_ACCESS_KEY_ID = 'any'; AWS_SECRET_ACCESS_KEY = 'any'; AWS_REGION = $endpoint.Region; AWS_ENDPOINT_URL_REKOGNITION = $endpoint.EndpointUrl; AWS_ENDPOINT_URL_CLOUDWATCH = $endpoint.EndpointUrl }
        $arn = $endpoint.ProjectVersionArn
    }
    Push-Location $folder
    try {
        Copy-Item (Join-Path $samples 'images') line4 -Recurse
        Copy-Item (Join-Path $samples 'manifest.jsonl') .
        New-Incoming (Join-Path $folder incoming)
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
