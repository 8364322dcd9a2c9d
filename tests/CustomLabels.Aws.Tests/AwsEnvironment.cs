using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using Amazon;
using Amazon.Runtime.Internal;

namespace CustomLabels.Aws.Tests;

/// <summary>An environment without anything of AWS in it: no variables, no files, no instance metadata. What was there before comes back.</summary>
internal sealed class AwsEnvironment : IDisposable
{
    private readonly Dictionary<string, string?> _before = new(StringComparer.Ordinal);
    private readonly string? _filesBefore = AWSConfigs.AWSProfilesLocation;
    private readonly TemporaryFolder _folder = new();

    public AwsEnvironment()
    {
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToList())
            this[name] = null;
        this["AWS_EC2_METADATA_DISABLED"] = "true";
        SetCredentialsFile("");
        FallbackInternalConfigurationFactory.Reset();
    }

    /// <summary>An environment variable.</summary>
    public string? this[string name]
    {
        set
        {
            if (!_before.ContainsKey(name))
                _before[name] = Environment.GetEnvironmentVariable(name);
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    /// <summary>Writes the file that is there for want of another; returns its path.</summary>
    public string SetCredentialsFile(string text) => AWSConfigs.AWSProfilesLocation = _folder.Write("credentials", text);

    /// <summary>Has the SDK read again what it reads once: retry mode, attempts, the endpoint of the metadata.</summary>
    public static void Reread() => FallbackInternalConfigurationFactory.Reset();

    public void Dispose()
    {
        foreach (var pair in _before)
            Environment.SetEnvironmentVariable(pair.Key, pair.Value);
        AWSConfigs.AWSProfilesLocation = _filesBefore;
        FallbackInternalConfigurationFactory.Reset();
        _folder.Dispose();
    }
}
