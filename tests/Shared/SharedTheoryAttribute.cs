using System;
using System.IO;
using Xunit;

namespace CustomLabels.Tests;

/// <summary>A test with cases of the shared folder; skipped in a checkout that has none beside it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute(string folder)
    {
        if (!Directory.Exists(SharedFolder.PathOf(folder))) Skip = $"There is no ../shared/{folder} beside the checkout.";
    }
}
