using System.IO;
using CustomLabels.Leases;
using CustomLabels.Time;

namespace CustomLabels.Core.Tests.Leases;

/// <summary>A store whose new files lie on a device that is full: Linux has one.</summary>
internal sealed class LeaseStoreOnFullDevice(string folder, IClock clock)
{
    public LeaseStore Store { get; } = LeaseStore.Open(folder, clock, _ => new FileStream("/dev/full", FileMode.Open, FileAccess.Write));
}
