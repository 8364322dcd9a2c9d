using System;
using System.Threading.Tasks;

namespace CustomLabels.Bench.Engine.Contestants;

/// <summary>A way to have images answered, in processes of its own.</summary>
internal interface IContestant : IDisposable
{
    string Name { get; }

    /// <summary>Processor time it has used so far; null where that can't be told.</summary>
    TimeSpan? Cpu { get; }

    /// <summary>Gets ready for a folder: what is compiled, connected and tried before anything is measured.</summary>
    Task WarmUpAsync(string endpointUrl, string folder);

    /// <summary>Sends the folder's images once.</summary>
    Task<Passed> PassAsync(string endpointUrl, string folder);
}
