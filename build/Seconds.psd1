# About how many seconds of processor time the parts of Test take, by the name of a C# test project or of a set's first file: the longest begin first, so that in the
# end no long one runs alone. One that isn't here begins before all others; ./build.sh Test prints how long each took.
@{
    'CustomLabels.Core.Tests on net472'    = 60
    'CustomLabels.Aws.Tests on net472'     = 45
    'CustomLabels.Local.Tests on net472'   = 35
    'CustomLabels.Aws.Tests on net10.0'    = 25
    'CustomLabels.Core.Tests on net10.0'   = 20
    'CustomLabels.Local.Tests on net10.0'  = 20
    'CustomLabels.Package.Tests on net10.0' = 5
    'tests/Peers'                          = 45

    NightRun                               = 60
    Isolation                              = 50
    Help                                   = 45
    CliSkeleton                            = 45
    Binding                                = 38
    Samples                                = 29
    Files                                  = 25
    Guides                                 = 35
    Home                                   = 28
    Journal                                = 24
    AwsTools                               = 20
    Analyzer                               = 20
    Package                                = 18
    Module                                 = 14
    Stopping                               = 6
}
