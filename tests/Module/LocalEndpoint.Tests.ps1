# The cmdlets of the local endpoint: what they start, list and stop, and that nothing outlives its session. What it answers is tested in C#.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/Child.ps1

    $manifest = Join-Path $samples 'manifest.jsonl'
    $root = Join-Path $samples 'images'
    $panel = Join-Path $root 'panels/panel-01.jpg'
    $folder = New-TestFolder
    function Test-Port([int] $Port) {
        $client = [Net.Sockets.TcpClient]::new()
        try { $client.Connect('127.0.0.1', $Port); $true }
        catch [Net.Sockets.SocketException] { $false }
        finally { $client.Dispose() }
    }
    # The error that ends Start-RKLocalEndpoint.
    function Get-StartError([hashtable] $With) {
        try { $null = Start-RKLocalEndpoint @With }
        catch { return $_ }
        throw 'It started.'
    }
}

AfterAll { Remove-Item -Recurse -Force $folder }

Describe 'Start-RKLocalEndpoint' {
    AfterEach { Stop-RKLocalEndpoint }

    It 'serves the manifest''s images and counts what it does' {
        $sample = Start-SampleEndpoint @{ MaxImageByteCount = 60000 }
        $endpoint = $sample.Endpoint
        $connection = $sample.Connection + @{ ProjectVersionArn = $endpoint.ProjectVersionArn }

        $results = $panel, (Join-Path $root 'panels/panel-02.jpg') | Invoke-RKCustomLabelDetection @connection -IncludeFailed

        $endpoint | Should -BeOfType CustomLabels.LocalEndpoint
        $endpoint.IsRunning | Should -BeTrue
        $endpoint.ImageCount | Should -Be 24
        $endpoint.EndpointUrl | Should -BeExactly "http://127.0.0.1:$($endpoint.Port)"
        $results.Status | Should -Be 'Succeeded', 'Failed'
        $counters = $endpoint.Counters
        $counters.Received, $counters.Answered, $counters.Failed, $counters.Aborted, $counters.InFlight | Should -Be 2, 1, 1, 0, 0
    }

    It 'listens on the loopback addresses and on no other' {
        $port = (Start-SampleEndpoint).Endpoint.Port

        $listeners = @([Net.NetworkInformation.IPGlobalProperties]::GetIPGlobalProperties().GetActiveTcpListeners() | Where-Object Port -EQ $port)

        $listeners.Count | Should -BeGreaterThan 0
        # The address alone: an interface's number behind it (::1%1) makes it no other.
        $listeners | Where-Object { -not [Net.IPAddress]::IsLoopback([Net.IPAddress]::new($_.Address.GetAddressBytes())) } | Should -BeNullOrEmpty
    }

    It 'takes paths as the session sees them: on a drive of PowerShell, and relative to its location' {
        $null = New-PSDrive -Name Line -PSProvider FileSystem -Root $samples
        Push-Location $root
        try {
            (Start-RKLocalEndpoint Line:/manifest.jsonl Line:/images).ImageRoot | Should -Be $root
            (Start-RKLocalEndpoint ../manifest.jsonl .).ImageRoot | Should -Be $root
        }
        finally {
            Pop-Location
            Remove-PSDrive Line
        }
    }

    It 'holds answers back for -Latency <Latency>' -ForEach @(
        @{ Latency = 0.2 }
        @{ Latency = '0.2' }
        @{ Latency = [timespan]'0:00:00.2' }
        @{ Latency = '0:00:00.2' }
    ) {
        $sample = Start-SampleEndpoint @{ Latency = $Latency }
        $connection = $sample.Connection

        $result = Invoke-RKCustomLabelDetection $panel -ProjectVersionArn $sample.Endpoint.ProjectVersionArn @connection

        # A timer may be early by its own grain.
        $result.Duration.TotalSeconds | Should -BeGreaterThan 0.15
    }

    It 'refuses -Latency <Latency>' -ForEach @(
        @{ Latency = -1; Id = 'ParameterArgumentTransformationError' }
        @{ Latency = 'soon'; Id = 'ParameterArgumentTransformationError' }
        @{ Latency = '1:30:00'; Id = 'EndpointOptionInvalid' }
    ) {
        (Get-StartError @{ Manifest = $manifest; ImageRoot = $root; Latency = $Latency }).FullyQualifiedErrorId | Should -BeExactly "$Id,CustomLabels.Commands.StartRKLocalEndpointCommand"
    }

    It 'says what to do about <Id>' -ForEach @(
        @{ Id = 'EndpointOptionInvalid'; With = @{ Latency = '1:30:00' }; Text = 'Latency is 5400 and may be 0 to 3600 seconds.' }
        @{ Id = 'ManifestUnreadable'; With = @{ Manifest = 'none.jsonl' }; Text = '*none.jsonl*' }
        @{ Id = 'ManifestInvalid'; With = @{ ImageRoot = '.' }; Text = "*None of its images is below the image root. That is '*" }
        @{ Id = 'PortUnavailable'; With = @{ Port = 'taken' }; Text = '*' }
    ) {
        $given = @{ Manifest = $manifest; ImageRoot = $root } + @{}
        foreach ($name in $With.Keys) { $given[$name] = $With.$name }
        if ($given.Port) { $given.Port = (Start-SampleEndpoint).Endpoint.Port }
        Push-Location $folder

        try { $problem = Get-StartError $given } finally { Pop-Location }

        $problem.FullyQualifiedErrorId | Should -BeExactly "$Id,CustomLabels.Commands.StartRKLocalEndpointCommand"
        $problem.ToString() | Should -BeLike $Text
        $problem.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'refuses a path on another drive: -<Option>' -ForEach @(
        @{ Option = 'Manifest'; With = @{ Manifest = 'env:PATH' } }
        @{ Option = 'ImageRoot'; With = @{ ImageRoot = 'env:PATH' } }
        @{ Option = 'Journal'; With = @{ Journal = 'env:PATH' } }
        @{ Option = 'Model'; With = @{ Model = @{ Manifest = 'env:PATH' } } }
        @{ Option = 'Model'; With = @{ Model = @{ Manifest = 'm.jsonl'; ImageRoot = 'nodrive:/x' } } }
    ) {
        $problem = Get-StartError $With

        $problem.FullyQualifiedErrorId | Should -BeExactly 'EndpointOptionInvalid,CustomLabels.Commands.StartRKLocalEndpointCommand'
        $problem.TargetObject | Should -BeExactly $Option
        $problem.ToString() | Should -BeLike "$Option has the path '*:*'. *drive*"
    }

    It 'says which port is taken' {
        $taken = (Start-SampleEndpoint).Endpoint.Port

        $problem = Get-StartError @{ Manifest = $manifest; ImageRoot = $root; Port = $taken }

        $problem.FullyQualifiedErrorId | Should -BeExactly 'PortUnavailable,CustomLabels.Commands.StartRKLocalEndpointCommand'
        $problem.CategoryInfo.Category | Should -Be 'ResourceUnavailable'
        $problem.TargetObject | Should -Be $taken
        $problem.ToString() | Should -BeLike "*$taken*"
        (Get-RKLocalEndpoint).Port | Should -Be $taken
    }

    It 'says which line of a manifest is bad' {
        $bad = Join-Path $folder 'bad.jsonl'
        Set-Content $bad (@(Get-Content $manifest -TotalCount 2) + '{"source-ref":')

        $problem = Get-StartError @{ Manifest = $bad; ImageRoot = $root }

        $problem.FullyQualifiedErrorId | Should -BeExactly 'ManifestInvalid,CustomLabels.Commands.StartRKLocalEndpointCommand'
        $problem.CategoryInfo.Category | Should -Be 'InvalidData'
        $problem.TargetObject | Should -BeExactly $bad
        $problem.Exception.LineNumber | Should -Be 3
        $problem.ToString() | Should -BeLike '*line 3*'
    }

    It 'says where none of a manifest''s images is' {
        $problem = Get-StartError @{ Manifest = $manifest; ImageRoot = $folder }

        $problem.FullyQualifiedErrorId | Should -BeLike 'ManifestInvalid,*'
        $problem.ToString() | Should -BeLike "*$folder*"
    }

    It 'says that a manifest is not there' {
        $none = Join-Path $folder 'none.jsonl'

        $problem = Get-StartError @{ Manifest = $none; ImageRoot = $root }

        $problem.FullyQualifiedErrorId | Should -BeExactly 'ManifestUnreadable,CustomLabels.Commands.StartRKLocalEndpointCommand'
        $problem.CategoryInfo.Category | Should -Be 'ReadError'
        $problem.TargetObject | Should -BeExactly $none
    }
}

Describe 'Two endpoints' {
    AfterEach { Stop-RKLocalEndpoint }

    BeforeEach {
        $first = (Start-SampleEndpoint).Endpoint
        $second = Start-SampleEndpoint
        $connection = $second.Connection
        $null = Invoke-RKCustomLabelDetection $panel -ProjectVersionArn $second.Endpoint.ProjectVersionArn @connection
        $second = $second.Endpoint
    }

    It 'are both listed, each with its own counters' {
        (Get-RKLocalEndpoint).Port | Should -Be $first.Port, $second.Port
        (Get-RKLocalEndpoint).Counters.Received | Should -Be 0, 1
        (Get-RKLocalEndpoint -Port $second.Port).EndpointUrl | Should -Be $second.EndpointUrl
        Get-RKLocalEndpoint -Port 1 | Should -BeNullOrEmpty
    }

    It 'stop one by one where they are piped' {
        $first | Stop-RKLocalEndpoint

        $first.IsRunning | Should -BeFalse
        Test-Port $first.Port | Should -BeFalse
        Test-Port $second.Port | Should -BeTrue
        (Get-RKLocalEndpoint).Port | Should -Be $second.Port
        { $first | Stop-RKLocalEndpoint } | Should -Not -Throw
    }

    It 'stop both without a name, and none for an empty pipeline' {
        @() | Stop-RKLocalEndpoint
        Test-Port $first.Port | Should -BeTrue

        Stop-RKLocalEndpoint

        Test-Port $first.Port | Should -BeFalse
        Test-Port $second.Port | Should -BeFalse
        Get-RKLocalEndpoint | Should -BeNullOrEmpty
    }

    It 'keep their counters when they are stopped' {
        Stop-RKLocalEndpoint

        $second.Counters.Answered | Should -Be 1
    }
}

Describe 'A session' {
    BeforeAll { $module = Join-Path $repository 'out/CustomLabels/CustomLabels.psd1' }
    AfterEach { Stop-RKLocalEndpoint }

    It 'sees its own endpoints only, and stops only those' {
        $endpoint = (Start-SampleEndpoint).Endpoint
        $session = Open-Session
        try {
            $session.AddScript('Get-RKLocalEndpoint; Stop-RKLocalEndpoint').Invoke() | Should -BeNullOrEmpty
            $session.HadErrors | Should -BeFalse
        }
        finally {
            $session.Runspace.Dispose()
            $session.Dispose()
        }

        Test-Port $endpoint.Port | Should -BeTrue
    }

    It 'stops its endpoints when it ends' {
        $session = Open-Session
        try {
            $endpoint = $session.AddCommand('Start-RKLocalEndpoint').AddArgument($manifest).AddArgument($root).Invoke()[0]
            Test-Port $endpoint.Port | Should -BeTrue
        }
        finally {
            $session.Runspace.Dispose()
            $session.Dispose()
        }

        $endpoint.IsRunning | Should -BeFalse
        Test-Port $endpoint.Port | Should -BeFalse
    }

    It 'stops its endpoints when the module is removed' {
        $output = Invoke-Child @"
            Import-Module '$module'
            `$endpoint = Start-RKLocalEndpoint '$manifest' '$root'
            `$endpoint.IsRunning
            Remove-Module CustomLabels
            `$endpoint.IsRunning
            try { [Net.Sockets.TcpClient]::new('127.0.0.1', `$endpoint.Port) } catch { 'refused' }
"@
        $output | Should -Be 'True', 'False', 'refused'
    }

    It 'that leaves an endpoint behind ends all the same' {
        Invoke-Child "Import-Module '$module'; (Start-RKLocalEndpoint '$manifest' '$root').IsRunning" | Should -Be 'True'
    }
}
