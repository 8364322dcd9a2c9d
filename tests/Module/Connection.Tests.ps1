# The way to the endpoint as users give it: whom TLS trusts, proxies, attempts; and what -Debug shows of it.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeDiscovery {
    . $PSScriptRoot/Wine.ps1
    $hasNoCertificates = Test-WineFault 'certificates' 'CertificateRequest.CreateSelfSigned throws "Success.".'
}

BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/Scripted.ps1

    $folder = New-TestFolder
    function Get-ErrorId($Outcome) { "$($Outcome.Ending.FullyQualifiedErrorId)".Split(',')[0] }
}

AfterAll { Remove-Item -Recurse -Force $folder }

Describe 'A certificate' -Skip:$hasNoCertificates {
    # Skipped where Wine makes no certificates.
    BeforeAll {
        $authority = [CustomLabels.Testing.TestAuthority]::new('line4 root')
        $bundle = Join-Path $folder 'bundle.pem'
        Set-Content $bundle $authority.Pem

        # A run against a server with a certificate: its outcome, its warnings, and how often it was connected to.
        function Get-TlsOutcome([hashtable] $With, $Certificate = $authority.Issue('127.0.0.1', -1, 1)) {
            $server = [CustomLabels.Testing.TlsServer]::new($Certificate, '{"CustomLabels":[{"Name":"scratch","Confidence":98.5}]}')
            try {
                $all = @(Get-Outcome (@{ LiteralPath = $panel, $panel; ProjectVersionArn = $arn; EndpointUrl = $server.Url; AccessKey = 'a'; SecretKey = 'b'; ThrottleLimit = 1 } + $With) 3>&1)
                $all[-1] | Add-Member -PassThru -NotePropertyMembers @{ Warnings = @($all | Where-Object { $_ -is [Management.Automation.WarningRecord] }); Connections = $server.Connections; Requests = $server.Requests }
            }
            finally { $server.Dispose() }
        }
        function Assert-Refused($Outcome, [string] $Says) {
            Get-ErrorId $Outcome | Should -BeExactly 'EndpointUnreachable'
            $Outcome.Ending.ToString() | Should -BeLike "*$Says*"
            $Outcome.Ending.ErrorDetails.RecommendedAction | Should -BeLike '*-CABundle*'
            $Outcome.Connections | Should -Be 1 -Because 'another attempt would end in the same way'
            $Outcome.Requests | Should -Be 0
        }
    }

    It 'that has signed itself is refused, at once' {
        Assert-Refused (Get-TlsOutcome @{} ([CustomLabels.Testing.TestAuthority]::SelfSigned())) 'has signed itself and is not trusted'
    }

    It 'of an authority in -CABundle is taken, in silence' {
        $outcome = Get-TlsOutcome @{ CABundle = $bundle }

        $outcome.Ending | Should -BeNullOrEmpty
        $outcome.Results.CustomLabels.Name | Should -Be 'scratch', 'scratch'
        $outcome.Warnings | Should -BeNullOrEmpty
    }

    It 'of an authority in the bundle of <Where> is taken' -ForEach @(
        @{ Where = 'a drive of PowerShell' }
        @{ Where = 'AWS_CA_BUNDLE' }
    ) {
        $null = New-PSDrive -Name Trust -PSProvider FileSystem -Root $folder
        if ($Where -eq 'AWS_CA_BUNDLE') { $env:AWS_CA_BUNDLE = $bundle }
        try { $outcome = Get-TlsOutcome $(if ($Where -eq 'AWS_CA_BUNDLE') { @{} } else { @{ CABundle = 'Trust:/bundle.pem' } }) }
        finally {
            $env:AWS_CA_BUNDLE = $null
            Remove-PSDrive Trust
        }

        $outcome.Results.Count | Should -Be 2
    }

    It 'of any kind is taken with <_>, and one warning for all images says what that means' -ForEach 'SkipCertificateCheck', 'NoVerifySsl' {
        $outcome = Get-TlsOutcome @{ $_ = $true } ([CustomLabels.Testing.TestAuthority]::SelfSigned())

        $outcome.Results.Count | Should -Be 2
        $outcome.Warnings.Count | Should -Be 1
        "$($outcome.Warnings)" | Should -BeLike '*certificate is not checked*'
    }

    It 'that <Case> is refused also with its authority in the bundle' -ForEach @(
        @{ Case = 'has expired'; Name = '127.0.0.1'; From = -20; To = -10; Says = 'expired on' }
        @{ Case = 'is another host''s'; Name = 'other.example'; From = -1; To = 1; Says = 'it is for another host' }
    ) {
        Assert-Refused (Get-TlsOutcome @{ CABundle = $bundle } $authority.Issue($Name, $From, $To)) $Says
    }

    It 'isn''t asked for with a bundle that is none: RequestInvalid names it' {
        $outcome = Get-TlsOutcome @{ CABundle = (Join-Path $folder 'none.pem') }

        Get-ErrorId $outcome | Should -BeExactly 'RequestInvalid'
        $outcome.Ending.ToString() | Should -BeLike "*-CABundle*none.pem*not there*"
        $outcome.Connections | Should -Be 0
    }
}

Describe 'The proxy of Set-AWSProxy' {
    BeforeAll {
        # The shape of AWS.Tools' own class, which can't be had everywhere.
        Add-Type -TypeDefinition @'
namespace Amazon.PowerShell.Common
{
    public class ProxySettings
    {
        public string Hostname { get; set; }
        public int Port { get; set; }
        public System.Net.ICredentials Credentials { get; set; }
        public System.Collections.Generic.List<string> BypassList { get; set; }
        public bool? BypassOnLocal { get; set; }
    }
}
'@
        $with = @{ LiteralPath = $panel; ProjectVersionArn = $arn; EndpointUrl = 'http://rekognition.invalid'; AccessKey = 'a'; SecretKey = 'b'; MaxAttempts = 1 }
        function Get-ProxySetting([uri] $Url, [hashtable] $Also = @{}) {
            $settings = [Amazon.PowerShell.Common.ProxySettings]$Also
            $settings.Hostname = $Url.Host
            $settings.Port = $Url.Port
            $settings
        }
    }

    AfterEach { $proxy.Server.Dispose() }

    It 'is gone through, with its password' {
        $proxy = Open-ScriptedServer ([CustomLabels.Testing.Step]::Answer(407, '', 'Proxy-Authenticate: Basic realm="x"')), (Get-AnswerStep)
        $AWSProxy = Get-ProxySetting $proxy.Server.Url @{ Credentials = [Net.NetworkCredential]::new('user', 'canary') }

        (Invoke-RKCustomLabelDetection @with).CustomLabels.Name | Should -Be 'scratch'

        $proxy.Server.LastRequest.StartLine | Should -BeExactly 'POST http://rekognition.invalid/ HTTP/1.1'
        $proxy.Server.LastRequest['Proxy-Authorization'] | Should -BeExactly "Basic $([Convert]::ToBase64String([Text.Encoding]::ASCII.GetBytes('user:canary')))"
    }

    It 'that refuses the password is the error, without the password' {
        $proxy = Open-ScriptedServer ([CustomLabels.Testing.Step]::Answer(407, '<html>who?</html>', 'Proxy-Authenticate: Basic realm="x"'))
        $AWSProxy = Get-ProxySetting $proxy.Server.Url @{ Credentials = [Net.NetworkCredential]::new('user', 'canary') }

        $outcome = Get-Outcome $with

        Get-ErrorId $outcome | Should -BeExactly 'EndpointUnreachable'
        $outcome.Ending.ToString() | Should -BeLike '*proxy*'
        $outcome.Ending | Format-List * -Force | Out-String | Should -Not -BeLike '*canary*'
    }

    It 'is passed by for what its bypass list names' {
        $proxy = Open-ScriptedServer (Get-ErrorStep AccessDeniedException 403)
        $scripted = Open-ScriptedServer (Get-AnswerStep)
        $connection = $scripted.Connection
        $AWSProxy = Get-ProxySetting $proxy.Server.Url @{ BypassList = [Collections.Generic.List[string]]@('127\.0\.0\.1') }

        try { (Invoke-RKCustomLabelDetection $panel @connection).CustomLabels.Name | Should -Be 'scratch' }
        finally { $scripted.Server.Dispose() }
        $proxy.Server.Received | Should -Be 0
    }

    It 'that is impossible is RequestInvalid; one that isn''t set, or is something else, is none' {
        $proxy = Open-ScriptedServer (Get-AnswerStep)
        $AWSProxy = Get-ProxySetting $proxy.Server.Url @{ BypassList = [Collections.Generic.List[string]]@('(') }
        Get-ErrorId (Get-Outcome $with) | Should -BeExactly 'RequestInvalid'

        $connection = $proxy.Connection
        foreach ($AWSProxy in $null, 'something', [Amazon.PowerShell.Common.ProxySettings]::new()) {
            (Invoke-RKCustomLabelDetection $panel @connection).CustomLabels.Name | Should -Be 'scratch'
        }
    }
}

Describe 'The most attempts' {
    AfterEach {
        $env:AWS_MAX_ATTEMPTS = $env:AWS_RETRY_MODE = $null
        $scripted.Server.Dispose()
    }

    It 'are AWS_MAX_ATTEMPTS, unless -MaxAttempts is given, whatever AWS_RETRY_MODE says' {
        $scripted = Open-ScriptedServer (Get-ErrorStep InternalServerError 500)
        $connection = $scripted.Connection
        $env:AWS_MAX_ATTEMPTS = '2'
        $env:AWS_RETRY_MODE = 'nonsense'

        (Invoke-RKCustomLabelDetection $panel @connection -IncludeFailed).Attempts | Should -Be 2
        (Invoke-RKCustomLabelDetection $panel @connection -IncludeFailed -MaxAttempts 1).Attempts | Should -Be 1
    }

    It 'that are none end the command before any request' {
        $scripted = Open-ScriptedServer (Get-AnswerStep)
        $env:AWS_MAX_ATTEMPTS = '0'

        $outcome = Get-Outcome ($scripted.Connection + @{ LiteralPath = $panel })

        Get-ErrorId $outcome | Should -BeExactly 'RequestInvalid'
        $outcome.Ending.ToString() | Should -BeLike "*AWS_MAX_ATTEMPTS is '0'*"
        $scripted.Server.Received | Should -Be 0
    }
}

Describe 'Timeouts' {
    AfterEach { $scripted.Server.Dispose() }

    It 'of -ReadTimeout end what doesn''t move: <Given>' -ForEach @{ Given = 0.2 }, @{ Given = [timespan]::FromMilliseconds(200) } {
        $scripted = Open-ScriptedServer ([CustomLabels.Testing.Step]::Stall())

        $outcome = Get-Outcome ($scripted.Connection + @{ LiteralPath = $panel; ReadTimeout = $Given; MaxAttempts = 1 })

        Get-ErrorId $outcome | Should -BeExactly 'EndpointUnreachable'
        $outcome.Ending.ToString() | Should -BeLike '*No data came from or went to * for 0.2 s*'
    }

    It 'of 0 wait for ever' {
        $scripted = Open-ScriptedServer (Get-AnswerStep).After([timespan]::FromMilliseconds(300))
        $connection = $scripted.Connection

        (Invoke-RKCustomLabelDetection $panel @connection -ReadTimeout 0 -ConnectTimeout 0).CustomLabels.Name | Should -Be 'scratch'
    }
}

Describe '-Debug' {
    BeforeAll {
        $scripted = Open-ScriptedServer (Get-ErrorStep InternalServerError 500), (Get-AnswerStep)
        $connection = $scripted.Connection
        # The records of one run: a request that fails, and the one after it.
        $records = @(Invoke-RKCustomLabelDetection $panel @connection -MinConfidence 50 -Debug 5>&1 | Where-Object { $_ -is [Management.Automation.DebugRecord] } | ForEach-Object Message)
        $sent = $records | Where-Object { $_ -like '*POST*' }
        $answered = $records | Where-Object { $_ -like '*HTTP*after*' }
    }
    AfterAll { $scripted.Server.Dispose() }

    It 'shows each request and each answer, with the number of the attempt and how long it took' {
        $sent.Count, $answered.Count | Should -Be 2, 2
        $sent[0] | Should -BeLike "'$panel', attempt 1: POST $($scripted.Server.Url)*"
        $sent[1] | Should -BeLike "'$panel', attempt 2: POST *"
        $answered[0] | Should -Match 'attempt 1: HTTP 500 after \d+ ms, \d+ bytes, request 00000000-scripted'
        $answered[1] | Should -Match 'attempt 2: HTTP 200 after \d+ ms'
    }

    It 'shows headers, the image as length and SHA-256, and every other member' {
        $hash = (Get-FileHash $panel).Hash.ToLowerInvariant()
        $sent[0] | Should -BeLike '*X-Amz-Target: RekognitionService.DetectCustomLabels*'
        $sent[0] | Should -BeLike "*`"ProjectVersionArn`":`"$arn`"*`"Bytes`":`"$((Get-Item $panel).Length) bytes, SHA-256 $hash`"*`"MinConfidence`":50*"
        $answered[0] | Should -BeLike '*"__type":"InternalServerError"*'
        $answered[1] | Should -BeLike '*"Name":"scratch"*'
    }

    It 'tells of retries too, and asks nothing' {
        # PowerShell itself would: verbose lines of a command with -Debug alone stop it with 'Continue with this operation?'.
        @($records -like '*InternalServerError; trying again in*').Count | Should -Be 1
    }

    It 'says nothing where it isn''t asked for' {
        $quiet = { @(Invoke-RKCustomLabelDetection $panel @connection 5>&1 | Where-Object { $_ -is [Management.Automation.DebugRecord] }).Count }
        & $quiet | Should -Be 0
        & { $DebugPreference = 'Continue'; & $quiet } | Should -Be 2
    }
}
