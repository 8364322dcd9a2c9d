using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Text.Json;
using CustomLabels.Bench.HandSigned;

// For each line of JSON that it reads it sends all files of a folder and prints how long that took; ends with its input.
if (args is not ["signed" or "ready"])
{
    Console.Error.WriteLine("usage: HandSigned signed|ready");
    return 2;
}

using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false });
var loops = new Dictionary<(string, string), Loop>();
while (Console.ReadLine() is { } line)
{
    var pass = JsonSerializer.Deserialize<Pass>(line)!;
    if (!loops.TryGetValue((pass.EndpointUrl, pass.Folder), out var loop))
    {
        var signer = new Signer(pass);
        var ready = args[0] == "ready" ? new ReadyRequests(signer, pass.Folder) : null;
        loops[(pass.EndpointUrl, pass.Folder)] = loop = new Loop(client, pass.Folder, () => ready ?? (IRequestSource)new SignedRequests(signer));
    }

    Console.WriteLine(JsonSerializer.Serialize(await loop.SendAsync(pass.Concurrency)));
}

return 0;
