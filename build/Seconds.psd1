# About how many seconds the parts of Test take, by the name of a C# test project or of a set's first file: the longest begin first, so that in the end no long one
# runs alone. One that isn't here begins before all others; ./build.sh Test prints how long each took.
@{
    'CustomLabels.Core.Tests on net472'      = 204
    'tests/Peers'                            = 95
    'CustomLabels.Local.Tests on net472'     = 67
    'CustomLabels.Aws.Tests on net472'       = 59
    'CustomLabels.Aws.Tests on net10.0'      = 40
    'CustomLabels.Core.Tests on net10.0'     = 34
    'CustomLabels.Imaging.Tests on net472'   = 26
    'CustomLabels.Local.Tests on net10.0'    = 21
    'CustomLabels.Imaging.Tests on net10.0'  = 12
    'CustomLabels.Package.Tests on net10.0'  = 4

    NightRun                                 = 83
    Help                                     = 78
    CliSkeleton                              = 55
    Analyzer                                 = 52
    Binding                                  = 43
    Samples                                  = 41
    Guides                                   = 39
    UseModel                                 = 27
    Isolation                                = 23
    Leases                                   = 23
    Kill                                     = 21
    Files                                    = 20
    Home                                     = 19
    UseModelEnds                             = 19
    Package                                  = 18
    Journal                                  = 17
    AwsTools                                 = 16
    Oversized                                = 14
    DetectionImage                           = 13
    Guards                                   = 13
    Stopping                                 = 8
    ColdStart                                = 7
    Module                                   = 7
}
