namespace CustomLabels.Local.Tests.Support;

/// <summary>An answer as it came.</summary>
internal sealed record RawAnswer(int StatusCode, string Head, string Body);
