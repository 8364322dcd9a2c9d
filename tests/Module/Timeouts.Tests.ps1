# A connection that is never made ready: a listener that takes it and doesn't say a word of TLS.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester runs the blocks of a file in one scope.')]
param()

BeforeAll {
    . $PSScriptRoot/Support.ps1
    $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
    $listener.Start()
    $silent = "https://127.0.0.1:$($listener.LocalEndpoint.Port)"
}

AfterAll { $listener.Stop() }

Describe '-ConnectTimeout' {
    It 'takes seconds as any number: [<Name>]' -ForEach @(
        'byte', 'sbyte', 'int16', 'uint16', 'int', 'uint32', 'long', 'uint64', 'float', 'double', 'decimal', 'string' | ForEach-Object { @{ Name = $_; Type = [type]$_ } }
    ) {
        $seconds = [Management.Automation.LanguagePrimitives]::ConvertTo(1, $Type)
        $latency = @{ Latency = $seconds; Manifest = Join-Path $samples 'manifest.jsonl'; ImageRoot = Join-Path $samples 'images' }
        { Start-RKLocalEndpoint @latency | Stop-RKLocalEndpoint } | Should -Not -Throw
    }

    It 'ends a connection that doesn''t come about: <Given>' -ForEach @{ Given = 0.2 }, @{ Given = [timespan]::FromMilliseconds(200) } {
        $connection = @{ EndpointUrl = $silent; AccessKey = 'AKIDEXAMPLE'; SecretKey = 'secret'; ConnectTimeout = $Given; MaxAttempts = 1 }
        $model = 'arn:aws:rekognition:us-east-1:123456789012:project/lines/version/v1/1590000000000'

        { Invoke-RKCustomLabelDetection (Join-Path $samples 'images/panels/panel-01.jpg') -ProjectVersionArn $model @connection } |
            Should -Throw '*did not accept a connection within 0.2 s*' -ErrorId 'EndpointUnreachable,*'
    }
}
