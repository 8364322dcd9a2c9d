namespace CustomLabels.Aws.Profiles;

/// <summary>What is wrong in a shared AWS file.</summary>
/// <param name="Line">The number of the line, from 1.</param>
/// <param name="What">In the words of AWS's own test cases. Never the line itself: it may hold a secret.</param>
internal sealed record FileFault(int Line, string What);
