# The AWS CLI that tests compare with.

# The first of version 2 on the PATH, which may have a version 1 before it: that one has neither --cli-input-yaml nor --cli-binary-format. Nothing without one.
function Find-AwsCli {
    Get-Command aws -All -CommandType Application -ErrorAction Ignore |
        Where-Object { "$(& $_.Source --version 2>&1)" -like 'aws-cli/2.*' } | Select-Object -First 1 -ExpandProperty Source
}
