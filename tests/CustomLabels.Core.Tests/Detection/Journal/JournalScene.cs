using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api;
using CustomLabels.Api.Transport;
using CustomLabels.Arns;
using CustomLabels.Detection;
using CustomLabels.Detection.Journal;
using CustomLabels.Detection.Limiting;
using CustomLabels.Fuzz.Headers;
using CustomLabels.Images;
using CustomLabels.Time;

namespace CustomLabels.Core.Tests.Detection.Journal;

/// <summary>A folder with images and a journal, and a service that counts what it is asked.</summary>
internal sealed class JournalScene : IDisposable
{
    public const string Arn = "arn:aws:rekognition:eu-west-1:123456789012:project/p/version/v/1";
    public const string Labels = """{"CustomLabels":[{"Name":"dent","Confidence":71.50,"Geometry":{"BoundingBox":{"Left":0.25,"Top":0.5,"Width":0.5,"Height":0.25}}},{"Name":"é\u0041","Confidence":60}]}""";

    private readonly TemporaryFolder _folder = new();

    public JournalScene(params Func<ServiceAnswer>[] script)
    {
        Transport = new ScriptedTransport(script.Length > 0 ? script : [ScriptedTransport.Answer(200, Labels)]);
        Options = new JournalOptions(_folder.PathOf("night.jsonl"));
    }

    public ScriptedTransport Transport { get; }

    public JournalOptions Options { get; set; }

    /// <summary>Makes pictures fit that are too large; null where they are sent as they are.</summary>
    public FakeShrinker? Shrinker { get; set; }

    public string Path => Options.Path;

    public int Sent => Transport.Bodies.Count;

    /// <summary>What the last run cut off.</summary>
    public long LastTornLength { get; private set; }

    public string[] Lines => File.ReadAllLines(Path);

    /// <summary>An image file whose content is its seed's alone.</summary>
    public FileImage File_(string name, byte seed = 1) => new(_folder.Write(name, Content(seed)));

    public FileImage Write(string name, byte[] content)
    {
        var path = _folder.Write(name, content);
        // Of a whole second, and the same each time: only the content says what it is.
        File.SetLastWriteTimeUtc(path, new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc));
        return new FileImage(path);
    }

    public string PathOf(string name) => _folder.PathOf(name);

    public FileImage NoFile(string name) => new(_folder.PathOf(name));

    public static byte[] Content(byte seed, byte[]? tiff = null) =>
        [.. tiff is null ? JpegBuilder.Plain(200, 100) : JpegBuilder.WithExif(200, 100, tiff), .. Enumerable.Repeat(seed, 100)];

    public static DetectionRequest Ask(ImageSource image, string arn = Arn) => new(image, ProjectVersionArn.Parse(arn));

    /// <summary>A run over these images, one after the other.</summary>
    public async Task<DetectionResult[]> RunAsync(params ImageSource[] images) => await RunAsync(images.Select(image => Ask(image)).ToArray());

    public async Task<DetectionResult[]> RunAsync(params DetectionRequest[] requests)
    {
        using var journal = Open();
        LastTornLength = journal.TornLength;
        var results = new List<DetectionResult>();
        foreach (var request in requests) results.Add(await journal.DetectAsync(request, new LogLines(), CancellationToken.None));
        return [.. results];
    }

    public DetectionJournal Open()
    {
        var pool = new TransportPool(Transport, new ConnectionSettings());
        var detector = new Detector(pool, new RetryPolicy(1, TimeSpan.FromMinutes(5), new Random(1)), new RequestLimits(), new ManualClock(), Options.AppliesOrientation, Shrinker is null ? null : new OversizedPictures(Shrinker));
        return DetectionJournal.Open(Options, detector.DetectAsync, new SystemClock());
    }

    public DetectionResult[] Import(bool includeFailed = false)
    {
        using var reader = JournalReader.Open(Path);
        return reader.Read(includeFailed, tag => tag).ToArray();
    }

    public void Dispose() => _folder.Dispose();
}
