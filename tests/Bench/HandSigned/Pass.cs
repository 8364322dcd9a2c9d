namespace CustomLabels.Bench.HandSigned;

/// <summary>What is to be sent, where to, and how many at once.</summary>
internal sealed record Pass(string EndpointUrl, string ProjectVersionArn, string AccessKey, string SecretKey, string Folder, int Concurrency);
