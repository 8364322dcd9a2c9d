using System;
using System.IO;
using Xunit;

namespace CustomLabels.Tests;

/// <summary>A test of what only Windows does.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class WindowsFactAttribute : FactAttribute
{
    public WindowsFactAttribute()
    {
        if (Path.DirectorySeparatorChar != '\\') Skip = "Only Windows does this.";
    }
}
