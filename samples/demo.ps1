# The main job over the samples: what `build.ps1 Demo` runs, and a first script to change.
#Requires -Modules CustomLabels
$ErrorActionPreference = 'Stop'

# A Custom Labels service on this machine, answered from the samples' own labels. With an AWS account, leave it out,
# and give your model's ARN below; credentials then come from your profile.
$endpoint = Start-RKLocalEndpoint -Manifest "$PSScriptRoot/manifest.jsonl" -ImageRoot "$PSScriptRoot/images"
$connection = @{ EndpointUrl = $endpoint.EndpointUrl; AccessKey = 'any'; SecretKey = 'any' }
try {
    $results = Get-ChildItem $PSScriptRoot/images -Recurse -File |
        Invoke-RKCustomLabelDetection -ProjectVersionArn $endpoint.ProjectVersionArn @connection

    '--- Every picture, as a table:'
    $results | Out-String -Width 100

    '--- The first scratched one, with everything that is known of it:'
    $results | Where-Object { $_.CustomLabels.Name -contains 'scratch' } | Select-Object -First 1 | Format-List | Out-String -Width 100

    '--- Every label of the boards, with its box in pixels:'
    Get-ChildItem $PSScriptRoot/images/boards |
        Invoke-RKCustomLabelDetection -ProjectVersionArn $endpoint.ProjectVersionArn -MinConfidence 0 -ExpandLabels @connection | Out-String -Width 100

    '--- The pictures with their labels drawn, to look at:'
    $drawn = $results | Export-RKDetectionImage "$PSScriptRoot/../out/demo" -Root "$PSScriptRoot/images" -Force
    "$($drawn.Count) pictures, the first is $($drawn[0].FullName)"

    '--- A report of all of it:'
    $results | Export-RKDetectionReport "$PSScriptRoot/../out/demo/report.html" -Title 'The samples' -Force | ForEach-Object FullName

    '--- What the endpoint counted:'
    Get-RKLocalEndpoint | Out-String -Width 100
}
finally {
    $endpoint | Stop-RKLocalEndpoint
}
