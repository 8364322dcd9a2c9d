using System.Threading.Tasks;

namespace CustomLabels.Bench.Engine.Rows;

/// <summary>Managed memory allocated for an image, whatever its size.</summary>
internal sealed class AllocationRow() : Row("Allocation", "managed allocation a 4 MB image, less what Get-ChildItem allocates", minutes: 0.5)
{
    private const int AtMost = 64;

    public override async Task RunAsync(Stage stage)
    {
        using var server = await FixedServer.StartAsync(stage);
        using var shell = await ModuleShell.StartAsync(stage, server);
        var allocated = await shell.MeasureAsync<Allocated>("Measure-Allocation", server.EndpointUrl, stage.Images(stage.Scaled(200), 4 * 1024 * 1024));
        var kilobytes = allocated.Bytes / 1024.0 / allocated.Images;
        Report.Goal(kilobytes <= AtMost, $"{kilobytes:N1} KB an image over {allocated.Images:N0} images, at most {AtMost} KB");
    }

    private sealed record Allocated(int Images, long Bytes);
}
