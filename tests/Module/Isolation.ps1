# What a session does in Isolation.Tests.ps1, each in a process of its own.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'The tests use them.')]
param()

$repository = Split-Path (Split-Path $PSScriptRoot)
$framework = if ($PSEdition -eq 'Core') { 'net8.0' } else { 'net472' }
$module = Join-Path $repository 'out/CustomLabels/CustomLabels.psd1'
$panel = Join-Path $repository 'samples/images/panels/panel-01.jpg'

# Loads an AWS SDK as AWS.Tools would, all that there is of it, and has it used; gives the version of its AWSSDK.Core.
function Use-OtherSdk {
    param([string] $Sdk)
    $folder = Join-Path $repository "tests/FakeAwsTools/$Sdk/bin/Release/$framework"
    Add-Type -Path (Join-Path $folder "FakeAwsTools.$Sdk.dll")
    Get-ChildItem $folder -Filter AWSSDK.*.dll | ForEach-Object { $null = [Reflection.Assembly]::LoadFrom($_.FullName) }
    [CustomLabels.Testing.FakeAwsTools.Session]::Use()
}

# Other versions of what the module has from others besides, as a module without a load context of its own would load them.
function Use-OtherLibrary {
    $folder = Join-Path $repository "tests/FakeAwsTools/V3/bin/Release/$framework"
    # LoadFile: PowerShell 7 has a System.Text.Json of its own, which LoadFrom would give.
    'System.Text.Json', 'YamlDotNet' | ForEach-Object { [Reflection.Assembly]::LoadFile("$folder/$_.dll").GetName().Version.ToString() }
}

# Every cmdlet once, on a local endpoint of this session.
function Use-Cmdlet {
    $local = Start-RKLocalEndpoint "$repository/samples/manifest.jsonl" "$repository/samples/images"
    if (-not (Test-RKImage $panel -Quiet)) { throw 'Test-RKImage' }
    if (-not (Get-RKLocalEndpoint)) { throw 'Get-RKLocalEndpoint' }
    $result = Invoke-RKCustomLabelDetection $panel -CliInputYaml "ProjectVersionArn: $($local.ProjectVersionArn)" -EndpointUrl $local.EndpointUrl -AccessKey a -SecretKey b
    if (-not ($result | ConvertTo-RKCliOutput -As Yaml)) { throw 'ConvertTo-RKCliOutput' }
    Stop-RKLocalEndpoint
    "$($result.Status)"
}

# A call by each assembly of the SDK: keys of a role, which AWSSDK.SecurityToken gets, and of a sign-in, which AWSSDK.SSO looks for and nobody has done.
function Use-Credential {
    param([hashtable] $Scripted)
    $sts, $service = $Scripted.Sts, $Scripted.Service
    $file = Join-Path ([IO.Path]::GetTempPath()) "customlabels-$([guid]::NewGuid().ToString('N'))"
    $role = "[source]`naws_access_key_id = A`naws_secret_access_key = B`n[role]`nrole_arn = arn:aws:iam::123456789012:role/line4`nsource_profile = source`n"
    $signIn = "[sso]`nsso_start_url = https://$([guid]::NewGuid().ToString('N')).invalid/start`nsso_region = eu-west-1`nsso_account_id = 123456789012`nsso_role_name = line4`n"
    Set-Content $file ($role + $signIn)
    $env:AWS_ENDPOINT_URL_STS = $sts.Url
    $with = @{ LiteralPath = $panel; ProjectVersionArn = 'arn:aws:rekognition:us-east-1:123456789012:project/a/version/b/1'; EndpointUrl = $service.Url; ProfileLocation = $file }
    try {
        $null = Invoke-RKCustomLabelDetection @with -ProfileName role
        [regex]::Match($service.LastRequest['Authorization'], 'Credential=([^/]+)/').Groups[1].Value
        try { Invoke-RKCustomLabelDetection @with -ProfileName sso }
        catch { [regex]::Match($_.ToString(), 'No valid SSO Token').Value }
    }
    finally { Remove-Item $file }
}

# The servers for Use-Credential: STS, which gives the key AKIDROLE, and the service.
function Open-Scripted {
    Add-Type -Path (Join-Path $repository "tests/ScriptedServer/bin/Release/$framework/ScriptedServer.dll")
    $keys = '<AccessKeyId>AKIDROLE</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration>'
    $answers = "<AssumeRoleResponse><AssumeRoleResult><Credentials>$keys</Credentials></AssumeRoleResult></AssumeRoleResponse>", '{"CustomLabels":[]}'
    $servers = foreach ($answer in $answers) { [CustomLabels.Testing.ScriptedServer]::new(@([CustomLabels.Testing.Step]::Answer(200, $answer))) }
    @{ Sts = $servers[0]; Service = $servers[1] }
}

# The assemblies of an SDK or of what else the module has from others, with the context that each is in.
function Get-ForeignAssembly {
    [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -match '^(AWSSDK\.|CustomLabels\.Aws$|YamlDotNet$)' } | ForEach-Object {
        if ($PSEdition -eq 'Core') { "$([Runtime.Loader.AssemblyLoadContext]::GetLoadContext($_).Name): $($_.GetName().Name)" } else { $_.Location }
    } | Sort-Object
}
