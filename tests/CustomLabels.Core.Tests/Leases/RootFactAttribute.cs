using System;
using Xunit;

namespace CustomLabels.Core.Tests.Leases;

/// <summary>A test that gives files away, which only root may. .NET Framework is for Windows, whose administrators may read all.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute()
    {
#if NET
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess) Skip = "Only root may give files away.";
#else
        Skip = "The .NET Framework build is for Windows.";
#endif
    }
}
