# The local endpoint is for programs. A browser on the same machine must not reach it for a page of somebody else.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeAll {
    . $PSScriptRoot/Support.ps1

    $local = Start-SampleEndpoint
    $endpoint = $local.Endpoint
    $image = Get-ChildItem (Join-Path $samples 'images') -Recurse -File | Select-Object -First 1

    # The status, and the body of an error: the two PowerShells tell them differently.
    function Get-Answer([string] $Uri, [hashtable] $Header) {
        try { [string][int](Invoke-WebRequest $Uri -Headers $Header -UseBasicParsing).StatusCode }
        catch {
            [string][int]$_.Exception.Response.StatusCode
            "$($_.ErrorDetails)"
        }
    }
}

AfterAll { Stop-RKLocalEndpoint }

Describe 'The local endpoint' {
    It 'answers a program, by the name <_>' -ForEach '127.0.0.1', 'localhost' {
        $connection = @{ EndpointUrl = "http://$($_):$($endpoint.Port)"; AccessKey = 'any'; SecretKey = 'any' }
        ($image | Invoke-RKCustomLabelDetection -ProjectVersionArn $endpoint.ProjectVersionArn @connection).Status | Should -Be 'Succeeded'
        Get-Answer "http://$($_):$($endpoint.Port)/_health" | Should -Be '200'
    }

    It 'refuses a page of another origin at <_>, and counts it' -ForEach '/', '/_counters', '/_health' {
        $before = $endpoint.Counters
        $status, $body = Get-Answer "$($endpoint.EndpointUrl)$_" @{ Origin = 'http://evil.example' }
        $status | Should -Be '403'
        $body | Should -BeLike '*ForbiddenException*web page*http://evil.example*'
        $endpoint.Counters.Failed - $before.Failed | Should -Be 1
        $endpoint.Counters.Errors['ForbiddenException'] | Should -BeGreaterThan 0
        $endpoint.Counters.Operations.Count | Should -Be $before.Operations.Count
    }

    It 'answers a page of its own' {
        Get-Answer "$($endpoint.EndpointUrl)/_counters" @{ Origin = $endpoint.EndpointUrl } | Should -Be '200'
    }
}
