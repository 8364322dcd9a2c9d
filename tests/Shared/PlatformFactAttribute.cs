using System;
using Xunit;

namespace CustomLabels.Tests;

/// <summary>A test of what the SDK does by the platform that it is built for: it tells whether a path is absolute.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PlatformFactAttribute : FactAttribute
{
    public PlatformFactAttribute()
    {
        if (Type.GetType("Mono.Runtime") is not null) Skip = "The SDK's build for .NET Framework wants a drive in an absolute path: only Windows has them.";
    }
}
