using System;
using System.IO;
using Xunit;

namespace CustomLabels.Package.Tests;

/// <summary>A test of the module folder.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ModuleFactAttribute : FactAttribute
{
    public ModuleFactAttribute()
    {
        if (!Directory.Exists(Places.Module)) Skip = "There is no out/CustomLabels: build.ps1 Build puts it together, which needs PowerShell.";
    }
}
