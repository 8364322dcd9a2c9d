using System;
using System.Diagnostics;
using System.Threading;
using Xunit;

namespace CustomLabels.Local.Tests.Support;

/// <summary>Waits for what another thread will do, and fails when it doesn't.</summary>
internal static class Eventually
{
    public static void IsTrue(Func<bool> condition, string what)
    {
        var waited = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(20), what);
            Thread.Sleep(2);
        }
    }
}
