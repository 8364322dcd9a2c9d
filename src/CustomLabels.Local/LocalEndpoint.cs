using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using CustomLabels.Arns;
using CustomLabels.Detection.Journal;
using CustomLabels.Local;
using CustomLabels.Local.Account;
using CustomLabels.Local.Http;
using CustomLabels.Time;

namespace CustomLabels;

/// <summary>The Custom Labels API on the loopback address, answered from labelled data. Not a model: an image that the data doesn't know has no labels.</summary>
/// <remarks>Serves until it is disposed. Answers programs on this machine, and no web page of another origin that a browser on it shows.</remarks>
public sealed class LocalEndpoint : IDisposable
{
    private readonly HttpServer _server;
    private readonly AwsAccount _account;
    private readonly JournalAnswers? _journal;

    private LocalEndpoint(AwsAccount account, JournalAnswers? journal, string? journalPath, int seed, HttpServer server)
    {
        _account = account;
        _journal = journal;
        _server = server;
        Seed = seed;
        var first = account.Models[0];
        Manifest = first.Manifest;
        ImageRoot = first.ImageRoot;
        Journal = journalPath;
        ImageCount = account.Models.Sum(model => model.Images.Count) + (journal?.Count ?? 0);
        FailedLineCount = account.Models.Sum(model => model.FailedLineCount);
        ProjectVersionArn = first.Arn.Text;
        Region = account.Region;
        EndpointUrl = string.Format(CultureInfo.InvariantCulture, "http://127.0.0.1:{0}", server.Port);
    }

    /// <summary>Where it is: give this to any AWS client as its endpoint URL.</summary>
    public string EndpointUrl { get; }

    /// <summary>The port of 127.0.0.1 and, where there is IPv6, of ::1.</summary>
    public int Port => _server.Port;

    /// <summary>The region it stands in for.</summary>
    public string Region { get; }

    /// <summary>The first model version.</summary>
    public string ProjectVersionArn { get; }

    /// <summary>The model versions as of now.</summary>
    public IReadOnlyList<LocalModelState> Models => _account.Snapshot();

    /// <summary>What time it is for the models, UTC: with a <see cref="LocalEndpointOptions.TimeScale"/> above 1 it is ahead of the clock's.</summary>
    public DateTime ModelTime => _account.Now;

    /// <summary>Full path of the first model's manifest; null where only the journal has the model.</summary>
    public string? Manifest { get; }

    /// <summary>Full path of the journal; null where none was given.</summary>
    public string? Journal { get; }

    /// <summary>Full path of the first model's images; null without a manifest.</summary>
    public string? ImageRoot { get; }

    /// <summary>How many images the manifests name, and the journal.</summary>
    public int ImageCount { get; }

    /// <summary>Lines of the manifests that only record that labelling an image failed; those images are not among the others.</summary>
    public int FailedLineCount { get; }

    /// <summary>What decides what happens at random: start with it again, and the same calls meet the same trouble.</summary>
    public int Seed { get; }

    /// <summary>False once it is disposed.</summary>
    public bool IsRunning { get; private set; } = true;

    /// <summary>What it has done so far, as of now. The same is at <c>/_counters</c> of the endpoint's URL, as JSON.</summary>
    public LocalEndpointCounters Counters => _server.Counters;

    /// <summary>How many clients are connected.</summary>
    internal int ConnectionCount => _server.ConnectionCount;

    /// <summary>Reads the manifests and starts serving.</summary>
    /// <param name="options">How to behave.</param>
    /// <exception cref="LocalOptionException">An option is out of its range.</exception>
    /// <exception cref="CustomLabelsException">The file is not a journal (<see cref="ErrorId.JournalInvalid"/>).</exception>
    /// <exception cref="ManifestException">A manifest is bad, or none of its images has a file.</exception>
    /// <exception cref="IOException">A manifest can't be read, or the port can't be listened on.</exception>
    /// <exception cref="UnauthorizedAccessException">A manifest can't be read.</exception>
    public static LocalEndpoint Start(LocalEndpointOptions options) => Start(options, new SystemClock());

    /// <summary>The same by another time.</summary>
    internal static LocalEndpoint Start(LocalEndpointOptions options, IClock clock)
    {
        if (options is null) throw new ArgumentNullException(nameof(options));
        OptionCheck.Check(options);
        var journalPath = string.IsNullOrEmpty(options.Journal) ? null : Path.GetFullPath(options.Journal);
        var journal = journalPath is null ? null : JournalAnswers.Open(journalPath);
        try
        {
            OptionCheck.CheckModels(options.AllModels, journal);
            var account = AccountLoader.Load(options, journal, new ScaledClock(clock, options.TimeScale));
            OptionCheck.CheckImages(options.Troubles, account);
            var seed = options.Seed ?? new Random().Next();
            var counters = new RequestCounters();
            var handler = LocalService.Create(options, account, journal, seed, counters, clock);
            return new LocalEndpoint(account, journal, journalPath, seed, new HttpServer(options.Port, handler, HttpLimits.IdleTimeout, counters));
        }
        catch
        {
            journal?.Dispose();
            throw;
        }
    }

    /// <summary>Stops: breaks every connection off and returns when nothing runs any more.</summary>
    public void Dispose()
    {
        IsRunning = false;
        _server.Dispose();
        _journal?.Dispose();
    }

    /// <inheritdoc/>
    public override string ToString() => EndpointUrl;
}
