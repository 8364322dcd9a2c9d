using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace CustomLabels.Aws.Tests;

/// <summary>An environment without anything of AWS in it: no variables, no files, no instance metadata. What was there before comes back.</summary>
internal sealed class AwsEnvironment : IDisposable
{
    private readonly Dictionary<string, string?> _before = new(StringComparer.Ordinal);
    private readonly TemporaryFolder _folder = new();

    public AwsEnvironment()
    {
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToList())
            this[name] = null;
        this["AWS_EC2_METADATA_DISABLED"] = "true";
        this["HOME"] = this["USERPROFILE"] = Home;
    }

    /// <summary>The home folder, where the shared files are for want of others.</summary>
    public string Home => _folder.Path;

    /// <summary>An environment variable.</summary>
    public string? this[string name]
    {
        get => Environment.GetEnvironmentVariable(name);
        set
        {
            if (!_before.ContainsKey(name))
                _before[name] = Environment.GetEnvironmentVariable(name);
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    /// <summary>Writes the credentials file of the home folder; returns its path.</summary>
    public string SetCredentialsFile(string text) => Write("credentials", text);

    /// <summary>Writes the config file of the home folder; returns its path.</summary>
    public string SetConfigFile(string text) => Write("config", text);

    public void Dispose()
    {
        foreach (var pair in _before)
            Environment.SetEnvironmentVariable(pair.Key, pair.Value);
        _folder.Dispose();
    }

    private string Write(string file, string text)
    {
        Directory.CreateDirectory(Path.Combine(Home, ".aws"));
        return _folder.Write(Path.Combine(".aws", file), text);
    }
}
