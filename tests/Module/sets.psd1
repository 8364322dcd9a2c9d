# Which Pester files share a process: each process costs a start, an import and a first call of everything, as much as a small file takes. A module's assemblies, and
# its private load contexts, stay loaded until their process ends.
@{
    # About processes, loading, signals or other accounts; the longest first. Analyzer loads a module of its own, which minds what is loaded already.
    Alone    = @('NightRun', 'Isolation', 'Guides', 'Home', 'Journal', 'AwsTools', 'Analyzer', 'Package', 'Module', 'Stopping')

    Together = @(
        @('Help', 'HelpExamples', 'Connection', 'Credentials', 'AwsCmdlet'),
        @('CliSkeleton', 'Secrets', 'Timeouts', 'Concurrency', 'ScheduledTasks'),
        @('Binding', 'Views', 'Annotations', 'AnnotationGuide', 'Manifests', 'LocalEndpoint', 'Limits', 'Request', 'Retries', 'Errors'),
        @('Samples', 'ModelCompletion', 'Completion', 'Models', 'ModelFaults', 'LocalEndpointModels', 'Model', 'CliInput', 'CliOutput'),
        @('Files', 'Paths', 'WindowsPaths', 'WebPages', 'OutputTypes', 'Parity', 'Readme', 'References', 'Api')
    )
}
