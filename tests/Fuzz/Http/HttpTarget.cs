using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Tests;

namespace CustomLabels.Fuzz.Http;

/// <summary>The local endpoint over a real connection: each input cut, repeated, shortened and split as its own bytes decide.</summary>
public sealed class HttpTarget : IEndingTarget
{
    private const int InputsPerCheck = 500;

    private readonly ConcurrentQueue<Exception> _unobserved = new();
    private LocalEndpoint? _endpoint;
    private string? _folder;
    private int _inputs;

    public string Name => "http";

    public string Bound =>
        "every answer whole and none a 500; whoever has said everything is let go; a valid request is answered all the while; at the end nothing in flight, no connection open, no exception unhandled";

    public IReadOnlyList<byte[]> Corpus => HttpCorpus.All;

    public string Try(byte[] input)
    {
        var endpoint = _endpoint ??= Start();
        if (_inputs++ % InputsPerCheck == 0) CheckAlive(endpoint);
        var random = new Random(Seed(input));
        var bytes = Compose(input, random);
        using var client = new HttpClientSide(endpoint.Port);
        var isOpen = Send(client, bytes, random);
        switch (random.Next(8))
        {
            case 0:
                client.Reset();
                return "broken off";
            case 1:
                return "left without reading";
            default:
                var statuses = client.ReadAnswers();
                return statuses.Count > 0 ? statuses[statuses.Count - 1] : isOpen ? "no answer" : "no answer, closed early";
        }
    }

    public IReadOnlyList<string> End()
    {
        if (_endpoint is not { } endpoint) return [];
        CheckAlive(endpoint);
        var waited = Stopwatch.StartNew();
        while ((endpoint.Counters.InFlight != 0 || endpoint.ConnectionCount != 0) && waited.Elapsed < TimeSpan.FromSeconds(20)) Thread.Sleep(5);
        var counters = endpoint.Counters;
        var connections = endpoint.ConnectionCount;
        if (counters.InFlight != 0 || connections != 0) throw new InvalidOperationException($"{counters.InFlight} requests in flight and {connections} connections open when all clients were gone.");
        endpoint.Dispose();
        Directory.Delete(_folder!, recursive: true);

        // A task that failed and was forgotten tells it when it is collected.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        if (!_unobserved.IsEmpty) throw new AggregateException("Exceptions nobody handled.", _unobserved);
        return [FormattableString.Invariant($"requests received {counters.Received:N0} = answered {counters.Answered:N0} + failed {counters.Failed:N0} + aborted {counters.Aborted:N0}; in flight {counters.InFlight}, connections open {connections}, unhandled exceptions {_unobserved.Count}")];
    }

    private LocalEndpoint Start()
    {
        TaskScheduler.UnobservedTaskException += (_, e) => _unobserved.Enqueue(e.Exception);
        _folder = Path.Combine(Path.GetTempPath(), "customlabels-fuzz-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(_folder);
        File.WriteAllText(Path.Combine(_folder, "manifest.jsonl"), HttpCorpus.Manifest);
        File.WriteAllBytes(Path.Combine(_folder, "panel.png"), HttpCorpus.Image);
        var options = new LocalEndpointOptions
        {
            Manifest = Path.Combine(_folder, "manifest.jsonl"),
            AllowUnsigned = true,
            AccessKey = HttpCorpus.AccessKey,
            SecretKey = HttpCorpus.SecretKey,
        };
        return LocalEndpoint.Start(options, new StandingClock(HttpCorpus.SignedAt));
    }

    private static void CheckAlive(LocalEndpoint endpoint)
    {
        using var client = new HttpClientSide(endpoint.Port);
        var request = HttpCorpus.Bytes(HttpCorpus.Answerable);
        if (!client.TrySend(request, 0, request.Length) || client.ReadAnswers() is not ["200"]) throw new InvalidOperationException("A valid request is not answered any more.");
    }

    /// <summary>Alone, between valid requests, twice, cut off; or noise instead, or a valid request with another body of the same length.</summary>
    private static byte[] Compose(byte[] input, Random random)
    {
        var valid = HttpCorpus.Bytes(HttpCorpus.Answerable);
        switch (random.Next(8))
        {
            case 0:
                var noise = new byte[random.Next(1, 2000)];
                random.NextBytes(noise);
                return noise;
            case 1:
                return [.. valid, .. input, .. valid];
            case 2:
                return [.. input, .. input];
            case 3:
                return [.. input.Take(random.Next(input.Length + 1))];
            case 4:
            case 5:
                return ChangeBody(HttpCorpus.All[random.Next(HttpCorpus.All.Count)], random);
            default:
                return input;
        }
    }

    /// <summary>Most changes of a whole request break its head. These are read to the end: by the signature's check, the JSON reader, the operation.</summary>
    private static byte[] ChangeBody(byte[] request, Random random)
    {
        var changed = (byte[])request.Clone();
        var head = Encoding.ASCII.GetString(request).IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        for (var changes = head < changed.Length ? random.Next(4) : 0; changes > 0; changes--) changed[random.Next(head, changed.Length)] = (byte)random.Next(0x20, 0x7F);
        return changed;
    }

    /// <summary>Sends in up to eight pieces, some with time for the server to take them one by one; false when the server closes meanwhile.</summary>
    private static bool Send(HttpClientSide client, byte[] bytes, Random random)
    {
        var isHurried = random.Next(4) != 0;
        var cuts = Enumerable.Range(0, random.Next(8)).Select(_ => random.Next(bytes.Length + 1)).OrderBy(cut => cut).Append(bytes.Length);
        var sent = 0;
        foreach (var cut in cuts)
        {
            if (!client.TrySend(bytes, sent, cut - sent)) return false;
            sent = cut;
            if (!isHurried) Thread.Sleep(0);
        }

        return true;
    }

    private static int Seed(byte[] input)
    {
        var hash = 17;
        foreach (var b in input) hash = unchecked((hash * 31) + b);
        return hash;
    }
}
