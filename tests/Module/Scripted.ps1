# For tests of what the local endpoint can't do: a server that plays what a test scripts, and runs of which everything is kept.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'The tests use them.')]
param()

Add-Type -Path (Join-Path $repository "tests/ScriptedServer/bin/Release/$framework/ScriptedServer.dll")

$arn = 'arn:aws:rekognition:us-east-1:123456789012:project/lines/version/v1/1590000000000'
$panel = Join-Path $samples 'images/panels/panel-01.jpg'

# Steps are played one a request, the last one over and over; the command asks for one image after the other, so that a test knows whose step is whose.
function Open-ScriptedServer {
    param([object[]] $Step)
    $server = [CustomLabels.Testing.ScriptedServer]::new([CustomLabels.Testing.Step[]]$Step)
    [pscustomobject]@{
        Server     = $server
        Connection = @{ ProjectVersionArn = $arn; EndpointUrl = $server.Url; AccessKey = 'AKIDEXAMPLE'; SecretKey = 'secret'; ThrottleLimit = 1 }
    }
}

function Get-AnswerStep {
    param([string] $Label = 'scratch')
    [CustomLabels.Testing.Step]::Answer(200, "{`"CustomLabels`":[{`"Name`":`"$Label`",`"Confidence`":98.5}]}")
}

function Get-ErrorStep {
    param([string] $Code, [int] $Status = 400)
    [CustomLabels.Testing.Step]::Error($Status, $Code, 'Scripted.')
}

# Runs the cmdlet and keeps what it gave: Results, the error records it wrote, and the one that ended it.
function Get-Outcome {
    param([hashtable] $With, [object[]] $Piped)
    $ending = $null
    try {
        # Results are caught as they come: an assignment would lose them when the command ends with an error.
        if ($Piped) { $null = $Piped | Invoke-RKCustomLabelDetection @With -OutVariable results -ErrorVariable written -ErrorAction SilentlyContinue }
        else { $null = Invoke-RKCustomLabelDetection @With -OutVariable results -ErrorVariable written -ErrorAction SilentlyContinue }
    }
    catch { $ending = $_ }
    [pscustomobject]@{
        Results = @($results)
        Written = @($written | Where-Object { $_ -is [Management.Automation.ErrorRecord] -and -not [object]::ReferenceEquals($_.Exception, $ending.Exception) })
        Ending  = $ending
    }
}

# The deadline is a guard against hanging, not a measure.
function Wait-Until {
    param([scriptblock] $Condition, [string] $For, [int] $Seconds = 20)
    $deadline = [DateTime]::UtcNow.AddSeconds($Seconds)
    while (-not (& $Condition)) {
        if ([DateTime]::UtcNow -gt $deadline) { throw "Waited $Seconds s in vain for $For." }
        Start-Sleep -Milliseconds 10
    }
}

# What Ctrl+C does, within the guard.
function Assert-Stop($Session, [int] $Seconds = 20) {
    $stopping = $Session.BeginStop($null, $null)
    $stopping.AsyncWaitHandle.WaitOne($Seconds * 1000) | Should -BeTrue -Because 'it stops promptly'
    $Session.InvocationStateInfo.State | Should -Be 'Stopped'
}
