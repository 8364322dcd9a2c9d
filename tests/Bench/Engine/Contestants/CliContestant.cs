using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace CustomLabels.Bench.Engine.Contestants;

/// <summary>The AWS CLI, one process an image, one after the other; a few images, for it takes its time.</summary>
internal sealed class CliContestant : IContestant
{
    private static readonly Dictionary<string, string> Settings = new(StringComparer.Ordinal)
    {
        ["AWS_ACCESS_KEY_ID"] = Keys.AccessKey,
        ["AWS_SECRET_ACCESS_KEY"] = Keys.SecretKey,
        ["AWS_DEFAULT_REGION"] = "us-east-1",
        ["AWS_PAGER"] = "",
    };

    private readonly string _program;
    private readonly Stage _stage;

    private CliContestant(string program, string version, Stage stage)
    {
        _program = program;
        _stage = stage;
        Name = $"AWS CLI {version}";
    }

    public string Name { get; }

    public TimeSpan? Cpu => null;

    /// <summary>Finds the AWS CLI on the PATH, version 2 before version 1.</summary>
    public static async Task<CliContestant> FindAsync(Stage stage)
    {
        const string Start = "aws-cli/";
        var found = new List<CliContestant>();
        var name = OperatingSystem.IsWindows() ? "aws.exe" : "aws";
        foreach (var program in Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Distinct(StringComparer.Ordinal).Select(folder => Path.Combine(folder, name)).Where(File.Exists))
        {
            using var child = Child.Start(program, ["--version"], stage.Stop, Settings);
            var version = (await child.EndAsync()).Split(' ')[0];
            if (version.StartsWith(Start, StringComparison.Ordinal)) found.Add(new CliContestant(program, version.Substring(Start.Length), stage));
        }

        return found.OrderByDescending(cli => cli.Name.StartsWith("AWS CLI 2.", StringComparison.Ordinal)).FirstOrDefault() ?? throw new NotMeasuredException("AWS CLI: it is not on the PATH.");
    }

    public Task WarmUpAsync(string endpointUrl, string folder) => PassAsync(endpointUrl, folder);

    public async Task<Passed> PassAsync(string endpointUrl, string folder)
    {
        var files = Directory.GetFiles(folder).Take(_stage.Scaled(5)).ToArray();
        var clock = Stopwatch.StartNew();
        foreach (var file in files)
        {
            string[] arguments = ["rekognition", "detect-custom-labels", "--endpoint-url", endpointUrl, "--project-version-arn", Keys.ProjectVersionArn, "--image-bytes", $"fileb://{file}"];
            using var child = Child.Start(_program, arguments, _stage.Stop, Settings);
            await child.EndAsync();
        }

        return new Passed(files.Length, clock.Elapsed.TotalSeconds);
    }

    public void Dispose()
    {
        // Each process ends with its image.
    }
}
