using System;
using System.IO;
using Xunit;

namespace CustomLabels.Tests;

/// <summary>A test of what only Unix has. .NET Framework is for Windows, and Mono's file types are its own.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixFactAttribute : FactAttribute
{
    private bool _needsOtherThanRoot;

    public UnixFactAttribute()
    {
#if NET
        if (Path.DirectorySeparatorChar != '/') Skip = "Windows has no such files.";
#else
        Skip = "The .NET Framework build is for Windows.";
#endif
    }

    /// <summary>Whether the test is of a permission, which root doesn't need.</summary>
    public bool NeedsOtherThanRoot
    {
        get => _needsOtherThanRoot;
        set
        {
            _needsOtherThanRoot = value;
            if (value && string.Equals(Environment.UserName, "root", StringComparison.Ordinal)) Skip ??= "Running as root, who may read every file.";
        }
    }
}
