using System;
using System.Diagnostics;
using System.IO;
using System.Text.Json;
using System.Threading.Tasks;
using Amazon.Runtime;
using Amazon.Util;
using CustomLabels.Aws.Settings;

namespace CustomLabels.Aws.Credentials;

/// <summary>Keys that a command prints: https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html.</summary>
/// <remarks>Not the SDK's own, which takes <c>"Expiration": null</c> for a broken answer, and finds its shell in the folder that the process stands in, if there is
/// a file of that name.</remarks>
/// <param name="command">The command, as it would be typed.</param>
/// <param name="source">What to call it.</param>
internal sealed class ProcessCredentials(string command, string source) : RefreshingAWSCredentials
{
    protected override CredentialsRefreshState GenerateNewCredentials() => GenerateNewCredentialsAsync().GetAwaiter().GetResult();

    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        var result = await AWSSDKUtils.RunProcessAsync(StartInfo()).ConfigureAwait(false);
        // What it wrote may hold a secret.
        return result.ExitCode == 0 ? Read(result.StandardOutput) : throw new AmazonClientException($"The process ended with exit code {result.ExitCode}.");
    }

    private ProcessStartInfo StartInfo()
    {
        var info = new ProcessStartInfo { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true, CreateNoWindow = true };
        if (HomeFolder.IsWindows)
        {
            // With /s cmd takes away the outer quotes and no others. It must not find the program in the folder that the process stands in.
            (info.FileName, info.Arguments) = (Path.Combine(Environment.SystemDirectory, "cmd.exe"), $"/s /c \"{command}\"");
            info.EnvironmentVariables["NoDefaultCurrentDirectoryInExePath"] = "1";
            return info;
        }

        info.FileName = "/bin/sh";
#if NET
        info.ArgumentList.Add("-c");
        info.ArgumentList.Add(command);
#else
        info.Arguments = $"-c \"{command.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";
#endif
        return info;
    }

    private CredentialsRefreshState Read(string output)
    {
        if (KeyAnswer.Parse(output) is not { } answer)
            throw new AmazonClientException("The process printed malformed JSON.");
        if (!answer.TryGetProperty("Version", out var version) || version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number != 1)
            throw new AmazonClientException("What the process printed is not of Version 1.");

        return KeyAnswer.Read(answer, "SessionToken", source);
    }
}
