using System;
#if NET
using System.Runtime.InteropServices;
#endif
using Xunit;

namespace CustomLabels.Tests;

/// <summary>A test that Wine, which runs .NET for Windows without a Windows, fails by a fault of its own.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NotWineFactAttribute : FactAttribute
{
    /// <summary>A test that is skipped under Wine.</summary>
    /// <param name="fault">What Wine does wrong.</param>
    public NotWineFactAttribute(string fault)
    {
        Fault = fault;
        if (IsWine) Skip = $"Under Wine: {fault}";
    }

    /// <summary>What Wine does wrong.</summary>
    public string Fault { get; }

#if NET
    // Wine's own function, by which programs may know it.
    private static bool IsWine => OperatingSystem.IsWindows() && NativeLibrary.TryLoad("ntdll.dll", out var ntdll) && NativeLibrary.TryGetExport(ntdll, "wine_get_version", out _);
#else
    private static bool IsWine => false;
#endif
}
