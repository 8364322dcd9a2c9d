# Which Pester files share a process: each process costs a start, an import and a first call of everything, as much as a small file takes. A module's assemblies, and
# its private load contexts, stay loaded until their process ends.
@{
    # About processes, loading, signals or other accounts. Analyzer loads a module of its own, which minds what is loaded already.
    Alone    = @('NightRun', 'Isolation', 'Guides', 'Home', 'Guards', 'Journal', 'AwsTools', 'Analyzer', 'Package', 'Module', 'ColdStart', 'UseModelEnds', 'Kill', 'Stopping', 'Oversized')

    Together = @(
        @('Help', 'HelpExamples', 'Connection', 'Credentials', 'AwsCmdlet'),
        @('CliSkeleton', 'Secrets', 'Timeouts', 'Concurrency', 'ScheduledTasks'),
        @('Binding', 'Views', 'LocalEndpoint', 'Limits', 'Request', 'Retries', 'Errors'),
        @('UseModel', 'ModelLifecycle', 'ModelNames', 'ModelCosts'),
        @('Leases', 'UseModelLeases', 'StopAfter', 'ModelUsage', 'Annotations', 'AnnotationGuide', 'Manifests'),
        @('DetectionImage', 'Redaction', 'DetectionReport', 'Evaluation', 'EvaluationGuide'),
        @('Samples', 'ModelCompletion', 'Completion', 'Models', 'ModelFaults', 'LocalEndpointModels', 'Model', 'CliInput', 'CliOutput'),
        @('Files', 'Paths', 'WindowsPaths', 'WebPages', 'OutputTypes', 'Parity', 'Readme', 'References', 'Api')
    )
}
