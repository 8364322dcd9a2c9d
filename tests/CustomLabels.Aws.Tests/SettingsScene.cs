using System;
using CustomLabels.Api.Transport;
using Xunit;

namespace CustomLabels.Aws.Tests;

/// <summary>An environment and shared files of a test's own.</summary>
public abstract class SettingsScene : IDisposable
{
    private protected AwsEnvironment Variables { get; } = new();

    private protected TemporaryFolder Folder { get; } = new();

    public void Dispose()
    {
        Variables.Dispose();
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected static void AssertRefused(ConnectionSettings settings, string said)
    {
        var error = Assert.Throws<CustomLabelsException>(() => new AwsTransportFactory().Create(settings, AwsService.Rekognition, "eu-west-1"));

        Assert.Equal((ErrorId.RequestInvalid, ErrorScope.Run), (error.Error.Id, error.Error.Scope));
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", error.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Writes a config file that the environment names; returns its path.</summary>
    private protected string SetConfig(string text)
    {
        var file = Folder.Write($"config-{Guid.NewGuid():N}", text);
        Variables["AWS_CONFIG_FILE"] = file;
        return file;
    }
}
