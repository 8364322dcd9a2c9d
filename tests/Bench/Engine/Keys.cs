namespace CustomLabels.Bench.Engine;

/// <summary>What every contestant signs with: keys of AWS's documentation, which open nothing.</summary>
internal static class Keys
{
    public const string AccessKey = "AKIDEXAMPLE";
    public const string SecretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    public const string ProjectVersionArn = "arn:aws:rekognition:us-east-1:123456789012:project/local/version/local/1767225600000";
}
