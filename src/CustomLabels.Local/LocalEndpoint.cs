using System;
using System.Globalization;
using System.IO;
using CustomLabels.Detection;
using CustomLabels.Images;
using CustomLabels.Local.Http;
using CustomLabels.Local.Images;
using CustomLabels.Local.Manifests;
using CustomLabels.Local.Operations;
using CustomLabels.Local.Signing;

namespace CustomLabels;

/// <summary>The Custom Labels API on the loopback address, answered from labelled data. Not a model: an image that the data doesn't know has no labels.</summary>
/// <remarks>Serves until it is disposed.</remarks>
public sealed class LocalEndpoint : IDisposable
{
    private readonly HttpServer _server;

    private LocalEndpoint(string manifest, string imageRoot, int imageCount, string arn, string region, HttpServer server)
    {
        Manifest = manifest;
        ImageRoot = imageRoot;
        ImageCount = imageCount;
        ProjectVersionArn = arn;
        Region = region;
        _server = server;
        EndpointUrl = string.Format(CultureInfo.InvariantCulture, "http://127.0.0.1:{0}", server.Port);
    }

    /// <summary>Where it is: give this to any AWS client as its endpoint URL.</summary>
    public string EndpointUrl { get; }

    /// <summary>The port of 127.0.0.1 and, where there is IPv6, of ::1.</summary>
    public int Port => _server.Port;

    /// <summary>The region it stands in for.</summary>
    public string Region { get; }

    /// <summary>The model version that answers.</summary>
    public string ProjectVersionArn { get; }

    /// <summary>Full path of the manifest.</summary>
    public string Manifest { get; }

    /// <summary>Full path of the images' folder.</summary>
    public string ImageRoot { get; }

    /// <summary>How many images the manifest names.</summary>
    public int ImageCount { get; }

    /// <summary>False once it is disposed.</summary>
    public bool IsRunning { get; private set; } = true;

    /// <summary>What it has done so far, as of now.</summary>
    public LocalEndpointCounters Counters => _server.Counters;

    /// <summary>How many clients are connected.</summary>
    internal int ConnectionCount => _server.ConnectionCount;

    /// <summary>Reads the manifest and starts serving.</summary>
    /// <param name="options">How to behave.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="ManifestException">The manifest is bad, or none of its images has a file.</exception>
    /// <exception cref="IOException">The manifest can't be read, or the port can't be listened on.</exception>
    /// <exception cref="UnauthorizedAccessException">The manifest can't be read.</exception>
    public static LocalEndpoint Start(LocalEndpointOptions options) => Start(options, new SystemClock());

    /// <summary>The same by another clock.</summary>
    internal static LocalEndpoint Start(LocalEndpointOptions options, IRunClock clock)
    {
        if (options is null) throw new ArgumentNullException(nameof(options));
        var (arn, region) = Identify(options);
        Check(options);
        var authentication = Authentication.Of(options, region, clock);

        var manifest = Path.GetFullPath(options.Manifest);
        var folder = new ImageFolder(options.ImageRoot ?? Path.GetDirectoryName(manifest)!);
        var images = new LabelledImages(folder, ManifestReader.Read(manifest));
        if (!images.HasFiles) throw new ManifestPosition(manifest, 0).Error(ManifestDefect.NoFiles, $"It is '{folder.Path}'. Give the folder where s3://bucket/x/y.jpg is x/y.jpg.");

        var detect = new DetectCustomLabelsOperation(images, arn, options.AssumedThreshold, options.MaxImageByteCount);
        var handler = new ServiceHandler(new[] { detect }, options.Latency, authentication);
        return new LocalEndpoint(manifest, folder.Path, images.Count, arn, region, new HttpServer(options.Port, handler, HttpLimits.IdleTimeout));
    }

    /// <summary>Stops: breaks every connection off and returns when nothing runs any more.</summary>
    public void Dispose()
    {
        IsRunning = false;
        _server.Dispose();
    }

    /// <inheritdoc/>
    public override string ToString() => EndpointUrl;

    private static (string Arn, string Region) Identify(LocalEndpointOptions options)
    {
        var arn = options.ProjectVersionArn ?? $"arn:aws:rekognition:{options.Region ?? "us-east-1"}:123456789012:project/local/version/local/1";
        string region;
        try
        {
            region = Service.ProjectVersionArn.Parse(arn).Region;
        }
        catch (DetectionException exception)
        {
            throw options.ProjectVersionArn is null
                ? Bad(nameof(options.Region), $"'{options.Region}' is no region. Give one such as us-east-1.")
                : Bad(nameof(options.ProjectVersionArn), exception.Message);
        }

        if (options.Region is not null && !string.Equals(options.Region, region, StringComparison.Ordinal))
            throw Bad(nameof(options.Region), $"The region '{options.Region}' is not the ARN's '{region}'. Leave one of them out.");
        return (arn, region);
    }

    private static void Check(LocalEndpointOptions options)
    {
        if (string.IsNullOrEmpty(options.Manifest)) throw Bad(nameof(options.Manifest), "There is no manifest. Give the path of one.");
        CheckRange(nameof(options.Port), options.Port, 0, 65535);
        CheckRange(nameof(options.Latency), options.Latency.TotalMilliseconds, 0, TimeSpan.FromHours(1).TotalMilliseconds);
        CheckRange(nameof(options.AssumedThreshold), options.AssumedThreshold, 0, 100);
        CheckRange(nameof(options.MaxImageByteCount), options.MaxImageByteCount, 1, CustomLabels.Images.ImageLimits.MaxBytes);
    }

    private static void CheckRange(string name, double value, double min, double max)
    {
        if (!(value >= min && value <= max)) throw Bad(name, FormattableString.Invariant($"{name} is {value} and may be {min} to {max}."));
    }

    private static ArgumentException Bad(string option, string message) => new(message, option);
}
