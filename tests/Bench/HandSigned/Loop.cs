using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace CustomLabels.Bench.HandSigned;

/// <summary>Workers that each send one image after the other over one HttpClient.</summary>
internal sealed class Loop(HttpClient client, string folder, Func<IRequestSource> newSource)
{
    private readonly HttpClient _client = client;
    private readonly string[] _files = Directory.GetFiles(folder);
    private readonly Func<IRequestSource> _newSource = newSource;
    private readonly List<IRequestSource> _sources = [];

    /// <summary>Sends all files of the folder.</summary>
    public async Task<Passed> SendAsync(int concurrency)
    {
        while (_sources.Count < concurrency) _sources.Add(_newSource());
        var next = -1;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(_sources.Take(concurrency).Select(source => Task.Run(async () =>
        {
            for (int i; (i = Interlocked.Increment(ref next)) < _files.Length;)
            {
                using var request = source.Next(_files[i]);
                using var response = await _client.SendAsync(request);
                response.EnsureSuccessStatusCode();
            }
        })));
        return new Passed(_files.Length, clock.Elapsed.TotalSeconds);
    }
}
