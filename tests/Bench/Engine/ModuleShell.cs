using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace CustomLabels.Bench.Engine;

/// <summary>A pwsh with this module imported, that has called once.</summary>
internal sealed class ModuleShell : IDisposable
{
    private readonly Child _child;

    private ModuleShell(Child child) => _child = child;

    public TimeSpan Cpu => _child.Cpu;

    /// <summary>Starts it, imports the module as it was built to ship and makes one call.</summary>
    public static async Task<ModuleShell> StartAsync(Stage stage, FixedServer server)
    {
        var manifest = stage.In("out", "CustomLabels", "CustomLabels.psd1");
        if (!File.Exists(manifest)) throw new NotMeasuredException("the module is not built: build.ps1 Build.");
        var shell = new ModuleShell(Child.Start(stage.Shell, ["-NoProfile", "-NonInteractive", "-Command", "-"], stage.Stop));
        try
        {
            shell._child.Tell($". {Quoted(stage.In("tests", "Bench", "measure.ps1"))} -Manifest {Quoted(manifest)} -AccessKey {Quoted(Keys.AccessKey)} -SecretKey {Quoted(Keys.SecretKey)}");
            await shell.MeasureAsync<ModuleRun>("Measure-Run", server.EndpointUrl, stage.Images(1, 100 * 1024), "-Count 1 -Every 1 -Seconds 60");
            return shell;
        }
        catch
        {
            shell.Dispose();
            throw;
        }
    }

    /// <summary>Calls a function of measure.ps1.</summary>
    public Task<T> MeasureAsync<T>(string function, string endpointUrl, string folder, string arguments = "", TimeSpan? atMost = null) =>
        _child.AskAsync<T>($"Out-Answer {{ {function} -EndpointUrl {Quoted(endpointUrl)} -Arn {Quoted(Keys.ProjectVersionArn)} -Folder {Quoted(folder)} {arguments} }}", atMost);

    /// <summary>A run over the folder's files, again and again, until there were enough or time is up.</summary>
    public Task<ModuleRun> RunAsync(string endpointUrl, string folder, int count, int every, double seconds, string extra = "@{}") =>
        MeasureAsync<ModuleRun>(
            "Measure-Run", endpointUrl, folder, string.Create(CultureInfo.InvariantCulture, $"-Count {count} -Every {every} -Seconds {seconds} -Extra {extra}"), TimeSpan.FromSeconds(2 * seconds));

    public void Dispose() => _child.Dispose();

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
